import { forEachColumn, lacking, plain, type Asked, type Places } from './places.ts';
import type { Problem } from './row.ts';

/** Decidim writes a column for each language, `title/de`, and one for each that a machine has translated into. */
const MACHINE = 'machine_translations';

interface Found {
	place: number;
	language: string;
}

function inLanguages(names: readonly string[], column: string, language: string): Found[] {
	const own = names.flatMap((name, place) => {
		const [first, second = '', ...more] = name.split('/');
		return first === column && second !== MACHINE && more.length === 0 ? [{ place, language: second }] : [];
	});
	// What somebody wrote in another language is better than nothing; the language asked for comes first.
	return own.sort((a, b) => Number(b.language === language) - Number(a.language === language));
}

const namesOf = (header: readonly string[]) =>
	header.map((name) =>
		name
			.replace(/^\uFEFF/, '')
			.trim()
			.toLowerCase()
	);

/** Whether these are the columns of an export of proposals. */
export function isDecidim(header: readonly string[]): boolean {
	const names = namesOf(header);
	return ['title', 'body'].every((column) => names.some((name) => name.startsWith(`${column}/`)));
}

/** What else it says of a proposal, in the order in which it is believed. */
const ALSO = {
	field: ['category/name', 'scope/name'],
	date: ['published_at', 'created_at'],
	url: ['url']
} as const;

/**
 * Where a proposal's words stand in Decidim's export of proposals; what was asked for otherwise stands there. Throws
 * `BadSheet`.
 */
export function decidimPlaces(header: readonly string[], language: string, asked: Asked = {}): Places {
	const names = namesOf(header);
	const found = (column: string) => inLanguages(names, column, language);
	const places = (column: string) => found(column).map(({ place }) => place);
	const [id, title, text] = [places('id'), places('title'), places('body')];
	if (id.length === 0) lacking(names, 'id');
	if (title.length === 0) lacking(names, 'title');
	if (text.length === 0) lacking(names, 'text');
	const languages = new Map(
		[...found('title'), ...found('body')].flatMap((one) => (one.language ? [[one.place, one.language] as const] : []))
	);
	const also = (wanted: readonly string[]) =>
		wanted.flatMap((one) =>
			names.flatMap((name, place) => (name === one || name.startsWith(`${one}/`) ? [place] : []))
		);
	const usual: Readonly<Partial<Places>> = {
		...{ id, title, text, language: places('locale') },
		...{ url: also(ALSO.url), field: also(ALSO.field), date: also(ALSO.date) }
	};
	const chosen = forEachColumn((column) => {
		const said = asked[column];
		return typeof said === 'number' ? [said] : said === null ? [] : (usual[column] ?? []);
	});
	return { ...chosen, languages };
}

const NO: ReadonlySet<string> = new Set([
	'',
	'false',
	'falsch',
	'f',
	'no',
	'nein',
	'n',
	'0',
	'faux',
	'non',
	'falso',
	'null',
	'nil',
	'none',
	'-',
	'n/a'
]);
/** Yes in any language, or a moment at which it happened. */
const says = (cell: string | undefined) => !NO.has((cell ?? '').normalize('NFKC').trim().toLowerCase());

const WITHDRAWN =
	/^(withdrawn|withdraw|zurückgezogen|zurueckgezogen|retracted|retir(é|e)e?|retirad[ao]|ritirat[ao]|geri çekildi|gelöscht|deleted)$/;

const COLUMNS: readonly (readonly [Problem, RegExp])[] = [
	['withdrawn', /^(is )?(withdrawn|deleted)( at)?$/],
	['amendment', /^(is )?(amend|amendment|emendation)$/],
	['hidden', /^(is )?hidden( at)?$/]
];
const STATES = /^(proposal )?(state|status)( internal name)?(\/.*)?$/;

/** What the export holds but its authors did not leave standing, and what is no proposal of its own: by every column that says so. */
export function leavesOut(header: readonly string[]): (cells: readonly string[]) => Problem | null {
	const names = header.map(plain);
	const states = names.flatMap((name, place) => (STATES.test(name) ? [place] : []));
	const flags = COLUMNS.flatMap(([problem, pattern]) =>
		names.flatMap((name, place) => (pattern.test(name) ? [{ problem, place }] : []))
	);
	return (cells) => {
		const state = (place: number) => (cells[place] ?? '').normalize('NFKC').trim().toLowerCase();
		if (states.some((place) => WITHDRAWN.test(state(place)))) return 'withdrawn';
		if (states.some((place) => /^(hidden|versteckt|ausgeblendet)$/.test(state(place)))) return 'hidden';
		// Surveys keep what their makers have typed to see how it looks.
		if (states.some((place) => /^survey (preview|test)$/.test(state(place)))) return 'preview';
		return flags.find(({ place }) => says(cells[place]))?.problem ?? null;
	};
}
