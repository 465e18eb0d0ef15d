import { countOwnPassword } from '../../server/auth/signInRateLimits.server.ts';
import { endOthers } from '../../server/auth/sessionList.server.ts';
import { hashPassword, verifyPassword } from '../../server/auth/password.server.ts';
import { signedIn, type Ctx } from '../../server/ctx.ts';
import { transaction } from '../../server/db/transaction.ts';
import { record } from '../../server/journal/journal.server.ts';
import { found, obey, Refused } from '../../verdict.ts';
import type { ChangePasswordInput } from './account.ts';
import { notifyOwner } from './accountLinks.server.ts';
import { dropLinks } from './store.server.ts';
import { mayTake } from './passwords.server.ts';
import { mayUsePassword } from '../signIn/provider.ts';
import { passwordFacts } from '../signIn/recovery.server.ts';
import * as store from '../store.server.ts';

/**
 * Another password in place of her own; all her other sessions end, and so do links that were open. Refused: signInFirst,
 * passwordsOff, providerOnly, tooManyTries, formerWrong, passwordShort and what else is wrong with the new one.
 */
export async function changePassword(ctx: Ctx, form: ChangePasswordInput, sessionId: string | null): Promise<void> {
	const person = signedIn(ctx);
	const account = found(await store.accountOf(ctx.db, person.id), 'account');
	obey(mayUsePassword(await passwordFacts(ctx, person.id)));
	// Somebody may sit at her desk while she is away.
	await countOwnPassword(ctx.app, person.id);
	if (!(await verifyPassword(account.passwordHash || null, form.formerPassword))) throw new Refused('formerWrong');
	obey(await mayTake(ctx, form.password, { name: person.pseudonym, email: account.email }));
	const passwordHash = await hashPassword(form.password);
	await transaction(ctx, async (ctx) => {
		const now = found(await store.accountOf(ctx.db, person.id), 'account');
		// Changed meanwhile, by a link for instance: that one counts.
		if (now.passwordHash !== account.passwordHash || now.blockedAt) throw new Refused('formerWrong');
		await store.setPassword(ctx.db, person.id, passwordHash);
		await dropLinks(ctx.db, person.id);
		await endOthers(ctx, person.id, sessionId);
		await record(ctx, { verb: 'password.changed', subjectId: person.id });
		await notifyOwner(ctx, account.email);
	});
}

/** Whether somebody signs in with a password of her own. */
export async function hasPassword(ctx: Ctx): Promise<boolean> {
	const account = ctx.person && (await store.accountOf(ctx.db, ctx.person.id));
	return Boolean(account?.passwordHash);
}
