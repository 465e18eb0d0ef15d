import { randomInt } from 'node:crypto';
import { makeCode } from '#lib/people/cards/cardCode.ts';
import { DEFAULT_PROFILE } from '#lib/profile/default.ts';
import { groupsState, wordsState } from '#lib/profile/forms.ts';
import { profileWith } from '../profiles.ts';
import { NOON } from '../machine/testApp.ts';
import { newId } from '#lib/server/ids.ts';

/** Two groups, and each term in each form: as many numbered fields as the profile of a process has. */
const GROUP_CELLS = groupsState(profileWith(2));
const { address: _, ...TERM_CELLS } = wordsState(DEFAULT_PROFILE);

/** What any form asks for, naming nothing that exists: fields a form does not know are of no account to it. */
const FIELDS: Readonly<Record<string, string>> = {
	...{ title: 'Ein Titel', body: 'Ein Text, der lang genug ist.', reason: 'Ein Grund.', note: 'Eine Anmerkung.' },
	...{ kind: 'proposal', field: 'wohnen', stance: 'note', choice: 'agree', wanted: 'yes', language: 'de' },
	...{ picture: 'logo', profile: 'nrw-armut', towns: '' },
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
		quorum: '3',
		omission: 'dissent:1:1',
		row: '0',
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
		'percent-affected': '10',
		'percent-practice': '10',
		'percent-research': '10',
		reply: 'Eine Antwort, die lang genug ist.',
		attribution: 'Stadt Neudorf, CC BY 4.0',
		words: 'x'
	},
	...{
		claim: '',
		official: '',
		flag: 'none',
		calls: 'announced',
		light: '#2044aa',
		dark: '#97afe1',
		logo: '',
		symbol: '',
		address: 'Sie'
	},
	...GROUP_CELLS,
	...TERM_CELLS,
	...{ way: 'code', about: 'proposal', 'point-1': '100', 'agree-1': '3', 'pass-1': '0', 'disagree-1': '1' }
};

const EVALUATED = { informed: 'yes', heard: 'no', fair: 'partly', easy: 'yes', again: 'yes' };
const IDS = [
	...['id', 'person', 'wording', 'point', 'item', 'items', 'proposals', 'points', 'subject', 'subjectId', 'batch'],
	...['sheet', 'page', 'version', 'cluster', 'segment', 'measure', 'block', 'session', 'id-1']
];

const SPLIT = { stayTitle: 'Eins', stayBody: 'Wir wollen eins.', newTitle: 'Zwei', newBody: 'Wir wollen zwei.' };
const ROW = { 'kind-1': 'proposal', 'field-1': 'wohnen', 'consent-1': 'yes', 'language-1': 'de' };

/** Where a name means something else in one form; null: this form must not have it. */
const OTHERS: Readonly<Record<string, Readonly<Record<string, string | readonly string[] | null>>>> = {
	'/anmelden': { code: makeCode(randomInt) },
	'/anmelden/ersetzt': { code: makeCode(randomInt) },
	// As it was when the draft was read.
	'/beitragen/[draft]/pruefen?/send': { seen: NOON },
	'/werkstatt/phasen': { way: 'down', id: newId() },
	'/werkstatt/verfahren': { way: 'down', id: newId(), newField: 'Neu', newQuestion: 'Neu?' },
	'/werkstatt/verfahren/neu': {
		fields: 'Wohnen',
		'phase-1-title': 'Sammeln',
		'phase-1-from': '2027-05-01',
		'phase-1-until': '2027-06-01'
	},
	'/werkstatt/verfahren/verlauf': { edit: newId() },
	'/werkstatt/verfahren/themen/[field]': { ends: 'yes' },
	'/werkstatt/verfahren/fragen/[question]': { ends: 'yes' },
	'/werkstatt/orte': { code: 'TT' },
	'/werkstatt/orte/[place]': { closed: 'yes' },
	'/werkstatt/karten': { card: 'TT-1', place: newId() },
	'/meine/nachrichten': { email: 'maria@example.org', rhythm: 'weekly' },
	'/punkte/[number]/nachrichten': { email: 'maria@example.org', rhythm: 'weekly' },
	'/meldung': { code: makeCode(randomInt) },
	'/uebernehmen': { code: makeCode(randomInt) },
	'/werkstatt/uebersetzungen/[locale]': { maker: 'person' },
	'/werkstatt/uebersetzungen/[locale]/[kind]/[key]': { maker: 'person', 'text-title': 'Допомога' },
	'/werkstatt/team/neu': { roles: 'editor' },
	'/wie-war-es/[phase]': EVALUATED,
	'/werkstatt/erfassen/bewertung': { ...EVALUATED, phase: 'draft' },
	'/vorrang': { ticks: ['1', '2', '3'] },
	'/werkstatt/erfassen/vorrang': { ticks: ['1', '2', '3'] },
	'/werkstatt/vorrang': { phase: 'draft' },
	'/werkstatt/vorrang/[phase]': { budget: '20', small: '1', medium: '3', large: '10' },
	'/werkstatt/zugang': { formerPassword: 'falsch' },
	'/barriere-melden': { kind: 'barrier' },
	'/inhalt-melden': { kind: 'content' },
	'/meine/verstanden': { why: 'So war es gemeint.' },
	'/werkstatt/berichtigungen/neu/[kind]/[number]?/correct': { kind: 'version', place: 'title', same: 'yes' },
	'/werkstatt/berichtigungen/neu/[kind]/[number]?/remove': { kind: 'call', passages: 'Aufruf', days: '30', order: '' },
	'/werkstatt/berichtigungen/neu/[kind]/[number]?/withdraw': { kind: 'call', successor: '' },
	'/werkstatt/berichtigungen/aufheben/[number]': { removal: '1' },
	'/werkstatt/aufrufe/neu': { version: '1', deadline: '' },
	'/werkstatt/aufrufe/[number]': { to: '0' },
	'/werkstatt/aufrufe/[number]/neu': { kind: 'part' },
	'/werkstatt/aufrufe/[number]/[item]': { kind: 'part' },
	'/werkstatt/eingang': { deed: newId(), chosen: `proposal~${newId()}~waiting~x` },
	'/werkstatt/verbleib?/undo': { deed: newId() },
	'/werkstatt/eingang/[kind]/[id]': { kind: 'proposal', deed: 'publish', seen: 'waiting' },
	'/werkstatt/eingang/[kind]/[id]?/edition': { deed: 'accept', edition: '0190a000-0000-7000-8000-0000000000d1' },
	'/werkstatt/eingang/[kind]/[id]?/summarise': { seen: '0', language: 'tr' },
	'/werkstatt/entwurf': { kind: 'draft' },
	'/werkstatt/verbleib': { seen: null },
	'/werkstatt/verbleib/[number]': { seen: null },
	'/werkstatt/treffen/[number]/fotos': { alt: 'Auf dem Blatt steht: Miete.', nobody: 'yes', photo: newId() },
	'/werkstatt/treffen/[number]': {
		...{ point: '100', reading: 'Wohnen zuerst.', agree: '5', pass: '0', disagree: '1', removed: '100' }
	},
	'/werkstatt/treffen/termine': { title: 'Frühstück', date: '2027-05-20', begins: '09:00', ends: '11:00' },
	'/werkstatt/treffen/termine/[meeting]': { title: 'Frühstück', date: '2027-05-20', begins: '09:00', ends: '11:00' },
	'/dank': { occasion: 'phase 1' },
	'/werkstatt/karten/dank': {
		budgetOf: newId(),
		place: newId(),
		code: makeCode(randomInt),
		purpose: 'travel',
		amount: '5,00',
		granted: '5,00',
		limit: '60,00'
	},
	'/werkstatt/karten/ort/[place]': { address: 'Sonnenplatz 1', hours: 'immer' },
	'/werkstatt/karten/[batch]': { block: '1', to: newId() },
	'/werkstatt/organisationen/[id]': { into: newId(), seat: newId() },
	'/werkstatt/erfassen/viele': { 'title-1': 'Ein Titel', 'body-1': 'Ein Text, der lang genug ist.', ...ROW },
	'/werkstatt/entwurf/punkte/[number]': { from: '1', proposal: '1', into: '2', mergeReason: 'Dasselbe.', ...SPLIT },
	'/werkstatt/entwurf/punkte/neu': { from: '1' },
	'/werkstatt/stapel': { deed: newId() },
	'/werkstatt/stapel/[number]': { deed: newId(), to: '2', other: null },
	'/werkstatt/stapel/[number]?/split': { title: null, to: '2' },
	'/werkstatt/stapel/verlauf': { deed: newId() },
	'/stellungnahmen/[id]': { sections: '0' },
	'/werkstatt/kampagnen/[number]': { title: null, to: '2' },
	'/werkstatt/ansichten': { list: 'inbox', query: 'nur=overdue', view: newId() },
	'/werkstatt/vorschau': { subject: `report~${newId()}`, label: 'Büro', days: '3', link: newId() },
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
		typed.delete(name);
		for (const one of [value ?? []].flat()) typed.append(name, one);
	}
	return typed;
}
