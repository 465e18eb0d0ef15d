import { globSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Town } from './server.ts';
import type { Who } from './people.ts';

/** A page of the site: its pattern, who reads it, and an address of it in the journey town. */
export interface Route {
	id: string;
	who: Who | null;
	address(town: Town): string;
}

/** What stands for the gaps of a pattern. A new page with a gap needs an example here. */
const EXAMPLES: Readonly<Record<string, (town: Town) => string>> = {
	'[page]': () => 'impressum',
	'[set]': () => 'beitraege',
	'[number]': () => '1',
	'[phase]': (town) => town.facts.phaseId,
	'[kind]': () => 'beitrag',
	'[id]': (town) => town.facts.waitingId,
	'[batch]': (town) => town.facts.batchId,
	'[place]': (town) => town.facts.placeId,
	'[item]': (town) => town.facts.itemId,
	'[token]': (town) => town.facts.invitation
};

/** Pages whose gap means something else than elsewhere. */
const SPECIAL: Readonly<Record<string, (town: Town) => string>> = {
	'/leicht/[page]': () => '/leicht/datenschutz',
	'/suche': () => '/suche?q=Wohnung',
	'/meine-daten/loeschen/bestaetigen': () => '/meine-daten/loeschen/bestaetigen?texte=unlink',
	'/beitraege/[number]/zurueckziehen': () => '/beitraege/4/zurueckziehen',
	'/kommentare/[id]': (town) => `/kommentare/${town.facts.commentId}`,
	'/werkstatt/aufrufe/[number]/[item]': (town) => `/werkstatt/aufrufe/2/${town.facts.itemId}`,
	'/widerspruch/[decision]': (town) => `/widerspruch/${town.facts.decisionId}`,
	'/werkstatt/widersprueche/[id]': (town) => `/werkstatt/widersprueche/${town.facts.appealId}`,
	'/werkstatt/phasen/[phase]/[change]': (town) => `/werkstatt/phasen/${town.facts.phaseId}/2020-01-01_2020-01-02_vote`,
	'/organisationen/[id]': (town) => `/organisationen/${town.facts.organisationId}`,
	'/werkstatt/organisationen/[id]': (town) => `/werkstatt/organisationen/${town.facts.organisationId}`,
	'/werkstatt/treffen/[number]': () => '/werkstatt/treffen/2',
	'/werkstatt/aufrufe/[number]/kopf': () => '/werkstatt/aufrufe/2/kopf',
	'/werkstatt/aufrufe/[number]/neu': () => '/werkstatt/aufrufe/2/neu'
};

function reader(folder: string): Who | null {
	if (folder.includes('werkstatt')) return 'everything';
	// Somebody the other pages do not need: texts are taken back there.
	if (folder.includes('meine-daten')) return 'researcher';
	return folder.includes('(account)') && !folder.includes('anmelden') ? 'neighbour' : null;
}

function fill(id: string, town: Town): string {
	return id.replace(/\[[^\]]+\]/g, (gap) => {
		const example = EXAMPLES[gap];
		if (!example) throw new Error(`${id}: what stands for ${gap}? Add an example to tests/journeys/support/routes.ts`);
		return example(town);
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
		address: (town) => (SPECIAL[id] ? SPECIAL[id](town) : fill(id, town))
	}));
