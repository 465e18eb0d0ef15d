import { randomInt } from 'node:crypto';
import { makeCode } from '#lib/people/code.ts';
import { newId } from '#lib/server/ids.ts';

/** What any form asks for, naming nothing that exists: fields a form does not know are of no account to it. */
const FIELDS: Readonly<Record<string, string>> = {
	...{ title: 'Ein Titel', body: 'Ein Text, der lang genug ist.', reason: 'Ein Grund.', note: 'Eine Anmerkung.' },
	...{ kind: 'proposal', field: 'wohnen', stance: 'note', choice: 'agree', wanted: 'yes', language: 'de' },
	...{ role: 'editor', purpose: 'publish', texts: 'erase', state: 'x', revision: '1', number: '1' },
	...{
		email: 'kim@amt.example',
		password: 'falsch',
		code: '123456',
		passwordAgain: 'falsch',
		name: 'Tagestreff',
		label: 'Tagestreff'
	},
	...{ from: '2027-05-01', until: '2027-06-01', date: '2027-05-09', text: 'Ein Text.', why: '', answer: 'right' },
	...{
		group: 'affected',
		people: '12',
		size: '10',
		minutes: 'Ein Protokoll.',
		intro: 'Eine Einleitung.',
		foreword: ''
	},
	...{
		seen: '1.1',
		spans: '0-10',
		into: '2',
		target: 'new',
		outcome: 'adopted',
		competence: 'land',
		responsible: 'Land'
	},
	...{
		lacking: '0',
		check: 'easy',
		easy: 'In einfachen Worten.',
		aside: '',
		status: 'planned',
		reviewOn: '2027-12-01'
	},
	...{ disposition: 'declined', ground: 'unclear', relation: 'summarises', gist: 'Worum es geht.', punkt: '100' },
	...{
		whose: 'group',
		channel: 'conversation',
		place: 'Tagestreff',
		readBack: 'yes',
		consent: 'yes',
		move: '100:1',
		to: '1'
	},
	...{
		source: 'Eine Quelle',
		affected: '10',
		practice: '10',
		research: '10',
		reply: 'Eine Antwort, die lang genug ist.',
		words: 'x'
	},
	...{ way: 'code', about: 'proposal', 'point-1': '100', 'agree-1': '3', 'pass-1': '0', 'disagree-1': '1' }
};

const IDS = [
	...['id', 'person', 'wording', 'point', 'item', 'items', 'proposals', 'points', 'subject', 'subjectId', 'batch'],
	...['sheet', 'version', 'cluster', 'segment', 'measure', 'block', 'session', 'id-1']
];

const SPLIT = { stayTitle: 'Eins', stayBody: 'Wir wollen eins.', newTitle: 'Zwei', newBody: 'Wir wollen zwei.' };
const ROW = { 'kind-1': 'proposal', 'field-1': 'wohnen', 'consent-1': 'yes', 'language-1': 'de' };

/** Where a name means something else in one form; null: this form must not have it. */
const OTHERS: Readonly<Record<string, Readonly<Record<string, string | null>>>> = {
	'/anmelden': { code: makeCode(randomInt) },
	'/anmelden/ersetzt': { code: makeCode(randomInt) },
	'/werkstatt/orte': { code: 'TT' },
	'/werkstatt/orte/[place]': { closed: 'yes' },
	'/werkstatt/karten': { card: 'TT-1', place: newId() },
	'/meldung': { code: makeCode(randomInt) },
	'/uebernehmen': { code: makeCode(randomInt) },
	'/werkstatt/team/neu': { roles: 'editor' },
	'/werkstatt/zugang': { formerPassword: 'falsch' },
	'/barriere-melden': { kind: 'barrier' },
	'/inhalt-melden': { kind: 'content' },
	'/meine/verstanden': { why: 'So war es gemeint.' },
	'/werkstatt/aufrufe/neu': { version: '1', deadline: '' },
	'/werkstatt/aufrufe/[number]': { to: '0' },
	'/werkstatt/aufrufe/[number]/neu': { kind: 'part' },
	'/werkstatt/aufrufe/[number]/[item]': { kind: 'part' },
	'/werkstatt/eingang/[kind]/[id]': { kind: 'proposal', deed: 'publish', seen: 'waiting' },
	'/werkstatt/eingang/[kind]/[id]?/summarise': { seen: '0', language: 'tr' },
	'/werkstatt/entwurf': { kind: 'draft' },
	'/werkstatt/verbleib': { seen: null },
	'/werkstatt/verbleib/[number]': { seen: null },
	'/werkstatt/karten/[batch]': { block: '1', to: newId() },
	'/werkstatt/organisationen/[id]': { into: newId(), seat: newId() },
	'/werkstatt/erfassen/viele': { 'title-1': 'Ein Titel', 'body-1': 'Ein Text, der lang genug ist.', ...ROW },
	'/werkstatt/entwurf/punkte/[number]': { from: '1', proposal: '1', into: '2', mergeReason: 'Dasselbe.', ...SPLIT },
	'/werkstatt/entwurf/punkte/neu': { from: '1' },
	'/werkstatt/stapel': { deed: newId() },
	'/werkstatt/stapel/[number]': { deed: newId(), to: '2', other: null },
	'/werkstatt/stapel/[number]?/split': { title: null, to: '2' },
	'/werkstatt/stapel/verlauf': { deed: newId() },
	'/werkstatt/verteilen': { deed: newId(), title: null, to: '2' },
	'/werkstatt/verteilen/[number]': { deed: newId(), title: null, to: '2' },
	'/werkstatt/meldungen/[number]': { deed: 'answer', answer: 'Eine Antwort, die lang genug ist.' },
	'/werkstatt/widersprueche/[id]': { outcome: 'granted' },
	'/werkstatt/entwurf/buendeln': { target: '100' },
	'/werkstatt/erfassen/stimmen': { version: '1', 'choice-100': 'agree' }
};

/** A form this action takes, about the draft at work. */
export function formFor(route: string, action: string, draftId: string): URLSearchParams {
	const typed = new URLSearchParams(FIELDS);
	for (const name of IDS) typed.set(name, newId());
	typed.set('version', draftId);
	for (const [name, value] of Object.entries({ ...OTHERS[route], ...OTHERS[`${route}?/${action}`] })) {
		if (value === null) typed.delete(name);
		else typed.set(name, value);
	}
	return typed;
}
