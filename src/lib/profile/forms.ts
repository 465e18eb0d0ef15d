import { z } from 'zod';
import { districtLines, districtsFrom, ProfileDistricts } from './district.ts';
import { GROUPS_MAX, ProfileGroup, ProfileGroups } from './groups/group.ts';
import { PictureName } from './look/picture.ts';
import { Look, type Profile } from './profile.ts';
import { ADDRESSES, FORMS, Term, TERMS, Terms } from './words/term.ts';

/** The number of the state that the page showed. */
const revision = z.coerce.number('wrong').int('wrong').min(0, 'wrong');

const { name, claim, official, flag, calls, accent } = Look.shape;

/** Name and look; pictures are files and come by themselves. */
export const LookForm = z
	.object({
		name,
		claim,
		official,
		flag,
		calls: calls.unwrap(),
		light: accent.shape.light,
		dark: accent.shape.dark,
		revision
	})
	.transform(({ light, dark, revision, ...look }) => ({ look: { ...look, accent: { light, dark } }, seen: revision }));
export type LookInput = z.output<typeof LookForm>;

/** What the form shows, by field. */
export const lookState = ({ look }: Profile) => ({
	...{ name: look.name, claim: look.claim, official: look.official, flag: look.flag },
	calls: look.calls,
	...{ light: look.accent.light, dark: look.accent.dark }
});

/** In the order of the form. */
export const GROUP_FIELDS = ['key', 'name', 'long', 'from', 'colour'] as const;
const ROWS = Array.from({ length: GROUPS_MAX }, (_, at) => at + 1);
const cell = z.string().trim().default('');
type Cells = Readonly<Record<string, unknown>>;
const textIn = (typed: Cells, field: string): string => cell.catch('').parse(typed[field]);

/** Six rows, of which those without a key and a name are none. */
export const GroupsForm = z.looseObject({ revision }).transform((typed, context) => {
	const groups: ProfileGroup[] = [];
	for (const row of ROWS) {
		const cells = Object.fromEntries(GROUP_FIELDS.map((field) => [field, textIn(typed, `${field}-${row}`)]));
		if (cells.key === '' && cells.name === '') continue;
		const parsed = ProfileGroup.safeParse(cells);
		if (parsed.success) groups.push(parsed.data);
		else {
			const issues = parsed.error.issues.map(({ path, message }) => ({ message, path: [`${String(path[0])}-${row}`] }));
			for (const { message, path } of issues) context.addIssue({ code: 'custom', message, path });
		}
	}
	const whole = ProfileGroups.safeParse(groups);
	if (!whole.success && context.issues.length === 0) {
		context.addIssue({ code: 'custom', message: whole.error.issues[0]?.message ?? 'wrong', path: ['key-1'] });
	}
	return { groups, seen: typed.revision };
});
export type GroupsInput = z.output<typeof GroupsForm>;

export const groupsState = ({ groups }: Profile): Record<string, string> =>
	Object.fromEntries(
		groups.flatMap((group, at) => GROUP_FIELDS.map((field) => [`${field}-${at + 1}`, group[field]] as const))
	);

/** The form of address, and each term in its forms: `genitive-3` is the genitive of the third term. */
export const WordsForm = z
	.looseObject({ revision, address: z.enum(ADDRESSES, 'choose') })
	.transform((typed, context) => {
		const terms = Object.fromEntries(
			TERMS.map((term, at) => {
				const cells = Object.fromEntries(FORMS.map((form) => [form, textIn(typed, `${form}-${at + 1}`)]));
				for (const { path, message } of Term.safeParse(cells).error?.issues ?? [])
					context.addIssue({ code: 'custom', message, path: [`${String(path[0])}-${at + 1}`] });
				return [term, cells];
			})
		);
		const whole = Terms.safeParse(terms);
		return whole.success ? { terms: whole.data, address: typed.address, seen: typed.revision } : z.NEVER;
	});
export type WordsInput = z.output<typeof WordsForm>;

export const wordsState = ({ terms, address }: Profile): Record<string, string> => ({
	address,
	...Object.fromEntries(
		TERMS.flatMap((term, at) => FORMS.map((form) => [`${form}-${at + 1}`, terms[term][form]] as const))
	)
});

/** The file is no field. */
export const PictureForm = z.object({ picture: PictureName });

const LIST_MAX = 100_000;

/** One line for each place. Those that had a key keep it. */
export const DistrictsForm = z
	.object({ towns: z.string().max(LIST_MAX, 'tooLong').default(''), revision })
	.transform(({ towns, revision }, context) => {
		const { success, data, error } = ProfileDistricts.safeParse(districtsFrom(towns));
		if (success) return { districts: data, seen: revision };
		context.addIssue({ code: 'custom', message: error.issues[0]?.message ?? 'wrong', path: ['towns'] });
		return z.NEVER;
	});
export type DistrictsInput = z.output<typeof DistrictsForm>;

export const districtsState = ({ districts }: Profile) => ({ towns: districtLines(districts) });

/** Of a form whose content is a file. */
export const RevisionForm = z.object({ revision });

/** A profile that ships, by its folder. */
export const ShippedForm = z.object({ profile: z.string('choose').min(1, 'choose').max(60, 'choose'), revision });

export const RestoreForm = z.object({ number: z.coerce.number('wrong').int('wrong').min(0, 'wrong'), revision });
