import { z } from 'zod';
import { AuthorGroupChoice, AuthorGroupName, hasRole, type Person } from '../people/person.ts';
import { SpokenName } from '../people/details/language.ts';
import { COLUMNS } from '../import/places.ts';
import { DAY_ORDERS } from '../import/days.ts';
import { KINDS } from '../proposals/proposal.ts';
import { ConversationTaken, ConversationWish } from './conversations/conversationImport.ts';
import { cursor, id, instant } from '../cursor.ts';
import { all, noWhen, type Verdict } from '../verdict.ts';

/** Where a page of imports ended: several can begin in the same moment. */
export const ImportPlace = cursor({ at: instant, id });

/** How far an import is. */
export const STATUSES = [
	/** The file is looked at, after the upload and whenever something was chosen. */
	'reading',
	/** It is shown what would happen. */
	'ready',
	/** The file is none that we read. */
	'unreadable',
	'queued',
	/** Rows come in, seen by nobody. */
	'running',
	/** Everybody sees them, and search learns their words. */
	'indexing',
	'done',
	'cancelled',
	/** It broke off; nothing is there. */
	'failed',
	/** Nobody went on with it for a day. */
	'expired',
	/** Nobody sees them any more, and their words are being forgotten. */
	'takingBack',
	'takenBack'
] as const;
export type Status = (typeof STATUSES)[number];
export const StatusName = z.enum(STATUSES);

/** What still goes on by itself: whoever looks wants to see how far it is. */
const WORKING: readonly Status[] = ['reading', 'queued', 'running', 'indexing', 'takingBack'];
export const isWorking = (status: Status) => WORKING.includes(status);

const CANCELLABLE: readonly Status[] = ['reading', 'ready', 'unreadable', 'queued', 'running', 'failed'];

/** Of all files of an upload together. */
export const UPLOAD_MAX = 20 * 1024 * 1024;
export const LABEL_MAX = 200;
/** So many different words of a column are given a meaning here. */
export const VALUES_MAX = 40;

/** Columns whose words mean something here. */
export const MEANING = ['kind', 'field', 'group'] as const;
export type Meaning = (typeof MEANING)[number];

const Words = z.record(z.string(), z.string());

/** How a file is to be read and where its rows go. Nothing said: it is found out. */
export const Choices = z.object({
	what: z.enum(['any', 'contributions', 'decidim']).default('any'),
	/** By place in the file; null: none; not there: by its name. By name only where a command says so. */
	columns: z.partialRecord(z.enum(COLUMNS), z.union([z.string(), z.number().int().min(0)]).nullable()).default({}),
	idByLine: z.boolean().default(false),
	titleByWords: z.boolean().default(false),
	encoding: z.string().nullable().default(null),
	worksheet: z.string().nullable().default(null),
	headerLine: z.number().int().min(0).nullable().default(null),
	language: SpokenName.nullable().default(null),
	firstLanguage: z.string().optional(),
	dayOrder: z.enum(DAY_ORDERS).nullable().default(null),
	kind: z.enum(KINDS).default('proposal'),
	/** Slug; null: the first. */
	field: z.string().nullable().default(null),
	group: AuthorGroupName.default('none'),
	/** What words of the file mean here. */
	meanings: z.object({ kind: Words, field: Words, group: Words }).default({ kind: {}, field: {}, group: {} }),
	/** Named as where every contribution is from; null: the name of the file. */
	attribution: z.string().nullable().default(null),
	/** With the id of a row it says which contribution this is; null: the name of the file. */
	origin: z.string().nullable().default(null),
	/** Moderation looks at each of them first. */
	screened: z.boolean().default(false),
	/** Whether words that are there already, in the file or here, are taken once more. */
	repeats: z.enum(['skip', 'take']).default('skip'),
	/** It is a conversation that comes in: what was said of it. null: contributions. */
	conversation: ConversationWish.nullable().default(null)
});
export type Choices = z.output<typeof Choices>;

const Refusal = z.object({ line: z.number(), problem: z.string(), name: z.string().optional() });
export type Refusal = z.output<typeof Refusal>;

const Sample = z.object({
	...{ line: z.number(), id: z.string(), title: z.string(), excerpt: z.string(), language: SpokenName },
	...{ kind: z.enum(KINDS), field: z.string(), group: AuthorGroupName, date: z.string().nullable() },
	...{ authorName: z.string(), url: z.string().nullable() }
});
export type Sample = z.output<typeof Sample>;

const Places = z.record(z.enum(COLUMNS), z.array(z.number()));

/** What an import would do, as far as the file can be read. */
export const Preview = z.object({
	/** In a sentence, why it cannot be read as it was said; what follows is how it can. */
	problem: z.string().nullable(),
	...{ encoding: z.string(), isText: z.boolean(), sure: z.boolean(), doubtful: z.boolean(), mended: z.number() },
	...{ separator: z.string(), headerLine: z.number(), worksheets: z.array(z.string()), worksheet: z.string() },
	names: z.array(z.string()),
	top: z.array(z.object({ line: z.number(), cells: z.array(z.string()) })),
	places: Places,
	/** How many contributions would come in, and why others would not. */
	...{ fresh: z.number(), known: z.number(), repeated: z.number(), refusedCount: z.number() },
	refused: z.array(Refusal),
	...{ undated: z.number(), html: z.number() },
	hints: z.object({
		count: z.number(),
		found: z.array(z.object({ line: z.number(), kind: z.string(), passage: z.string() }))
	}),
	samples: z.array(Sample),
	/** The words of the file that can mean something here. */
	values: z.object({ kind: z.array(z.string()), field: z.array(z.string()), group: z.array(z.string()) })
});
export type Preview = z.output<typeof Preview>;

/** What became of it. It holds no words of people. */
export const Outcome = z.object({
	...{ taken: z.number().default(0), known: z.number().default(0), repeated: z.number().default(0) },
	refusedCount: z.number().default(0),
	refused: z.array(Refusal).default([]),
	screened: z.boolean().default(false),
	/** First and last number of the contributions. */
	numbers: z.tuple([z.number(), z.number()]).nullable().default(null),
	/** Why it broke off. */
	failure: z.string().nullable().default(null),
	/** What came in of a conversation, and its number here. */
	conversation: ConversationTaken.extend({ number: z.number() }).nullable().default(null)
});
export type Outcome = z.output<typeof Outcome>;

export function mayImport(person: Person | null): Verdict {
	return all(noWhen(person === null, 'signInFirst'), noWhen(!hasRole(person, 'admin'), 'roleMissing'));
}

interface JobFacts {
	status: Status;
	preview: Preview | null;
}

/** Something can be chosen as long as nothing has begun. */
export function mayChoose({ status }: Pick<JobFacts, 'status'>): Verdict {
	return noWhen(status !== 'ready' && status !== 'unreadable' && status !== 'failed', 'importBegun');
}

export function mayStart({ status, preview }: JobFacts): Verdict {
	return all(
		noWhen(status === 'reading', 'importStillRead'),
		noWhen(status !== 'ready' || preview === null, 'importBegun'),
		noWhen(preview?.problem !== null, 'importUnread'),
		noWhen(preview?.doubtful === true, 'importDoubtful'),
		noWhen((preview?.fresh ?? 0) === 0, 'importNothing')
	);
}

export function mayCancel({ status }: Pick<JobFacts, 'status'>): Verdict {
	return noWhen(!CANCELLABLE.includes(status), 'importOver');
}

export interface BuiltOn {
	count: number;
	/** The first of them. */
	numbers: readonly number[];
}

/** As a whole or not at all: what people have supported, commented, grouped or answered would lose its ground. */
export function mayTakeBack({ status, builtOn }: { status: Status; builtOn: BuiltOn }): Verdict {
	return all(
		noWhen(status !== 'done' && status !== 'indexing', 'importNotDone'),
		noWhen(builtOn.count > 0, 'importBuiltOn', {
			count: String(builtOn.count),
			numbers: builtOn.numbers.join(', ')
		})
	);
}

/** The form that comes with a file. */
export const UploadForm = z.object({ id: z.uuid('wrong') });

const Place = z.union([
	z.literal('').transform(() => undefined),
	z.literal('none').transform(() => null),
	z
		.string()
		.regex(/^\d{1,4}$/, 'wrong')
		.transform(Number)
]);
const orNull = (most: number) =>
	z
		.string()
		.trim()
		.max(most, 'tooLong')
		.default('')
		.transform((typed) => typed || null);

const HeaderLine = z
	.string()
	.trim()
	.default('')
	.refine((typed) => /^\d{0,6}$/.test(typed), 'numberWrong')
	.transform((typed) => (typed === '' ? null : Number(typed)));

/** What somebody chose on the page. `kindWord-0` is a word of the file, `kindMeaning-0` what it means here. */
export const ChoicesForm = z
	.looseObject({
		worksheet: orNull(200),
		encoding: orNull(40),
		headerLine: HeaderLine,
		language: SpokenName.catch('de').default('de'),
		dayOrder: z.enum(DAY_ORDERS).nullable().catch(null).default(null),
		kind: z.enum(KINDS).catch('proposal').default('proposal'),
		field: orNull(40),
		group: AuthorGroupChoice.catch('none').default('none'),
		attribution: orNull(LABEL_MAX),
		screening: z.enum(['on', 'off']).catch('off').default('off'),
		repeats: z.enum(['skip', 'take']).catch('skip').default('skip')
	})
	.transform((form, context) => {
		const { screening, ...rest } = form;
		const columns: Partial<Record<(typeof COLUMNS)[number], number | null>> = {};
		for (const column of COLUMNS) {
			const place = Place.safeParse(form[`column-${column}`] ?? '');
			if (!place.success) context.addIssue({ code: 'custom', path: [`column-${column}`], message: 'wrong' });
			else if (place.data !== undefined) columns[column] = place.data;
		}
		const meanings = {
			kind: meaningsOf(form, 'kind'),
			field: meaningsOf(form, 'field'),
			group: meaningsOf(form, 'group')
		};
		return Choices.parse({ ...rest, columns, meanings, screened: screening === 'on' });
	});

function meaningsOf(form: Readonly<Record<string, unknown>>, of: Meaning): Record<string, string> {
	const found: Record<string, string> = {};
	for (let place = 0; place < VALUES_MAX; place++) {
		const [word, meaning] = [form[`${of}Word-${place}`], form[`${of}Meaning-${place}`]];
		if (typeof word === 'string' && typeof meaning === 'string' && meaning !== '') found[word.slice(0, 200)] = meaning;
	}
	return found;
}
