import { z } from 'zod';
import { SpokenName, type Spoken } from '../../people/details/language.ts';
import { AuthorGroupName, type AuthorGroup } from '../../people/person.ts';
import { KINDS, type Kind } from '../../proposals/proposal.ts';
import type { Ctx } from '../../server/ctx.ts';
import { found, obey } from '../../verdict.ts';
import { DispositionName, mayReadAnswers, seenMark } from '../answer.ts';
import type { Answer } from '../answers.server.ts';
import * as store from './store.server.ts';
import { Place, type Work, type WorkInput } from './worklist.ts';

const PAGE = 20;
const KindName = z.enum(KINDS);

export interface WorkItem {
	id: string;
	number: number;
	title: string;
	language: Spoken;
	body: string;
	kind: Kind;
	field: string | null;
	authorGroup: AuthorGroup | null;
	/** The newest one, be it out or still in the draft. */
	answer: Answer | null;
	done: boolean;
	/** The answer says that it is in the text, and no point of the draft stands on it any more. */
	adrift: boolean;
	/** What the form says it has seen. */
	seen: string;
}

/**
 * One page of what a version has to answer, those without an answer first. Texts of campaigns stand apart; whoever looks for
 * words finds them, too, and `whole` has them all.
 */
export async function worklist(
	ctx: Ctx,
	consultationId: string,
	ask: WorkInput,
	most = PAGE,
	whole = false
): Promise<{ items: WorkItem[]; next: string | null }> {
	obey(mayReadAnswers(ctx.person));
	const done = { all: null, lacking: 0, done: 1 } as const;
	const asked = {
		done: done[ask.show],
		field: ask.field,
		q: ask.q,
		after: Place.read(ask.after),
		limit: most,
		apart: isApart(ask) && !whole
	};
	const rows = await store.worklist(ctx.db, consultationId, asked);
	const items = rows.slice(0, most).map(readItem);
	const last = items.at(-1);
	const next = last && { done: last.done ? 1 : 0, number: last.number };
	return { items, next: rows.length > most && next ? Place.write(next) : null };
}

const isApart = (ask: WorkInput) => ask.q === undefined;

/** How many the filter has of each, whichever of them it shows. */
export async function workCounts(ctx: Ctx, consultationId: string, ask: WorkInput): Promise<Record<Work, number>> {
	obey(mayReadAnswers(ctx.person));
	const rows = await store.countWork(ctx.db, consultationId, { field: ask.field, q: ask.q, apart: isApart(ask) });
	const of = (done: number) => Number(rows.find((row) => row.done === done)?.count ?? 0);
	return { lacking: of(0), all: of(0) + of(1), done: of(1) };
}

/** The number of the next one without an answer in the same filter, from the beginning after the last; null: none is left. */
export async function nextUnanswered(
	ctx: Ctx,
	consultationId: string,
	ask: WorkInput,
	after: number
): Promise<number | null> {
	const from = async (place: string | undefined) => {
		const { items } = await worklist(ctx, consultationId, { ...ask, show: 'lacking', after: place });
		return items.find((item) => item.number !== after)?.number ?? null;
	};
	return (await from(Place.write({ done: 0, number: after }))) ?? (await from(undefined));
}

/** One of them by its number. */
export async function workOn(ctx: Ctx, consultationId: string, number: number): Promise<WorkItem> {
	obey(mayReadAnswers(ctx.person));
	const known = Number.isSafeInteger(number) && number < 1_000_000_000;
	return readItem(found(known ? await store.workOn(ctx.db, consultationId, number) : null, 'proposal'));
}

function readItem(row: Awaited<ReturnType<typeof store.worklist>>[number]): WorkItem {
	const { disposition, reason, responsible, publishedAt, revision, versionNumber, done, ...item } = row;
	const answered = disposition !== null && reason !== null && versionNumber !== null;
	const said = disposition === null ? null : DispositionName.parse(disposition);
	return {
		...item,
		number: row.number ?? 0,
		kind: KindName.parse(row.kind),
		language: SpokenName.parse(row.language),
		authorGroup: row.authorGroup === null ? null : AuthorGroupName.parse(row.authorGroup),
		answer: answered && said ? { disposition: said, reason, responsible, publishedAt, versionNumber } : null,
		done: done === 1,
		// Whatever else is said counts as done.
		adrift: done === 0 && said !== null && said !== 'open',
		// What has gone out is not changed any more: the draft's answer is a new one.
		seen: seenMark(row.id, publishedAt === null ? (revision ?? 0) : 0)
	};
}
