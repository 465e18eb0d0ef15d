import { german, type Catalogue } from '../catalogue.ts';
import { fill, t } from '../texts.ts';
import type { FixedPage } from './page.ts';

/**
 * What only the operator knows. Each stands on one fixed page as `{{name}}`, is filled in in the workshop and is asked for
 * before the site goes live.
 */
export type PlaceName = keyof Catalogue['places'];

export function isPlace(name: string): name is PlaceName {
	return Object.hasOwn(german.places, name);
}

export const PLACE_NAMES: readonly PlaceName[] = Object.keys(german.places).filter(isPlace);

/** What the law wants on a page. */
export const LEGAL_PLACES: readonly PlaceName[] = [
	'controller',
	'protectionOfficer',
	'legalBasis',
	'processor',
	'barrierPhone',
	'barrierMail',
	'ombud',
	'statementDate',
	'authority',
	'authorityPost',
	'authorityPhone',
	'authorityMail',
	'representative',
	'responsible'
];

/** What the page says meanwhile, where it must not simply be silent. */
function saidInstead(name: PlaceName): string | null {
	if (LEGAL_PLACES.includes(name)) return t.pages.unfinished.follows;
	return name === 'accessAudit' ? t.pages.unfinished.notAudited : null;
}

/** What the operator has written, by place. */
export type Statements = Readonly<Partial<Record<PlaceName, string>>>;

/** Where it stands in the text of a page. */
export const place = (name: PlaceName) => `{{${name}}}`;
const TOKEN = /\{\{(\w+)\}\}/g;
const marked = (name: PlaceName) => `**${fill(t.pages.unfinished.mark, { what: t.places[name] })}**`;

/** Every place of a page, in its order. */
export function placesIn({ body }: FixedPage): PlaceName[] {
	return [...body.matchAll(TOKEN)].flatMap(([, name = '']) => (isPlace(name) ? [name] : []));
}

export interface ShownPage extends FixedPage {
	/** What is still missing, for those who can do something about it. */
	open: string[];
}

/**
 * The page as it is read. What the operator has not written is shown to `team` as a mark; everybody else reads a page
 * without it: the sentence goes, and with the last sentence its heading. Where the page
 * must not be silent, one plain sentence says so.
 */
export function shownPage(page: FixedPage, statements: Statements, team: boolean): ShownPage {
	const open = placesIn(page).filter((name) => !statements[name]);
	const body = page.body.replace(TOKEN, (token, name: string) => {
		const said = isPlace(name) ? statements[name] : undefined;
		if (said) return page.body.includes(`\n${token}\n`) ? lines(said) : said.replace(/\s*\n\s*/g, ', ');
		return team && isPlace(name) ? marked(name) : token;
	});
	const what = team ? open.map((name) => t.places[name]) : [];
	return { ...page, body: team ? body : withoutGaps(body), open: what };
}

/** An address keeps its lines. */
const lines = (text: string) => text.trim().replace(/\n/g, '  \n');

function withoutGaps(body: string): string {
	return body
		.split(/^(?=# )/m)
		.map(withoutGapsIn)
		.join('');
}

function withoutGapsIn(section: string): string {
	if (!section.includes('{{')) return section;
	const told = new Set<string>();
	const kept = section.split('\n').flatMap((line) => {
		if (!line.includes('{{')) return [line];
		const missing = [...line.matchAll(TOKEN)].flatMap(([, name = '']) =>
			isPlace(name) ? (saidInstead(name) ?? []) : []
		);
		const fresh = missing.filter((sentence) => !told.has(sentence));
		for (const sentence of fresh) told.add(sentence);
		const rest = withoutSentences(line);
		return [...(rest === '' ? [] : [rest]), ...fresh.flatMap((sentence) => ['', sentence, ''])];
	});
	const empty = kept.every((line) => line.trim() === '' || line.startsWith('# '));
	return empty && section.startsWith('# ') ? '' : kept.join('\n');
}

/** Sentences around a gap go; so does the question before one, which nobody would answer. */
function withoutSentences(line: string): string {
	const [, bullet = '', text = ''] = /^(- )?(.*)$/.exec(line) ?? [];
	const rest = text.split(/(?<=[.!?]) /).filter((sentence) => !sentence.includes('{{'));
	while (rest.at(-1)?.endsWith('?')) rest.pop();
	return rest.length === 0 ? '' : bullet + rest.join(' ');
}
