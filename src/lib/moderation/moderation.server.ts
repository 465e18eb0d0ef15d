import { signedIn, type Ctx } from '../server/ctx.ts';
import { transaction } from '../server/db/transaction.ts';
import { record } from '../server/journal/journal.server.ts';
import { emptyEditions } from './editions/editions.server.ts';
import { forgetTraces } from './forgetting.server.ts';
import * as store from './store.server.ts';

export { decide } from './decide.server.ts';
export { appeal, toAppeal } from './appeals/appeals.server.ts';
export { appealDesk, countAppeals, decideAppeal, waitingAppeals } from './appeals/decideAppeal.server.ts';
export {
	change,
	decideEdition,
	former,
	keptOf as keptEditions,
	ownChanges,
	toChange,
	wordsMark,
	type Edition
} from './editions/editions.server.ts';
export { desk } from './desk.server.ts';
export { decisionsFor, log, LOG_PAGE, recent } from './log/decisionLog.server.ts';
export { logCounts } from './log/logByMonth.server.ts';
export { interventions, monthly, restoreLog } from './log/publicLog.server.ts';
export { forget, withdrawAmendment, withdrawComment, withdrawProposal } from './forgetting.server.ts';
export { decideTogether, takeBack } from './together.server.ts';
export { inGerman, summarise } from './summaries/summarising.server.ts';
export { countForEvaluation, forEvaluation } from './evaluation.server.ts';
export { dropClaims, heldByOthers, take } from './queue/claims.server.ts';
export { countWaiting, oldestWaiting, queue } from './queue/queue.server.ts';

/** Remembers who typed a text for somebody else: another one screens it. Call it in the transaction that keeps the text. */
export async function writtenDown(ctx: Ctx, subjectId: string): Promise<void> {
	await store.addScribe(ctx.db, { subjectId, recordedBy: signedIn(ctx).id });
}

/** A chore: forgets the sealed texts whose time is over. Returns how many. */
export async function dropOriginals(ctx: Ctx): Promise<number> {
	return transaction(ctx, async (ctx) => {
		await emptyEditions(ctx);
		const count = await store.dropOriginals(ctx.db, ctx.now);
		if (count > 0) await record(ctx, { verb: 'originals.dropped', subjectId: 'originals', details: { count } });
		return count;
	});
}

/** Of somebody who leaves, or takes a text back: the sealed words from before a redaction go at once. */
export async function dropOriginalsOf(ctx: Ctx, subjectIds: readonly string[]): Promise<void> {
	await transaction(ctx, (ctx) => forgetTraces(ctx, subjectIds));
}

/** What was decided before `limit`. Returns how many. Call it inside `transaction`. */
export async function dropLogBefore(ctx: Ctx, limit: string): Promise<number> {
	return store.dropBefore(ctx.db, limit);
}
