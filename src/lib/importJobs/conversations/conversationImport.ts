import { z } from 'zod';
import { ConversationHead } from '../../conversations/conversation.ts';
import { wordsIfAny, words } from '../../form.ts';
import { isWebAddress } from '../../import/row.ts';
import { all, noWhen, type Verdict } from '../../verdict.ts';

/** A conversation that was held on Polis, as an import: what was said of it when its files came. */

const { attribution, language } = ConversationHead.shape;
const TITLE_MAX = 300;
const ORIGIN_MAX = 200;
const ADDRESS_MAX = 500;
const ATTRIBUTION_MAX = 500;
export const MOST = { title: TITLE_MAX, origin: ORIGIN_MAX, url: ADDRESS_MAX, attribution: ATTRIBUTION_MAX } as const;

/** Empty: what the export says of itself is taken. */
export const ConversationWish = z.object({
	attribution,
	language,
	title: z.string(),
	url: z.string(),
	origin: z.string()
});
export type ConversationWish = z.output<typeof ConversationWish>;

/** The form that comes with the files. */
export const ConversationForm = z.object({
	id: z.uuid('wrong'),
	attribution: words(ATTRIBUTION_MAX),
	title: wordsIfAny(TITLE_MAX),
	url: wordsIfAny(ADDRESS_MAX).refine((typed) => typed === '' || isWebAddress(typed), 'webAddressWrong'),
	origin: wordsIfAny(ORIGIN_MAX),
	statementLanguage: z
		.string()
		.trim()
		.regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, 'languageCodeWrong')
		.default('de')
});
export type ConversationInput = z.output<typeof ConversationForm>;

/** How many lines that are not taken are named one by one. */
export const NAMED = 50;

const whole = z.number().int().nonnegative();

/** What taking it over would do, or has done. */
export const ConversationTaken = z.object({
	...{ title: z.string(), url: z.string().nullable(), origin: z.string() },
	/** Whether it was here before. */
	known: z.boolean(),
	statements: z.object({ fresh: whole, known: whole }),
	people: z.object({ fresh: whole, changed: whole, known: whole }),
	votes: whole,
	refusedCount: whole,
	refused: z.array(z.object({ file: z.string(), line: whole, problem: z.string(), name: z.string().optional() })),
	/** What is to be known of the files as a whole, in sentences. */
	notes: z.array(z.string())
});
export type ConversationTaken = z.output<typeof ConversationTaken>;

interface Facts {
	/** One of `STATUSES` of imports. */
	status: string;
	conversation: ConversationTaken | null;
}

export function mayStartConversation({ status, conversation }: Facts): Verdict {
	return all(
		noWhen(status === 'reading', 'importStillRead'),
		noWhen((status !== 'ready' && status !== 'failed') || conversation === null, 'importBegun')
	);
}

/** What was here before this import stays: only what came with it can be taken back. */
export function mayTakeConversationBack({
	status,
	conversation,
	changedSince
}: Facts & { changedSince: boolean }): Verdict {
	return all(
		noWhen(status !== 'done', 'importNotDone'),
		noWhen(conversation?.known !== false, 'importKnownBefore'),
		noWhen(changedSince, 'importChangedSince')
	);
}
