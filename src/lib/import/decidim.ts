import { lacking, type Places } from './places.ts';
import type { Problem } from './row.ts';

/** Decidim writes a column for each language, `title/de`, and one for each that a machine has translated into. */
const MACHINE = 'machine_translations';

function inLanguages(names: readonly string[], column: string, language: string): number[] {
	const own = names.flatMap((name, place) => {
		const [first, second = '', ...more] = name.split('/');
		return first === column && second !== MACHINE && more.length === 0 ? [{ place, second }] : [];
	});
	// What somebody wrote in another language is better than nothing; the language asked for comes first.
	return own.sort((a, b) => Number(b.second === language) - Number(a.second === language)).map(({ place }) => place);
}

/** Where a proposal's words stand in Decidim's export of proposals. Throws `BadSheet`. */
export function decidimPlaces(header: readonly string[], language: string): Places {
	const names = header.map((name) => name.replace(/^\uFEFF/, '').trim());
	const places = (column: string) => inLanguages(names, column, language);
	const [id, title, text] = [places('id'), places('title'), places('body')];
	if (id.length === 0) lacking(names, 'id');
	if (title.length === 0) lacking(names, 'title');
	if (text.length === 0) lacking(names, 'text');
	return { id, title, text, url: places('url'), language: [] };
}

/** What the export holds but its authors did not leave standing, and what is no proposal of its own. */
export function decidimLeavesOut(header: readonly string[]): (cells: readonly string[]) => Problem | null {
	const [state, amends] = [header.indexOf('state'), header.indexOf('is_amend')];
	return (cells) => {
		if (cells[state]?.trim() === 'withdrawn') return 'withdrawn';
		return cells[amends]?.trim() === 'true' ? 'amendment' : null;
	};
}
