import type { Town } from '../../journeys/support/server.ts';
import type { Who } from '../../journeys/support/people.ts';
import type { FormTown } from './formTown.ts';

/** A form that changes a text that stands there already. */
export interface Edit {
	/** Where the form is. */
	path: (testApp: Town) => string;
	/** What is typed, in words that differ from turn to turn; everything else stays as the page has it. */
	typed(turn: string): Record<string, string>;
	/** What nobody can take, so that the form comes back for another reason. */
	wrong: Record<string, string>;
	who?: Who;
	/** What has to be there first. */
	before?: (site: FormTown) => Promise<void>;
	/** Of several forms of this action: the one with these values. */
	among?: Record<string, string>;
	/** Shows beforehand what it would change; where it stands beside it, by the same name on every such page. */
	preview?: string;
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

/** The draft rests no more on what lies in the cluster, and its author finds nothing there. */
async function leaveOut(site: FormTown): Promise<void> {
	const version = await draftOf(site);
	await site.change(async (db) => {
		await db.updateTable('members').set({ dissent: null }).execute();
		await db.updateTable('clusters').set({ pointId: null }).execute();
		const behind = db.selectFrom('members').select('proposalId');
		await db.deleteFrom('sources').where('versionId', '=', version).where('proposalId', 'in', behind).execute();
	});
}

/** Whoever sees it differently now stands behind a point of the draft. */
async function leadToPoint(site: FormTown): Promise<void> {
	await site.change(async (db) => {
		const point = await db.selectFrom('points').select('id').where('number', '=', 1).executeTakeFirstOrThrow();
		await db.updateTable('clusters').set({ pointId: point.id }).execute();
		await db.updateTable('members').set({ dissent: 'minority' }).execute();
	});
}

async function beginReport(site: FormTown): Promise<void> {
	const form = { id: crypto.randomUUID(), title: 'Ein Bericht', foreword: '' };
	await send(site, '/werkstatt/berichte?/begin', form);
}

/** A neighbour's contribution behind a point of the draft that has new words: its author is asked. */
async function askAuthors(site: FormTown): Promise<void> {
	await send(site, '/werkstatt/entwurf/verstanden?/open', { version: await draftOf(site) });
}

/** Words of a member are read and published: she has allowed both. */
async function allowWords(site: FormTown): Promise<void> {
	const browser = site.browser();
	await browser.signIn('neighbour');
	for (const purpose of ['evaluate', 'publish']) {
		const { status } = await browser.ask('/meine-daten?/allow', new URLSearchParams({ purpose }));
		if (status !== 303) throw new Error(`allow: ${status}`);
	}
}

const DRAFT = '0190a000-0000-7000-8000-0000000000d1';
const UNTITLED = '0190a000-0000-7000-8000-0000000000d2';

async function keepDraft(site: FormTown, id = DRAFT): Promise<void> {
	const browser = site.browser();
	await browser.signIn('neighbour');
	const form = { id, body: text('vorher').body, kind: 'proposal', language: 'de' };
	const { status } = await browser.ask('/beitragen?/save', new URLSearchParams(form));
	if (status !== 303) throw new Error(`draft: ${status}`);
}

async function draftOf({ app }: FormTown): Promise<string> {
	const row = await app.reader.selectFrom('versions').select('id').where('publishedAt', 'is', null).executeTakeFirst();
	return row?.id ?? '';
}

/** The town's phases follow each other within a day; the form knows whole days. */
async function makeRoom(site: FormTown): Promise<void> {
	const dates = { beginsAt: '2090-01-01T00:00:00.000Z', endsAt: '2090-02-01T00:00:00.000Z' };
	await site.change((db) => db.updateTable('phases').set(dates).where('slug', '=', 'final').execute());
}

/** A contribution in Turkish waits. */
async function speakTurkish(site: FormTown): Promise<void> {
	const { waitingId } = site.testApp.facts;
	await site.change((db) => db.updateTable('proposals').set({ language: 'tr' }).where('id', '=', waitingId).execute());
}

/** By route and action. */
export const EDITS: Readonly<Record<string, Edit>> = {
	'/beitragen?/save': {
		...{ path: () => `/beitragen?entwurf=${DRAFT}`, who: 'neighbour', before: (site) => keepDraft(site) },
		...{ typed: (turn) => ({ body: text(turn).body }), wrong: { body: LONG } }
	},
	'/beitragen/[draft]/titel?/default': {
		...{ path: () => `/beitragen/${UNTITLED}/titel`, who: 'neighbour', before: (site) => keepDraft(site, UNTITLED) },
		...{ typed: title, wrong: { title: LONG } }
	},
	'/aendern/[kind]/[which]?/default': {
		...{ path: () => '/aendern/beitrag/4', who: 'neighbour' as const, typed: text, wrong: { title: '' } }
	},
	'/werkstatt/treffen/termine/[meeting]?/change': {
		path: (testApp) => `/werkstatt/treffen/termine/${testApp.facts.meetingId}`,
		...{ typed: (turn) => ({ title: `Frühstück ${turn}` }), wrong: { title: LONG } }
	},
	'/werkstatt/karten/ort/[place]?/default': {
		path: (testApp) => `/werkstatt/karten/ort/${testApp.facts.placeId}`,
		...{ typed: (turn) => ({ hours: `Montag, ${turn}` }), wrong: { hours: LONG } }
	},
	'/werkstatt/angaben?/save': {
		preview: '?/preview',
		path: () => '/werkstatt/angaben',
		...{ typed: (turn) => ({ authority: `Ministerium ${turn}` }), wrong: { authority: LONG } }
	},
	'/werkstatt/profil/aussehen?/save': {
		preview: '?/preview',
		path: () => '/werkstatt/profil/aussehen',
		...{ typed: (turn) => ({ claim: `Gemeinsam ${turn}` }), wrong: { claim: LONG } }
	},
	'/werkstatt/profil/gruppen?/save': {
		preview: '?/preview',
		path: () => '/werkstatt/profil/gruppen',
		...{ typed: (turn) => ({ 'long-1': `Menschen, ${turn}` }), wrong: { 'long-1': LONG } }
	},
	'/werkstatt/profil/namen/[list]?/save': {
		preview: '?/preview',
		path: () => '/werkstatt/profil/namen/arten',
		...{ typed: (turn) => ({ 'name-1': `Erfahrung ${turn}` }), wrong: { 'name-1': LONG } }
	},
	'/werkstatt/profil/orte?/save': {
		preview: '?/preview',
		path: () => '/werkstatt/profil/orte',
		...{ typed: (turn) => ({ towns: `05315; Stadt ${turn}` }), wrong: { towns: 'Ohne Kürzel?; Neudorf' } }
	},
	'/werkstatt/profil/woerter?/save': {
		preview: '?/preview',
		path: () => '/werkstatt/profil/woerter',
		...{ typed: (turn) => ({ 'bare-1': `Ministerium ${turn}` }), wrong: { 'bare-1': '' } }
	},
	'/werkstatt/uebersetzungen/[locale]/[kind]/[key]?/save': {
		path: () => '/werkstatt/uebersetzungen/uk/punkt/1',
		...{ typed: (turn) => ({ 'text-title': `Допомога ${turn}` }), wrong: { 'text-title': 'x'.repeat(30_000) } }
	},
	'/werkstatt/texte/[key]?/save': {
		preview: '?/preview',
		path: () => '/werkstatt/texte/votes.hint',
		...{ typed: (turn) => ({ text: `Sie können Ihre Stimme ändern. ${turn}` }), wrong: { text: 'x'.repeat(30_000) } }
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
	'/werkstatt/vorrang/[phase]?/default': {
		path: () => '/werkstatt/vorrang/draft',
		...{ typed: (turn) => ({ budget: String(20 + turn.length) }), wrong: { budget: 'viel' } }
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
	'/werkstatt/entwurf/fehlendes?/explain': {
		...{ path: () => '/werkstatt/entwurf/fehlendes', before: leadToPoint, wrong: { 'text-0': LONG } },
		typed: (turn) => ({ 'way-0': 'otherwise', 'text-0': `Das steht bei ${turn}.` })
	},
	'/meine/beirat?/say': {
		...{ path: () => '/meine/beirat', who: 'neighbour', before: allowWords, wrong: { reason: '' } },
		typed: (turn) => ({ choice: 'dissent', reason: `Es fehlt etwas: ${turn}.` })
	},
	'/werkstatt/beirat?/quorum': {
		...{ path: () => '/werkstatt/beirat', wrong: { quorum: '0' } },
		typed: (turn) => ({ quorum: String([...turn].reduce((sum, sign) => (sum * 7 + sign.charCodeAt(0)) % 89, 0) + 7) })
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
	'/werkstatt/freigabe?/justify': {
		path: () => '/werkstatt/freigabe',
		before: leaveOut,
		...{ typed: (turn) => ({ 'reason-1': `Das regelt der Bund, sagt ${turn}.` }), wrong: { 'reason-1': LONG } }
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
	'/werkstatt/verfahren?/words': {
		...{ path: () => '/werkstatt/verfahren', preview: '?/previewWords' },
		...{ typed: title, wrong: { title: '' } }
	},
	'/werkstatt/verfahren/themen/[field]?/change': {
		preview: '?/preview',
		path: ({ facts }) => `/werkstatt/verfahren/themen/${facts.fieldId}`,
		...{ typed: title, wrong: { title: '' } }
	},
	'/werkstatt/verfahren/fragen/[question]?/change': {
		preview: '?/preview',
		path: ({ facts }) => `/werkstatt/verfahren/fragen/${facts.questionId}`,
		...{ typed: title, wrong: { title: '' } }
	},
	'/werkstatt/phasen/[phase]?/words': {
		preview: '?/preview',
		path: ({ facts }) => `/werkstatt/phasen/${facts.phaseId}`,
		...{ typed: title, wrong: { title: '' } }
	},
	'/werkstatt/phasen/[phase]?/dates': {
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
	'/werkstatt/treffen/[number]?/reading': {
		path: () => '/werkstatt/treffen/2',
		typed: (turn) => ({ point: '1', reading: `Wohnen zuerst, sagt ${turn}.`, agree: '6', pass: '0', disagree: '0' }),
		wrong: { agree: 'viele' }
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
		...{ typed: (turn) => ({ 'percent-affected': '50', source: `Quelle ${turn}` }), wrong: { source: '' } }
	}
};
