import { mayAnswer, type AnswerAllInput } from '../answers/answer.ts';
import * as answers from '../answers/worklist/together.server.ts';
import * as distillation from '../distillation/distillation.server.ts';
import { mayDistil } from '../distillation/desk/workItem.ts';
import type { PutAllInput } from '../distillation/forms.ts';
import { wordsMark } from '../moderation/editions/editions.server.ts';
import { hintsIn } from '../moderation/hints/personalData.ts';
import * as moderation from '../moderation/moderation.server.ts';
import { mayModerate } from '../moderation/screening.ts';
import { SpokenName, type Spoken } from '../people/details/language.ts';
import { AuthorGroupName, type AuthorGroup } from '../people/person.ts';
import * as proposals from '../proposals/proposals.server.ts';
import * as nearCopies from '../proposals/campaigns/campaigns.server.ts';
import type { Ctx } from '../server/ctx.ts';
import { isNumber } from '../server/db/counters.ts';
import { found, obey, Refused, Stale } from '../verdict.ts';
import {
	MemberPlace,
	mayReadCampaigns,
	ownWords,
	partsOf,
	seenUpTo,
	upToIn,
	wordsKey,
	type Campaign,
	type List,
	type PublishPlainInput,
	type Words
} from './campaign.ts';

/** At one go: a slip with ten thousand texts does not hold up everybody. What is left stays on the page. */
const AT_ONCE = 500;
const PAGE = 20;

/** Campaigns of a process, the largest first; of one list only those of which something is in it. */
export async function campaigns(ctx: Ctx, consultationId: string, list: List | null = null): Promise<Campaign[]> {
	obey(mayReadCampaigns(ctx.person));
	const rows = (await nearCopies.campaigns(ctx, consultationId, publicOnly(ctx))).map(read);
	return list === null ? rows : rows.filter((one) => one[list] > 0);
}

function read({ firstId: _, ...row }: nearCopies.CampaignRow): Campaign {
	return { ...row, language: SpokenName.parse(row.language) };
}

/** Whoever does not screen reads what is public: of texts that wait, nothing but how many they are. */
const publicOnly = ({ person }: Ctx) => !mayModerate(person).ok;

/** The campaign this contribution belongs to. NotFound: to none that the one who asks may read. */
async function rowOf(ctx: Ctx, consultationId: string, number: number): Promise<nearCopies.CampaignRow> {
	const row = isNumber(number) ? await nearCopies.campaignOf(ctx, consultationId, number, publicOnly(ctx)) : null;
	return found(row, 'campaign');
}

export async function campaign(ctx: Ctx, consultationId: string, number: number): Promise<Campaign> {
	obey(mayReadCampaigns(ctx.person));
	return read(await rowOf(ctx, consultationId, number));
}

export interface Member {
	id: string;
	number: number;
	title: string;
	language: Spoken;
	group: AuthorGroup | null;
	sentAt: string | null;
	waits: boolean;
	unanswered: boolean;
	/** What stands only in this one. */
	own: string[];
	/** It says the same as the first, sign by sign. */
	same: boolean;
}

/** Its texts by number, as far as the one who asks may read them, each with the words that are its own. */
export async function members(
	ctx: Ctx,
	consultationId: string,
	number: number,
	after: string | undefined
): Promise<{ members: Member[]; next: string | null }> {
	obey(mayReadCampaigns(ctx.person));
	const { firstId, ...common } = await rowOf(ctx, consultationId, number);
	const from = MemberPlace.read(after)?.number ?? 0;
	const state = publicOnly(ctx) ? 'published' : 'all';
	const asked = { firstId, state, after: from, limit: PAGE + 1 } as const;
	const rows = await nearCopies.members(ctx, consultationId, asked);
	const shown = rows.slice(0, PAGE).map((row) => ({
		...{ id: row.id, number: row.number ?? 0, title: row.title, sentAt: row.submittedAt },
		language: SpokenName.parse(row.language),
		group: row.authorGroup === null ? null : AuthorGroupName.parse(row.authorGroup),
		waits: Number(row.waits) === 1,
		unanswered: Number(row.unanswered) === 1,
		own: ownWords(row, common),
		same: wordsKey(row) === wordsKey(common)
	}));
	const last = shown.at(-1);
	return { members: shown, next: rows.length > PAGE && last ? MemberPlace.write(last) : null };
}

/** A text that several have sent sign by sign, and those who wait with it. */
export interface Plain extends Words {
	language: Spoken;
	/** The mark of its words, as moderation knows them, by the id of each contribution that is published with it. */
	marks: ReadonlyMap<string, string>;
	/** What its form says was on the screen. */
	seen: string;
}

/**
 * Of the waiting texts the one that most have sent, with everything of it that gets public, and nothing in it that may be
 * about a person: read once, it is read for all of them. One that nobody else has sent is read for itself, unless it is the
 * first of the campaign word for word. null: there is none.
 */
async function plainOf(ctx: Ctx, consultationId: string, number: number, upTo?: number): Promise<Plain | null> {
	const first = await rowOf(ctx, consultationId, number);
	const asked = { firstId: first.firstId, state: 'waiting', after: 0, upTo, limit: AT_ONCE } as const;
	const rows = await nearCopies.members(ctx, consultationId, asked);
	const texts = await proposals.manyForModeration(
		ctx,
		rows.map(({ id }) => id)
	);
	const alike = new Map<string, proposals.Proposal[]>();
	for (const one of texts.toSorted((a, b) => a.number - b.number)) {
		if (one.mine || hintsIn(partsOf(one).join('\n')).length > 0) continue;
		alike.set(wordsKey(one), [...(alike.get(wordsKey(one)) ?? []), one]);
	}
	const [most] = [...alike]
		.filter(([key, { length }]) => length > 1 || key === wordsKey(first))
		.toSorted(([, a], [, b]) => b.length - a.length);
	return most ? plainFrom(most[1], rows.at(-1)?.number ?? 0) : null;
}

function plainFrom(texts: readonly proposals.Proposal[], upTo: number): Plain | null {
	const [shown] = texts;
	if (!shown) return null;
	const { title, body, evidence, language } = shown;
	const marks = new Map(texts.map((one) => [one.id, wordsMark(partsOf(one))]));
	const said = [...marks].map((one) => one.join(' '));
	return { title, body, evidence, language, marks, seen: seenUpTo(upTo, said) };
}

/** The text that is published next for all who have sent it, once it has been read; null: each is read for itself. */
export async function plain(ctx: Ctx, consultationId: string, number: number): Promise<Plain | null> {
	obey(mayModerate(ctx.person));
	return plainOf(ctx, consultationId, number);
}

/**
 * Publishes the text that was on the screen for all who have sent it. Refused: nothingWaits, someNotDone. Stale: it is another text by
 * now, or that of others.
 */
export async function publishPlain(
	ctx: Ctx,
	consultationId: string,
	number: number,
	{ id, texts }: PublishPlainInput
): Promise<void> {
	obey(mayModerate(ctx.person));
	const found = await plainOf(ctx, consultationId, number, upToIn(texts));
	if (!found) throw new Refused('nothingWaits');
	expectTexts(texts, found.seen);
	const chosen = [...found.marks].map(
		([subjectId, words]) => ({ kind: 'proposal', subjectId, seen: 'waiting', words }) as const
	);
	await moderation.decideTogether(ctx, { id, chosen, deed: 'publish' }, 'whole');
}

function expectTexts(seen: string, now: string): void {
	if (seen !== now) throw new Stale('campaign', 'campaignChanged');
}

type Row = Awaited<ReturnType<typeof nearCopies.members>>[number];

/** The mark of these texts, as they stand. */
function seenOf(rows: readonly Pick<Row, 'number' | 'changedAt' | 'redactedAt'>[]): string {
	const texts = rows.map(({ number, changedAt, redactedAt }) => [number, changedAt, redactedAt].join(' '));
	return seenUpTo(rows.at(-1)?.number ?? 0, texts);
}

async function toPlace(ctx: Ctx, consultationId: string, firstId: string, upTo?: number): Promise<Row[]> {
	return nearCopies.members(ctx, consultationId, { firstId, state: 'toPlace', after: 0, upTo, limit: AT_ONCE });
}

/** What the forms say was on the screen: for placing the mark of the texts, for answering that and the mark of the answers. */
export async function formMarks(ctx: Ctx, consultationId: string, number: number) {
	obey(mayReadCampaigns(ctx.person));
	const { firstId } = await rowOf(ctx, consultationId, number);
	const rows = await nearCopies.publishedMarks(ctx, consultationId, firstId);
	const ids = rows.map(({ id }) => id);
	return {
		put: seenOf(await toPlace(ctx, consultationId, firstId)),
		answer: seenOf(rows),
		answers: await answers.marksOfAll(ctx, consultationId, ids)
	};
}

/** Puts all of its published texts that have no place yet into one cluster. Refused: nothingToPlace. Stale: they have changed. */
export async function putAll(ctx: Ctx, consultationId: string, number: number, form: PutAllInput): Promise<void> {
	obey(mayDistil(ctx.person));
	const { firstId } = await rowOf(ctx, consultationId, number);
	const { texts, ...put } = form;
	const rows = await toPlace(ctx, consultationId, firstId, upToIn(texts));
	if (rows.length === 0) throw new Refused('nothingToPlace');
	expectTexts(texts, seenOf(rows));
	const seen = rows.map((row) => ({ number: row.number ?? 0, revision: row.revision ?? 0 }));
	await distillation.put(ctx, consultationId, { ...put, seen });
}

/**
 * One answer for all of its published texts: for those without one, so many at one go, or also in the place of those there
 * are; what is replaced is replaced as a whole. Refused: nothingToAnswer, someNotDone. Stale: the texts or the answers have changed.
 */
export async function answerAll(ctx: Ctx, consultationId: string, number: number, form: AnswerAllInput): Promise<void> {
	obey(mayAnswer(ctx.person));
	const { firstId } = await rowOf(ctx, consultationId, number);
	const rows = await nearCopies.publishedMarks(ctx, consultationId, firstId, upToIn(form.texts));
	const open = rows.filter(({ unanswered }) => Number(unanswered) === 1).slice(0, AT_ONCE);
	const chosen = form.replace === 'yes' ? rows : open;
	if (chosen.length === 0) throw new Refused('nothingToAnswer');
	expectTexts(form.texts, seenOf(rows));
	await answers.writeToAll(
		ctx,
		consultationId,
		chosen.map(({ id }) => id),
		form
	);
}
