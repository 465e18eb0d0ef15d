import { barrierefreiheit } from './barrierefreiheit.ts';
import { datenschutz } from './datenschutz.ts';
import { gebaerdensprache } from './gebaerdensprache.ts';
import { hilfe } from './hilfe.ts';
import { impressum } from './impressum.ts';
import { leicht } from './leicht.ts';
import type { FixedPage } from './page.ts';
import { regeln } from './regeln.ts';
import { soGehts } from './so-gehts.ts';

/** Fixed pages by their address. */
export const pages: Readonly<Record<string, FixedPage>> = {
	'so-gehts': soGehts,
	leicht,
	gebaerdensprache,
	regeln,
	hilfe,
	datenschutz,
	barrierefreiheit,
	impressum
};

export function fixedPage(address: string): FixedPage | null {
	return Object.hasOwn(pages, address) ? (pages[address] ?? null) : null;
}

export const unfinished = {
	title: 'Diese Seite ist noch nicht vollständig',
	text: 'Wer diese Website betreibt, muss noch eintragen:'
};

export const sitemap = {
	title: 'Inhalt der Website',
	lead: 'Alle Seiten auf einen Blick.',
	more: 'Weitere Seiten',
	menu: 'Hauptmenü'
};
