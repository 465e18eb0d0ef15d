import type { Town } from '../journeys/support/server.ts';
import type { Who } from '../journeys/support/people.ts';
import type { FormTown } from './formTown.ts';

/** A form that changes a text that stands there already. */
export interface Edit {
	/** Where the form is. */
	path: (town: Town) => string;
	/** What is typed, in words that differ from turn to turn; everything else stays as the page has it. */
	typed(turn: string): Record<string, string>;
	/** What nobody can take, so that the form comes back for another reason. */
	wrong: Record<string, string>;
	who?: Who;
	/** What has to be there first. */
	before?: (site: FormTown) => Promise<void>;
	/** Of several forms of this action: the one with these values. */
	among?: Record<string, string>;
}

const LONG = 'zu lang '.repeat(4_000);
const title = (turn: string) => ({ title: `Überschrift ${turn}` });
const text = (turn: string) => ({ ...title(turn), body: `Das ist der Text von ${turn}, und er ist lang genug.` });
const point = () => '/werkstatt/entwurf/punkte/1';

/** The staff member who may do everything sends a form of this page. */
async function send(site: FormTown, path: string, form: Record<string, string>): Promise<void> {
	const browser = site.browser();
	await browser.signIn('everything');
	const { status, body } = await browser.ask(path, new URLSearchParams(form));
	if (status !== 303) throw new Error(`${path}: ${status} ${body.toString().match(/role="alert"[\s\S]{0,600}/)?.[0]}`);
}

async function beginReport(site: FormTown): Promise<void> {
	const form = { id: crypto.randomUUID(), title: 'Ein Bericht', foreword: '' };
	await send(site, '/werkstatt/berichte?/begin', form);
}

/** A neighbour's contribution behind a point of the draft that has new words: its author is asked. */
async function askAuthors(site: FormTown): Promise<void> {
	await send(site, '/werkstatt/entwurf/verstanden?/open', { version: await draftOf(site) });
}

const DRAFT = '0190a000-0000-7000-8000-0000000000d1';

async function keepDraft(site: FormTown): Promise<void> {
	const browser = site.browser();
	await browser.signIn('neighbour');
	const form = { id: DRAFT, ...text('vorher'), kind: 'proposal', field: 'wohnen', language: 'de', district: '' };
	const { status } = await browser.ask('/beitragen?/save', new URLSearchParams(form));
	if (status !== 303) throw new Error(`draft: ${status}`);
}

async function draftOf({ house }: FormTown): Promise<string> {
	const row = await house.reader
		.selectFrom('versions')
		.select('id')
		.where('publishedAt', 'is', null)
		.executeTakeFirst();
	return row?.id ?? '';
}

/** The town's phases follow each other within a day; the form knows whole days. */
async function makeRoom(site: FormTown): Promise<void> {
	const dates = { beginsAt: '2090-01-01T00:00:00.000Z', endsAt: '2090-02-01T00:00:00.000Z' };
	await site.change((db) => db.updateTable('phases').set(dates).where('kind', '=', 'final').execute());
}

/** A contribution in Turkish waits. */
async function speakTurkish(site: FormTown): Promise<void> {
	const { waitingId } = site.town.facts;
	await site.change((db) => db.updateTable('proposals').set({ language: 'tr' }).where('id', '=', waitingId).execute());
}

/** By route and action. */
export const EDITS: Readonly<Record<string, Edit>> = {
	'/beitragen?/save': {
		...{ path: () => `/beitragen?entwurf=${DRAFT}`, who: 'neighbour', before: keepDraft, typed: text },
		wrong: { title: LONG }
	},
	'/werkstatt/angaben?/default': {
		path: () => '/werkstatt/angaben',
		...{ typed: (turn) => ({ authority: `Ministerium ${turn}` }), wrong: { authority: LONG } }
	},
	'/werkstatt/aufrufe/[number]/[item]?/default': {
		...{ path: ({ facts }) => `/werkstatt/aufrufe/2/${facts.itemId}`, typed: text, wrong: { title: '' } }
	},
	'/werkstatt/aufrufe/[number]/kopf?/default': {
		...{ path: () => '/werkstatt/aufrufe/2/kopf', typed: title, wrong: { title: '' } }
	},
	'/werkstatt/berichte?/change': {
		...{ path: () => '/werkstatt/berichte', before: beginReport, typed: title, wrong: { title: '' } }
	},
	'/werkstatt/eingang/[kind]/[id]?/summarise': {
		path: ({ facts }) => `/werkstatt/eingang/beitrag/${facts.waitingId}`,
		...{ before: speakTurkish, typed: (turn) => ({ ...text(turn), language: 'tr' }), wrong: { title: '' } }
	},
	'/werkstatt/entwurf?/head': { path: () => '/werkstatt/entwurf', typed: title, wrong: { title: '' } },
	'/werkstatt/entwurf/aenderungen/[number]?/decide': {
		path: () => '/werkstatt/entwurf/aenderungen/1',
		typed: (turn) => ({ outcome: 'declined', reason: `Nein, sagt ${turn}.` }),
		wrong: { reason: '' }
	},
	'/werkstatt/entwurf/punkte/[number]?/reword': { path: point, typed: text, wrong: { title: '' } },
	// After the point behind which the contribution stands has new words.
	'/meine/verstanden?/answer': {
		...{ path: () => '/meine/verstanden', who: 'neighbour', before: askAuthors },
		...{ typed: (turn) => ({ answer: 'wrong', why: `So war es nicht gemeint: ${turn}.` }), wrong: { why: '' } }
	},
	'/werkstatt/entwurf/punkte/[number]?/note': {
		...{ path: point, typed: (turn) => ({ editorialNote: `Vermerk ${turn}` }), wrong: { editorialNote: LONG } }
	},
	'/werkstatt/entwurf/punkte/[number]?/measure': {
		...{ path: point, typed: (turn) => ({ text: `Maßnahme ${turn}`, responsible: 'Amt', competence: 'land' }) },
		wrong: { text: '' }
	},
	'/werkstatt/entwurf/punkte/[number]?/sources': {
		...{
			path: point,
			typed: (turn) => ({ from: '1', relation: 'adopts', note: `Notiz ${turn}` }),
			wrong: { from: 'x' }
		}
	},
	'/werkstatt/freigabe?/waive': {
		path: () => '/werkstatt/freigabe',
		...{ typed: (turn) => ({ easy: `Keine Zeit, sagt ${turn}.` }), wrong: { easy: LONG }, among: { check: 'easy' } }
	},
	'/werkstatt/orte/[place]?/rename': {
		path: ({ facts }) => `/werkstatt/orte/${facts.placeId}`,
		...{ typed: (turn) => ({ name: `Treff ${turn}` }), wrong: { name: '' } }
	},
	'/werkstatt/organisationen/[id]?/rename': {
		path: ({ facts }) => `/werkstatt/organisationen/${facts.organisationId}`,
		...{ typed: (turn) => ({ name: `Tafel ${turn}` }), wrong: { name: '' } }
	},
	'/werkstatt/phasen/[phase]?/default': {
		path: ({ facts }) => `/werkstatt/phasen/${facts.phaseId}`,
		before: makeRoom,
		// The first day of a phase that runs: people are told its end only.
		typed: (turn) => ({ from: `2020-01-0${turn.length}` }),
		wrong: { from: 'gestern' }
	},
	'/werkstatt/stapel/[number]?/describe': {
		...{ path: () => '/werkstatt/stapel/1', typed: title, wrong: { title: '' } }
	},
	'/werkstatt/treffen/[number]?/change': {
		...{
			path: () => '/werkstatt/treffen/2',
			typed: (turn) => ({ minutes: `Protokoll ${turn}` }),
			wrong: { minutes: LONG }
		}
	},
	'/werkstatt/treffen/[number]?/hands': {
		path: () => '/werkstatt/treffen/2',
		typed: (turn) => ({ 'point-1': '1', 'agree-1': String(turn.length), 'pass-1': '0', 'disagree-1': '0' }),
		wrong: { 'agree-1': 'viele' }
	},
	'/werkstatt/verbleib/[number]?/save': {
		path: () => '/werkstatt/verbleib/2',
		...{ typed: (turn) => ({ disposition: 'declined', reason: `Nein, sagt ${turn}.` }), wrong: { reason: '' } }
	},
	'/werkstatt/verbleib/[number]?/next': {
		path: () => '/werkstatt/verbleib/3',
		...{ typed: (turn) => ({ disposition: 'declined', reason: `Nein, sagt ${turn}.` }), wrong: { reason: '' } }
	},
	'/werkstatt/verbleib?/save': {
		path: () => '/werkstatt/verbleib?zeigen=all',
		typed: (turn) => ({ disposition: 'declined', reason: `Gemeinsam nein, sagt ${turn}.` }),
		wrong: { reason: '' }
	},
	'/werkstatt/vergleich?/default': {
		path: () => '/werkstatt/vergleich',
		...{ typed: (turn) => ({ affected: '50', source: `Quelle ${turn}` }), wrong: { source: '' } }
	}
};
