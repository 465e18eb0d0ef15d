import { z } from 'zod';

/**
 * Lists whose entries stand as codes in rows, files and digests. The lists are the program's and stay; what their entries
 * are called, and the sentence that belongs to each, is the operator's. `*` stands for the code in the key of a text.
 */
const LISTS = {
	kinds: { page: 'arten', name: 'proposals.kinds.*', text: 'proposals.kindHints.*' },
	outcomes: { page: 'antworten', name: 'answers.dispositions.*', text: 'answers.hints.*' },
	grounds: { page: 'gruende', name: 'moderation.groundLabels.*', text: 'moderation.grounds.*.sentence' },
	competences: {
		page: 'zustaendigkeiten',
		name: 'strategy.measures.competences.*',
		text: 'strategy.measures.competenceHints.*'
	}
} as const;

export type NameList = keyof typeof LISTS;
export const NAME_LISTS = ['kinds', 'outcomes', 'grounds', 'competences'] as const satisfies readonly NameList[];

/** The page of a list in the workshop. */
export const namePage = (list: NameList): string => LISTS[list].page;
export const listOfPage = (page: string): NameList | undefined => NAME_LISTS.find((list) => LISTS[list].page === page);

/** What is said of an entry: its name, or the sentence that belongs to it. */
export type Saying = 'name' | 'text';
export const nameKey = (list: NameList, of: Saying, code: string): string => LISTS[list][of].replace('*', code);

function codeIn(key: string, pattern: string): string | null {
	const [before = '', after = ''] = pattern.split('*');
	const code = key.slice(before.length, key.length - after.length);
	return key.startsWith(before) && key.endsWith(after) && /^\w+$/.test(code) ? code : null;
}

/** Whether a text belongs to the list. */
export const isOfList = (list: NameList, key: string): boolean =>
	codeIn(key, LISTS[list].name) !== null || codeIn(key, LISTS[list].text) !== null;

/** The codes of a list, in its order: `keys` are those of all texts. */
export const codesOf = (list: NameList, keys: Iterable<string>): string[] =>
	[...keys].flatMap((key) => codeIn(key, LISTS[list].name) ?? []);

/**
 * What stands for `{-kinds.list}` on a page: every name with the sentence that belongs to it, and for `{-outcomes.adopted}`:
 * one name. null: there is no such list or entry. `said`: the text of a key.
 */
export function namesText(said: (key: string) => string, keys: Iterable<string>, reference: string): string | null {
	const [name = '', code = '', more] = reference.split('.');
	const list = NAME_LISTS.find((one) => one === name);
	if (list === undefined || more !== undefined) return null;
	const codes = codesOf(list, keys);
	const of = (saying: Saying, one: string) => said(nameKey(list, saying, one));
	if (code === 'list') return codes.map((one) => `- **${of('name', one)}:** ${of('text', one)}`).join('\n');
	return codes.includes(code) ? of('name', code) : null;
}

export const NAME_MAX = 60;
export const NAME_TEXT_MAX = 2_000;
const ROWS_MAX = 12;

/** Empty: back to ours. */
export const NamesForm = z
	.looseObject({ revision: z.coerce.number('wrong').int('wrong').min(0, 'wrong') })
	.transform(({ revision, ...typed }, context) => {
		const cell = (name: string, most: number) => {
			const text = z.string().trim().catch('').parse(typed[name]);
			if (text.length > most) context.addIssue({ code: 'custom', message: 'tooLong', path: [name], params: { most } });
			return text;
		};
		const rows = Array.from({ length: ROWS_MAX }, (_, at) => ({
			name: cell(`name-${at + 1}`, NAME_MAX),
			text: cell(`text-${at + 1}`, NAME_TEXT_MAX)
		}));
		return { rows, seen: revision };
	});
export type NamesInput = z.output<typeof NamesForm>;
