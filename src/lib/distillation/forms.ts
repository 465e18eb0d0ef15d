import { z } from 'zod';
import { seenField, several, words, wordsIfAny } from '../form.ts';
import { DissentName, GIST_MAX, ITEMS_MAX, RELATIONS, REMARK_MAX, TITLE_MAX } from './clusters/cluster.ts';
import { AsideName } from './desk/workItem.ts';

const many = <T extends z.ZodType<unknown, string>>(one: T) =>
	several(z.array(z.string()))
		.transform((texts) => texts.filter((text) => text !== ''))
		.pipe(z.array(one).max(ITEMS_MAX, 'tooMany'));

/** A contribution as it was on the screen: `12.3` is contribution 12 in the state 3 of its docket. */
const Seen = z
	.string()
	.regex(/^\d{1,9}\.\d{1,9}$/, 'wrong')
	.transform((text) => text.split('.').map(Number))
	.pipe(z.tuple([z.number(), z.number()]).transform(([number, revision]) => ({ number, revision })));
export type Seen = z.output<typeof Seen>;

/** A passage on the screen: `12-80` is from sign 12 up to sign 80. */
const Span = z
	.string()
	.regex(/^\d{1,6}-\d{1,6}$/, 'wrong')
	.transform((text) => text.split('-').map(Number))
	.pipe(z.tuple([z.number(), z.number()]).transform(([starts, ends]) => ({ starts, ends })));
type Span = z.output<typeof Span>;

/** The id a deed will have: the same form sent twice is one deed. */
const deed = { id: z.uuid('wrong') };
const seen = many(Seen).pipe(z.array(z.custom<Seen>()).min(1, 'sourcesMissing'));
const title = wordsIfAny(TITLE_MAX);
/** A number people type: "12", "Stapel 12"; empty: none. */
const number = z
	.string()
	.trim()
	.max(40, 'tooLong')
	.default('')
	.transform((text) => /\d{1,9}/.exec(text)?.[0] ?? null)
	.transform((digits) => (digits === null ? null : Number(digits)));
const dissent = z
	.union([z.literal(''), DissentName], 'choose')
	.default('')
	.transform((typed) => typed || null);
const relation = z.enum(RELATIONS, 'choose').default('summarises');
const how = { relation, dissent };
/** Into a cluster that was suggested (`to`) or another one by its number, or a new one with this title. */
const target = { to: number, other: number, title };
interface Target {
	to: number | null;
	other: number | null;
	title: string;
}
const targetsIn = ({ to, other, title }: Target) => [to, other, title || null].filter((one) => one !== null).length;
const hasTarget = (form: Target) => targetsIn(form) > 0;
const targetMissing = { error: 'clusterMissing', path: ['other'] };
/** Nobody guesses which of two was meant. */
const hasOne = (form: Target) => targetsIn(form) < 2;
const targetTwice = { error: 'clusterTwice', path: ['other'] };
function decided<T extends Target>({ other, ...form }: T) {
	return { ...form, to: other ?? form.to };
}

export const PutForm = z
	.object({ ...deed, seen, ...target, ...how })
	.refine(hasTarget, targetMissing)
	.refine(hasOne, targetTwice)
	.transform(decided);
export type PutInput = z.output<typeof PutForm>;

/** All texts of a campaign that have no place yet. `texts`: the mark of those that were on the screen. */
export const PutAllForm = z
	.object({ ...deed, ...target, ...how, texts: seenField })
	.refine(hasTarget, targetMissing)
	.refine(hasOne, targetTwice)
	.transform(decided);
export type PutAllInput = z.output<typeof PutAllForm>;

/** Passages of one contribution. `digest`: of the text they were chosen in. */
export const CutForm = z
	.object({ ...deed, seen, spans: many(Span), digest: z.string().max(64).default(''), ...target, ...how })
	.refine(hasTarget, targetMissing)
	.refine(hasOne, targetTwice)
	.transform(decided);
export type CutInput = z.output<typeof CutForm>;

export const AsideForm = z.object({ ...deed, seen, aside: z.union([z.literal(''), AsideName], 'choose') });
export type AsideInput = z.output<typeof AsideForm>;

export const AssignForm = z.object({ ...deed, seen, assignee: z.union([z.literal(''), z.uuid('wrong')]).default('') });
export type AssignInput = z.output<typeof AssignForm>;

export const UncutForm = z.object({ ...deed, seen, segment: z.uuid('wrong') });
export type UncutInput = z.output<typeof UncutForm>;

/** Which cluster a form was made for, and which state of it was on the screen. */
const marks = { ...deed, cluster: z.uuid('wrong'), revision: z.coerce.number().int().catch(0) };
export type Marks = z.output<z.ZodObject<typeof marks>>;
const items = many(z.uuid('wrong')).pipe(z.array(z.string()).min(1, 'itemsMissing'));

export const OpenForm = z.object({ ...deed, title: title.pipe(z.string().min(1, 'missing')) });
export type OpenInput = z.output<typeof OpenForm>;

export const DescribeForm = z.object({
	...marks,
	title: title.pipe(z.string().min(1, 'missing')),
	gist: wordsIfAny(GIST_MAX),
	assignee: z.union([z.literal(''), z.uuid('wrong')]).default('')
});
export type DescribeInput = z.output<typeof DescribeForm>;

export const MarkForm = z.object({ ...marks, items, ...how });
export type MarkInput = z.output<typeof MarkForm>;

export const TakeOutForm = z.object({ ...marks, items });
export type TakeOutInput = z.output<typeof TakeOutForm>;

export const SplitForm = z
	.object({ ...marks, items, ...target })
	.refine(hasTarget, targetMissing)
	.refine(hasOne, targetTwice)
	.transform(decided);
export type SplitInput = z.output<typeof SplitForm>;

export const MergeForm = z
	.object({ ...marks, into: number })
	.refine((form) => form.into !== null, { error: 'clusterMissing', path: ['into'] });
export type MergeInput = z.output<typeof MergeForm>;

export const RemarkForm = z.object({
	...deed,
	subject: z.uuid('wrong'),
	body: words(REMARK_MAX)
});
export type RemarkInput = z.output<typeof RemarkForm>;

export const UndoForm = z.object({ ...deed, deed: z.uuid('wrong') });
export type UndoInput = z.output<typeof UndoForm>;
