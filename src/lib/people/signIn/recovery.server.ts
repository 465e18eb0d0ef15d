import type { Ctx } from '../../server/ctx.ts';
import { evenWhenClosed } from '../../server/db/closure.ts';
import { transaction } from '../../server/db/transaction.ts';
import { record } from '../../server/journal/journal.server.ts';
import * as store from './identities.store.server.ts';
import { RECOVERY, type PasswordFacts } from './provider.ts';
import { later } from '../../time.ts';

/** Whether a password opens anything for anybody: the settings allow it, or the operator has just let somebody in. */
export async function passwordsOpen(ctx: Ctx): Promise<boolean> {
	return ctx.app.config.passwords || (await store.recovering(ctx.db, ctx.now)).length > 0;
}

export async function passwordFacts(ctx: Ctx, personId: string): Promise<PasswordFacts> {
	const { passwords, oidc } = ctx.app.config;
	const recovers = (await store.recovering(ctx.db, ctx.now)).includes(personId);
	// Without a provider in the settings there is nobody else who could let them in.
	const linked = oidc !== null && (await store.linked(ctx.db, [personId])).length > 0;
	return { on: passwords, linked, recovers };
}

/** Lets this account in with its password for a day, when the provider cannot. Command line only. Answers until when. */
export async function open(ctx: Ctx, personId: string): Promise<string> {
	return transaction(evenWhenClosed(ctx), async (ctx) => {
		const until = later(ctx.now, RECOVERY);
		await store.openRecovery(ctx.db, personId, until);
		await record(ctx, { verb: 'account.recoveryOpened', subjectId: personId });
		return until;
	});
}
