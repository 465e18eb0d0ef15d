import * as consultations from '../../consultations/consultations.server.ts';
import { keysGoAt } from '../../consultations/phases/phases.ts';
import type { Ctx } from '../../server/ctx.ts';
import { transaction } from '../../server/db/transaction.ts';
import { eraseTraces } from '../../server/db/eraseTraces.ts';
import { record } from '../../server/journal/journal.server.ts';
import * as store from './voterKeys.store.server.ts';
import { rewriteSealed } from './rewriteBallots.server.ts';
import * as sheets from '../sheets/store.server.ts';

/**
 * A chore: destroys the keys of phases whose time of grace is over, after which nobody can tell any more who cast which
 * ballot. First the phase is sealed, so that it can never be voted in again; then the key goes; then the ballots are
 * written anew and what the database remembers of them is swept up. Should the process end in between, the next run does
 * it all again. Returns how many keys were destroyed.
 */
export async function sealEnded(ctx: Ctx): Promise<number> {
	await transaction(ctx, async (ctx) => {
		for (const { id } of await store.phasesEndedBy(ctx.db, endsBefore(ctx))) await seal(ctx, id);
	});
	const keys = await store.keysToDestroy(ctx.db);
	if (keys.length === 0) return 0;
	for (const { phaseId } of keys) ctx.app.ballotKeys.destroy(phaseId);
	for (const { phaseId } of keys) await rewriteSealed(ctx, phaseId);
	await eraseTraces(ctx.app, 'thoroughly');
	await transaction(ctx, async (ctx) => {
		for (const { phaseId, consultationId, kind } of keys) {
			await store.markDestroyed(ctx.db, phaseId, ctx.now);
			await record(ctx, { verb: 'ballots.sealed', subjectId: phaseId, consultationId, details: { kind } });
		}
	});
	return keys.length;
}

/** Whatever ended until then has no time of grace left. */
function endsBefore({ app, now }: Ctx): string {
	return keysGoAt({ endsAt: now }, -app.config.graceHours);
}

async function seal(ctx: Ctx, phaseId: string): Promise<void> {
	await consultations.sealBallots(ctx, phaseId);
	await store.addKey(ctx.db, { phaseId, fingerprint: '' }, ctx.now);
	await sheets.forget(ctx.db, phaseId);
}
