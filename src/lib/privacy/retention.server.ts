import * as amendments from '../amendments/amendments.server.ts';
import * as comments from '../comments/comments.server.ts';
import * as consultations from '../consultations/consultations.server.ts';
import { endOf } from '../consultations/consultation.ts';
import { underAppeal } from '../moderation/appeals/appeals.server.ts';
import * as moderation from '../moderation/moderation.server.ts';
import { endCodes } from '../people/erasure/accountErasure.server.ts';
import * as news from '../news/news.server.ts';
import * as subscriptions from '../subscriptions/subscriptions.server.ts';
import * as positionPapers from '../positionPapers/positionPapers.server.ts';
import * as proposals from '../proposals/proposals.server.ts';
import * as sessions from '../server/auth/sessionList.server.ts';
import type { Ctx } from '../server/ctx.ts';
import { transaction } from '../server/db/transaction.ts';
import { forgetActorsBefore } from '../server/journal/actors.server.ts';
import { record } from '../server/journal/journal.server.ts';
import { limitOf, RULES, type Rule } from './retention.ts';

/** How many things each rule has let go, or would. */
export type Counts = Readonly<Record<Rule, number>>;

/** Each lets go of what happened before `limit` and answers with how many. */
const LET_GO: Readonly<Record<Rule, (ctx: Ctx, limit: string) => Promise<number>>> = {
	drafts: async (ctx, limit) =>
		(await proposals.dropDraftsBefore(ctx, limit)) + (await positionPapers.dropUnsentBefore(ctx, limit)),
	sessions: sessions.dropBegunBefore,
	addresses: async (ctx, limit) => ((await endedBefore(ctx, limit)) ? subscriptions.forgetEverybody(ctx) : 0),
	codes: async (ctx, limit) => {
		if (!(await endedBefore(ctx, limit))) return 0;
		await news.forgetEverybody(ctx);
		return endCodes(ctx);
	},
	rejected: async (ctx, limit) => {
		const except = await underAppeal(ctx);
		let count = 0;
		for (const room of [proposals, comments, amendments]) count += await room.emptyRejectedBefore(ctx, limit, except);
		await positionPapers.dropFilesOfEmptied(ctx);
		return count;
	},
	moderation: moderation.dropLogBefore,
	audit: async (ctx, limit) => {
		await consultations.forgetEditorsBefore(ctx, limit);
		return forgetActorsBefore(ctx, limit);
	}
};

async function endedBefore(ctx: Ctx, limit: string): Promise<boolean> {
	const end = endOf((await consultations.all(ctx)).flatMap(({ phases }) => phases));
	return end !== null && end < limit;
}

/** Carries the counts out of a transaction that must not happen. */
class OnlyTried extends Error {
	readonly counts: Counts;
	constructor(counts: Counts) {
		super('only tried');
		this.counts = counts;
	}
}

/** A chore: lets go of everything whose time is over, and writes down how much. Twice is once. */
export async function applyRetention(ctx: Ctx): Promise<Counts> {
	return transaction(ctx, async (ctx) => {
		const counts = { drafts: 0, sessions: 0, addresses: 0, codes: 0, rejected: 0, moderation: 0, audit: 0 };
		for (const rule of RULES) counts[rule] = await LET_GO[rule](ctx, limitOf(rule, ctx.now));
		for (const rule of RULES.filter((one) => counts[one] > 0)) {
			await record(ctx, { verb: 'retention.done', subjectId: 'retention', details: { rule, count: counts[rule] } });
		}
		return counts;
	});
}

/** What `letGo` would do now, to the row, with nothing done: it is done and undone. */
export async function previewRetention(ctx: Ctx): Promise<Counts> {
	try {
		await transaction(ctx, async (ctx) => {
			throw new OnlyTried(await applyRetention(ctx));
		});
	} catch (error) {
		if (error instanceof OnlyTried) return error.counts;
		throw error;
	}
	throw new Error('a trial must not commit');
}
