import * as amendments from '../amendments/amendments.server.ts';
import * as comments from '../comments/comments.server.ts';
import * as consultations from '../consultations/consultations.server.ts';
import { underAppeal } from '../moderation/appeals.server.ts';
import * as moderation from '../moderation/moderation.server.ts';
import { endCodes } from '../people/leaving.server.ts';
import * as proposals from '../proposals/proposals.server.ts';
import * as sessions from '../server/auth/listing.server.ts';
import type { Ctx } from '../server/ctx.ts';
import { together } from '../server/db/together.ts';
import { forgetActorsBefore } from '../server/journal/actors.server.ts';
import { record } from '../server/journal/journal.server.ts';
import { endOf, limitOf, RULES, type Rule } from './retention.ts';

/** How many things each rule has let go, or would. */
export type Counts = Readonly<Record<Rule, number>>;

/** Each lets go of what happened before `limit` and answers with how many. */
const LET_GO: Readonly<Record<Rule, (ctx: Ctx, limit: string) => Promise<number>>> = {
	drafts: proposals.dropDraftsBefore,
	sessions: sessions.dropBegunBefore,
	codes: async (ctx, limit) => {
		const end = endOf((await consultations.all(ctx)).flatMap(({ phases }) => phases));
		return end !== null && end < limit ? endCodes(ctx) : 0;
	},
	rejected: async (ctx, limit) => {
		const except = await underAppeal(ctx);
		let count = 0;
		for (const room of [proposals, comments, amendments]) count += await room.emptyRejectedBefore(ctx, limit, except);
		return count;
	},
	moderation: moderation.dropLogBefore,
	audit: forgetActorsBefore
};

/** Carries the counts out of a transaction that must not happen. */
class OnlyTried extends Error {
	readonly counts: Counts;
	constructor(counts: Counts) {
		super('only tried');
		this.counts = counts;
	}
}

/** A chore: lets go of everything whose time is over, and writes down how much. Twice is once. */
export async function letGo(ctx: Ctx): Promise<Counts> {
	return together(ctx, async (ctx) => {
		const counts = { drafts: 0, sessions: 0, codes: 0, rejected: 0, moderation: 0, audit: 0 };
		for (const rule of RULES) counts[rule] = await LET_GO[rule](ctx, limitOf(rule, ctx.now));
		for (const rule of RULES.filter((one) => counts[one] > 0)) {
			await record(ctx, { verb: 'retention.done', subjectId: 'retention', details: { rule, count: counts[rule] } });
		}
		return counts;
	});
}

/** What `letGo` would do now, to the row, with nothing done: it is done and undone. */
export async function tryLetGo(ctx: Ctx): Promise<Counts> {
	try {
		await together(ctx, async (ctx) => {
			throw new OnlyTried(await letGo(ctx));
		});
	} catch (error) {
		if (error instanceof OnlyTried) return error.counts;
		throw error;
	}
	throw new Error('a trial must not commit');
}
