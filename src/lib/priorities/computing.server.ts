import { canonical, digestOf } from '../canonical.ts';
import * as consultations from '../consultations/consultations.server.ts';
import { groupKeys } from '../people/groupNames.ts';
import { NO_STATEMENT } from '../profile/groups/group.ts';
import type { Ctx } from '../server/ctx.ts';
import { transaction } from '../server/db/transaction.ts';
import { record } from '../server/journal/journal.server.ts';
import * as votes from '../votes/votes.server.ts';
import { computedFrom, readyRound, type ReadyRound } from './priority.ts';
import { Counting, resultOf } from './result/result.ts';
import { roundOf } from './rounds.server.ts';
import * as store from './store.server.ts';

/**
 * A chore: computes the result of every round whose phase has ended for good, once, and publishes it. Rounds that were
 * never ready have none. Returns how many.
 */
export async function computeResults(ctx: Ctx): Promise<number> {
	let computed = 0;
	for (const { phaseId, consultationId } of await store.withoutResult(ctx.db, ctx.now)) {
		const round = await dueRound(ctx, consultationId, phaseId);
		if (!round) continue;
		const body = canonical(await counted(ctx, round));
		if (await publish(ctx, consultationId, phaseId, body)) computed++;
	}
	return computed;
}

async function dueRound(ctx: Ctx, consultationId: string, phaseId: string): Promise<ReadyRound | null> {
	const { phases } = await consultations.byId(ctx, consultationId);
	const phase = phases.find(({ id }) => id === phaseId);
	if (!phase || computedFrom(phase, ctx.app.config.graceHours) > ctx.now) return null;
	return readyRound(await roundOf(ctx, phaseId));
}

/** Outside of any transaction: it takes seconds, and nobody's ballot changes any more. */
async function counted(ctx: Ctx, round: ReadyRound) {
	const declared = groupKeys();
	const counting = new Counting(round, [...declared, NO_STATEMENT]);
	for await (const ballot of votes.tickedBallots(ctx, round.phaseId)) counting.add(ballot);
	return resultOf(round, counting, declared);
}

async function publish(ctx: Ctx, consultationId: string, phaseId: string, body: string): Promise<boolean> {
	return transaction(ctx, async (ctx) => {
		if (await store.resultOf(ctx.db, phaseId)) return false;
		// Somebody may have made the phase longer meanwhile.
		if (!(await dueRound(ctx, consultationId, phaseId))) return false;
		await store.addResult(ctx.db, { phaseId, computedAt: ctx.now, body, digest: digestOf(body) });
		const { phases } = await consultations.byId(ctx, consultationId);
		const kind = phases.find(({ id }) => id === phaseId)?.slug ?? '';
		await record(ctx, { verb: 'priorities.published', subjectId: phaseId, consultationId, details: { kind } });
		return true;
	});
}
