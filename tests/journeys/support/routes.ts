import { globSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Town } from './server.ts';
import type { Who } from './people.ts';
import { PAPER_ID } from './seed/seed.paper.ts';

/** A page of the site: its pattern, who reads it, and an address of it in the journey town. */
export interface Route {
	id: string;
	who: Who | null;
	address(testApp: Town): string;
}

/** What stands for the gaps of a pattern. A new page with a gap needs an example here. */
const EXAMPLES: Readonly<Record<string, (testApp: Town) => string>> = {
	'[page]': () => 'impressum',
	'[chapter]': () => 'moderation',
	'[set]': () => 'beitraege',
	'[number]': () => '1',
	'[phase]': (testApp) => testApp.facts.phaseId,
	'[field]': (testApp) => testApp.facts.fieldId,
	'[question]': (testApp) => testApp.facts.questionId,
	'[kind]': () => 'beitrag',
	'[id]': (testApp) => testApp.facts.waitingId,
	'[which]': () => '4',
	'[batch]': (testApp) => testApp.facts.batchId,
	'[place]': (testApp) => testApp.facts.placeId,
	'[key]': () => 'votes.hint',
	'[item]': (testApp) => testApp.facts.itemId,
	'[meeting]': (testApp) => testApp.facts.meetingId,
	'[token]': (testApp) => testApp.facts.invitation,
	'[draft]': (testApp) => testApp.facts.draftId,
	'[locale]': () => 'uk'
};

/** Pages whose gap means something else than elsewhere. */
const SPECIAL: Readonly<Record<string, (testApp: Town) => string>> = {
	'/vorschau/[token]': (testApp) => `/vorschau/${testApp.facts.preview}`,
	'/nachrichten/[token]': (testApp) => `/nachrichten/${testApp.facts.subscription}`,
	'/beirat/[token]': (testApp) => `/beirat/${testApp.facts.boardInvitation}`,
	'/leicht/[page]': () => '/leicht/datenschutz',
	'/werkstatt/erfassen/kommentar': () => '/werkstatt/erfassen/kommentar?zu=punkt-1',
	'/suche': () => '/suche?q=Wohnung',
	'/werkstatt/suche': () => '/werkstatt/suche?q=Wohnung',
	'/meine-daten/loeschen/bestaetigen': () => '/meine-daten/loeschen/bestaetigen?texte=unlink',
	'/beitraege/[number]/zurueckziehen': () => '/beitraege/4/zurueckziehen',
	'/kommentare/[id]': (testApp) => `/kommentare/${testApp.facts.commentId}`,
	'/werkstatt/aufrufe/[number]/[item]': (testApp) => `/werkstatt/aufrufe/2/${testApp.facts.itemId}`,
	'/widerspruch/[decision]': (testApp) => `/widerspruch/${testApp.facts.decisionId}`,
	'/werkstatt/widersprueche/[id]': (testApp) => `/werkstatt/widersprueche/${testApp.facts.appealId}`,
	'/wie-war-es/[phase]': () => '/wie-war-es/auftakt',
	'/vorrang/[phase]': () => '/vorrang/auftakt',
	'/werkstatt/vorrang/[phase]': () => '/werkstatt/vorrang/draft',
	'/werkstatt/phasen/[phase]/[change]': (testApp) =>
		`/werkstatt/phasen/${testApp.facts.phaseId}/2020-01-01_2020-01-02_vote`,
	'/organisationen/[id]': (testApp) => `/organisationen/${testApp.facts.organisationId}`,
	'/werkstatt/organisationen/[id]': (testApp) => `/werkstatt/organisationen/${testApp.facts.organisationId}`,
	'/stellungnahmen/[id]': () => `/stellungnahmen/${PAPER_ID}`,
	'/werkstatt/kampagnen/[number]': () => '/werkstatt/kampagnen/9',
	'/werkstatt/profil/namen/[list]': () => '/werkstatt/profil/namen/gruende',
	'/werkstatt/importe/[job]': (testApp) => `/werkstatt/importe/${testApp.facts.importId}`,
	'/werkstatt/erfassen/stimmen/einlesen/[scan]': (testApp) =>
		`/werkstatt/erfassen/stimmen/einlesen/${testApp.facts.scanId}`,
	'/werkstatt/uebersetzungen/[locale]/[kind]/[key]': () => '/werkstatt/uebersetzungen/ar/punkt/1',
	'/werkstatt/treffen/[number]': () => '/werkstatt/treffen/2',
	'/werkstatt/treffen/[number]/fotos': () => '/werkstatt/treffen/2/fotos',
	'/werkstatt/berichtigungen/neu/[kind]/[number]': () => '/werkstatt/berichtigungen/neu/fassung/1',
	'/werkstatt/berichtigungen/[id]': (testApp) => `/werkstatt/berichtigungen/${testApp.facts.addendumId}`,
	'/werkstatt/aufrufe/[number]/kopf': () => '/werkstatt/aufrufe/2/kopf',
	'/werkstatt/aufrufe/[number]/neu': () => '/werkstatt/aufrufe/2/neu'
};

function reader(folder: string): Who | null {
	if (folder.includes('werkstatt')) return 'everything';
	// Somebody the other pages do not need: texts are taken back there.
	if (folder.includes('meine-daten')) return 'researcher';
	// Papers are organisations'.
	if (folder.includes('stellungnahmen')) return 'organisation';
	return folder.includes('(account)') && !folder.includes('anmelden') ? 'neighbour' : null;
}

function fill(id: string, testApp: Town): string {
	return id.replace(/\[[^\]]+\]/g, (gap) => {
		const example = EXAMPLES[gap];
		if (!example) throw new Error(`${id}: what stands for ${gap}? Add an example to tests/journeys/support/routes.ts`);
		return example(testApp);
	});
}

/** Every page there is, from the folders. */
export const ROUTES: readonly Route[] = globSync('src/routes/**/+page.svelte')
	.map((file) => dirname(file).replaceAll('\\', '/').slice('src/routes'.length))
	.map((folder) => ({ folder, id: folder.replace(/\/\([^)]+\)/g, '') || '/' }))
	.sort((a, b) => (a.id < b.id ? -1 : 1))
	.map(({ folder, id }) => ({
		id,
		who: reader(folder),
		address: (testApp) => (SPECIAL[id] ? SPECIAL[id](testApp) : fill(id, testApp))
	}));
