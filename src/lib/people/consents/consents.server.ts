import { signedIn, type Ctx } from '../../server/ctx.ts';
import { canonical } from '../../canonical.ts';
import { sha256 } from '../../sha256.ts';
import { currentWords } from '../../texts/current.ts';
import { t } from '../../texts/texts.ts';
import { transaction } from '../../server/db/transaction.ts';
import { CONSENT_TEXT, PurposeName, PURPOSES, type Allowed, type Consent, type Purpose } from './consent.ts';
import * as store from './store.server.ts';

/** What this person allows at this moment. */
export async function standingOf(ctx: Ctx, personId: string): Promise<Consent[]> {
	const rows = await store.rowsOf(ctx.db, personId);
	return rows
		.filter((row) => row.withdrawnAt === null)
		.map(({ withdrawnAt: _, purpose, ...row }) => ({ ...row, purpose: PurposeName.parse(purpose) }));
}

/** Everything the one who asks has ever allowed, and since when no more. */
export async function historyOf(ctx: Ctx): Promise<(Consent & { withdrawnAt: string | null })[]> {
	const rows = ctx.person ? await store.rowsOf(ctx.db, ctx.person.id) : [];
	return rows.map((row) => ({ ...row, purpose: PurposeName.parse(row.purpose) }));
}

/** What the one who asks allows at this moment. */
export async function allowed(ctx: Ctx): Promise<Allowed> {
	const standing = ctx.person ? await standingOf(ctx, ctx.person.id) : [];
	return new Set(standing.map(({ purpose }) => purpose));
}

/**
 * Keeps what was ticked and answers with all that is allowed now. `undefined`: the text does not come through a form
 * (a helper, an import); whoever was never asked here has said it there. Call it inside `transaction`.
 */
export async function accept(ctx: Ctx, ticked: readonly Purpose[] | undefined): Promise<Allowed> {
	const person = signedIn(ctx);
	if (!ticked) {
		const asked = (await store.rowsOf(ctx.db, person.id)).length > 0;
		return asked ? allowed(ctx) : new Set(PURPOSES);
	}
	for (const purpose of ticked) await give(ctx, purpose);
	return allowed(ctx);
}

const DIGEST_SIGNS = 12;

/** Of what stands beside the box in the language in which it is being read, with the operator's words. */
export function wordsDigest(purpose: Purpose): string {
	const { boxes, meaning } = t.privacy.consents;
	return sha256(canonical({ box: boxes[purpose], meaning: meaning[purpose] }), 'hex').slice(0, DIGEST_SIGNS);
}

/** Twice is once. */
export async function give(ctx: Ctx, purpose: Purpose): Promise<void> {
	await transaction(ctx, async (ctx) => {
		const person = signedIn(ctx);
		if ((await allowed(ctx)).has(purpose)) return;
		const read = { language: currentWords().locale, wordsDigest: wordsDigest(purpose) };
		await store.add(ctx.db, { personId: person.id, purpose, textVersion: CONSENT_TEXT, ...read }, ctx.now);
	});
}

/** Only the word itself; what follows from it for texts is privacy's. Twice is once. */
export async function withdraw(ctx: Ctx, purpose: Purpose): Promise<void> {
	await transaction(ctx, async (ctx) => {
		const person = signedIn(ctx);
		await store.withdraw(ctx.db, person.id, purpose, ctx.now);
	});
}
