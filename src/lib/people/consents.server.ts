import { signedIn, type Ctx } from '../server/ctx.ts';
import { together } from '../server/db/together.ts';
import { CONSENT_TEXT, PurposeName, PURPOSES, type Allowed, type Consent, type Purpose } from './consent.ts';
import * as store from './consents.store.server.ts';

/** What this person allows at this moment. */
export async function standingOf(ctx: Ctx, personId: string): Promise<Consent[]> {
	const rows = await store.rowsOf(ctx.db, personId);
	return rows
		.filter((row) => row.withdrawnAt === null)
		.map(({ purpose, textVersion, givenAt }) => ({ purpose: PurposeName.parse(purpose), textVersion, givenAt }));
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
 * (a helper, an import); whoever was never asked here has said it there. Call it inside `together`.
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

/** Twice is once. */
export async function give(ctx: Ctx, purpose: Purpose): Promise<void> {
	await together(ctx, async (ctx) => {
		const person = signedIn(ctx);
		if ((await allowed(ctx)).has(purpose)) return;
		await store.add(ctx.db, { personId: person.id, purpose, textVersion: CONSENT_TEXT }, ctx.now);
	});
}

/** Only the word itself; what follows from it for texts is privacy's. Twice is once. */
export async function withdraw(ctx: Ctx, purpose: Purpose): Promise<void> {
	await together(ctx, async (ctx) => {
		const person = signedIn(ctx);
		await store.withdraw(ctx.db, person.id, purpose, ctx.now);
	});
}
