import { createHmac } from 'node:crypto';
import type { Ctx } from '../../server/ctx.ts';
import { Refused } from '../../verdict.ts';
import * as store from './voterKeys.store.server.ts';

/** All a token is made of: who it will be is known before they come in with their card. */
interface Somebody {
	id: string;
}

/** 96 bits: nobody meets anybody else's, and the row stays short. */
export const TOKEN_BYTES = 12;

/**
 * Who votes, as the ballot knows it: another token in every phase, and no way back to the person without the phase's
 * key. The first vote of a phase makes it. Call it inside `transaction`. Refused: ballotKeyMissing, when the key should be
 * there and is not: with a new one everybody could vote a second time.
 */
export async function voterFor(ctx: Ctx, phaseId: string, person: Somebody): Promise<string> {
	const key = ctx.app.ballotKeys.held(phaseId) ?? (await load(ctx, phaseId)) ?? (await make(ctx, phaseId));
	return token(ctx, key, phaseId, person);
}

/** The same for reading; null as long as nobody has voted in this phase, or when its key is gone. */
export async function knownVoter(ctx: Ctx, phaseId: string, person: Somebody): Promise<string | null> {
	try {
		const key = ctx.app.ballotKeys.held(phaseId) ?? (await load(ctx, phaseId));
		return key && token(ctx, key, phaseId, person);
	} catch (problem) {
		if (problem instanceof Refused) return null;
		throw problem;
	}
}

function token(ctx: Ctx, key: Buffer, phaseId: string, person: Somebody): string {
	const lasting = ctx.app.keys.digest('ballot', phaseId + person.id, TOKEN_BYTES);
	if (key === LASTING) return lasting;
	// Both the secret and the phase's key are in it.
	return createHmac('sha256', key).update(lasting).digest().subarray(0, TOKEN_BYTES).toString('base64url');
}

/** Stands for the key of phases that began before there were keys. */
const LASTING = Buffer.alloc(0);

async function load(ctx: Ctx, phaseId: string): Promise<Buffer | null> {
	const fingerprint = await store.fingerprintOf(ctx.db, phaseId);
	if (fingerprint === undefined) return null;
	if (fingerprint === store.NO_PHASE_KEY) return LASTING;
	const key = ctx.app.ballotKeys.read(phaseId);
	if (!key || fingerprintFor(ctx, key) !== fingerprint) {
		ctx.app.log.warn({ phase: phaseId }, 'the key of this phase is missing in the key folder: nobody can vote');
		throw new Refused('ballotKeyMissing');
	}
	ctx.app.ballotKeys.hold(phaseId, key);
	return key;
}

/** Phases in which people have voted and whose key is not where it should be. */
export async function phasesWithoutKey(ctx: Ctx): Promise<string[]> {
	const known = await store.keysInUse(ctx.db);
	return known
		.filter(({ phaseId, fingerprint }) => {
			const key = ctx.app.ballotKeys.read(phaseId);
			return !key || fingerprintFor(ctx, key) !== fingerprint;
		})
		.map(({ phaseId }) => phaseId);
}

async function make(ctx: Ctx, phaseId: string): Promise<Buffer> {
	const key = ctx.app.ballotKeys.make(phaseId);
	await store.addKey(ctx.db, { phaseId, fingerprint: fingerprintFor(ctx, key) }, ctx.now);
	return key;
}

/** Tells another key from the right one, e.g. where two machines do not share the folder. */
function fingerprintFor(ctx: Ctx, key: Buffer): string {
	return ctx.app.keys.digest('ballot', key.toString('base64url'), TOKEN_BYTES);
}
