import { randomBytes } from 'node:crypto';
import * as consultations from '../consultations/consultations.server.ts';
import type { Ctx } from '../server/ctx.ts';
import { together } from '../server/db/together.ts';
import { record } from '../server/journal/journal.server.ts';
import * as store from './keys.store.server.ts';
import * as sheets from './sheets.store.server.ts';
import { scramble } from './voter.server.ts';

/**
 * A chore: destroys the keys of phases that are over, after which nobody can tell any more who cast which ballot. First
 * the phase is sealed, so that it can never be voted in again; should the process end in between, the next run goes on.
 * Returns how many keys were destroyed.
 */
export async function sealEnded(ctx: Ctx): Promise<number> {
	await together(ctx, async (ctx) => {
		for (const { id } of await store.over(ctx.db, ctx.now)) await seal(ctx, id);
	});
	const keys = await store.condemned(ctx.db);
	for (const { phaseId } of keys) ctx.house.ballotKeys.destroy(phaseId);
	await together(ctx, async (ctx) => {
		for (const { phaseId, consultationId, kind } of keys) {
			await store.markDestroyed(ctx.db, phaseId, ctx.now);
			await record(ctx, { verb: 'ballots.sealed', subjectId: phaseId, consultationId, details: { kind } });
		}
	});
	return keys.length;
}

async function seal(ctx: Ctx, phaseId: string): Promise<void> {
	await consultations.sealBallots(ctx, phaseId);
	const fingerprint = await store.fingerprintOf(ctx.db, phaseId);
	if (fingerprint === undefined) await store.addKey(ctx.db, { phaseId, fingerprint: '' }, ctx.now);
	if (fingerprint === store.LASTING) await forgetVoters(ctx, phaseId);
	await sheets.forget(ctx.db, phaseId);
}

/** Tokens made from the lasting secret alone: there is no key to destroy, so chance takes their place. */
async function forgetVoters(ctx: Ctx, phaseId: string): Promise<void> {
	const key = randomBytes(32);
	for (const voter of await store.votersIn(ctx.db, phaseId)) {
		await store.rename(ctx.db, phaseId, voter, scramble(key, voter));
	}
}
