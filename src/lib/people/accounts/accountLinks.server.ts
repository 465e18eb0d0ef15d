import { takeToken } from '../../server/auth/limits.ts';
import { hashPassword } from '../../server/auth/password.server.ts';
import type { Ctx } from '../../server/ctx.ts';
import { HOUR, later, type Instant } from '../../time.ts';
import { transaction } from '../../server/db/transaction.ts';
import { record } from '../../server/journal/journal.server.ts';
import { enqueue, hasMail } from '../../server/mail/outbox.server.ts';
import { linkHash, newLinkToken } from '../../server/linkToken.ts';
import { dayTime } from '../../texts/dates.ts';
import { inGerman } from '../../texts/current.ts';
import { fill, t } from '../../texts/texts.ts';
import { found, Gone, obey, Refused } from '../../verdict.ts';
import { LINK_HOURS, type InviteInput } from './account.ts';
import * as links from './store.server.ts';
import { mayTake } from './passwords.server.ts';
import { mayEnterAsStaff, mayHelpAccount, mayInvite } from '../staff/roles.ts';
import { byId } from '../person.server.ts';
import { mayUsePassword } from '../signIn/provider.ts';
import { passwordFacts } from '../signIn/recovery.server.ts';
import * as store from '../store.server.ts';

/** Shown once; only its digest is kept. */
export interface Link {
	address: string;
	until: Instant;
	/** It has been sent by mail as well. */
	mailed: boolean;
}

type Account = { personId: string; email: string; passwordHash: string };

/** A new link for this account; call it inside `transaction`. With mail set up it is sent, too. */
async function makeLink(ctx: Ctx, { personId, email, passwordHash }: Account): Promise<Link> {
	const token = newLinkToken();
	const until = later(ctx.now, LINK_HOURS * HOUR);
	await links.addLink(ctx.db, { tokenHash: linkHash(token), personId, madeAt: ctx.now, expiresAt: until });
	const address = `${ctx.app.config.origin}/anmelden/team/passwort/${token}`;
	const { origin } = ctx.app.config;
	const mail = inGerman(() => {
		const { subject, body } = passwordHash === '' ? t.account.mails.invitation : t.account.mails.reset;
		return { subject, body: fill(body, { address, until: dayTime(until), origin }) };
	});
	if (hasMail(ctx)) await enqueue(ctx, { to: email, ...mail }, { sealed: true });
	return { address, until, mailed: hasMail(ctx) };
}

/**
 * A new member of staff, who chooses her own password; null where passwords open nothing and she signs in at the provider.
 * Refused: signInFirst, roleMissing, accountKnown.
 */
export async function invite(ctx: Ctx, { name, email, roles }: InviteInput): Promise<Link | null> {
	return transaction(ctx, async (ctx) => {
		if (ctx.via !== 'command') obey(mayInvite(ctx.person, await store.peopleWithRole(ctx.db, 'admin')));
		if (await store.accountByEmail(ctx.db, email)) throw new Refused('accountKnown');
		const newcomer = { pseudonym: name, group: 'none', organisationId: null } as const;
		const personId = await store.addPerson(ctx.db, newcomer, ctx.now);
		const account = { personId, email, passwordHash: '' };
		await store.putAccount(ctx.db, account, ctx.now);
		for (const role of roles) await store.addRole(ctx.db, personId, role, ctx.now);
		await record(ctx, { verb: 'staff.invited', subjectId: personId, details: { roles: roles.join(', ') } });
		return ctx.app.config.passwords ? makeLink(ctx, account) : null;
	});
}

/**
 * A new link for somebody who has lost her password, or whose invitation is over; former ones open nothing any more. Her
 * password and her sessions stay until she uses it. Refused: signInFirst, roleMissing, ownAccount, accountBlocked,
 * passwordsOff, providerOnly.
 */
export async function renew(ctx: Ctx, personId: string): Promise<Link> {
	return transaction(ctx, async (ctx) => {
		const admins = await store.peopleWithRole(ctx.db, 'admin');
		if (ctx.via !== 'command') obey(mayHelpAccount(ctx.person, personId, admins));
		const account = found(await store.accountOf(ctx.db, personId), 'member of staff');
		if (account.blockedAt) throw new Refused('accountBlocked');
		obey(mayUsePassword(await passwordFacts(ctx, personId)));
		await links.dropLinks(ctx.db, personId);
		await record(ctx, { verb: 'password.linkMade', subjectId: personId });
		return makeLink(ctx, account);
	});
}

export interface Opened {
	name: string;
	email: string;
	until: Instant;
	/** The first password of this account. */
	invited: boolean;
}

/** What a link opens; nothing is used up by looking. Throws `Gone` when it is over, used or made up. */
export async function open(ctx: Ctx, token: string): Promise<Opened> {
	const link = await links.linkOf(ctx.db, linkHash(token), ctx.now);
	if (!link || link.blockedAt) throw new Gone('linkOver');
	return { name: link.name, email: link.email, until: link.expiresAt, invited: link.passwordHash === '' };
}

/**
 * The password she has chosen; the link is used up, and whoever was signed in is out. Throws `Gone` like `open`. Refused:
 * passwordShort and what else is wrong with it, accountWithoutRole, passwordsOff, providerOnly.
 */
export async function choose(
	ctx: Ctx,
	token: string,
	password: string
): Promise<{ personId: string; invited: boolean }> {
	const { name, email, invited } = await open(ctx, token);
	obey(await mayTake(ctx, password, { name, email }));
	const passwordHash = await hashPassword(password);
	return transaction(ctx, async (ctx) => {
		const link = await links.linkOf(ctx.db, linkHash(token), ctx.now);
		if (!link || !(await links.takeLink(ctx.db, linkHash(token)))) throw new Gone('linkOver');
		const { personId } = link;
		const person = found(await byId(ctx, personId), 'person');
		obey(mayEnterAsStaff(link, person.roles.length));
		obey(mayUsePassword(await passwordFacts(ctx, personId)));
		await store.setPassword(ctx.db, personId, passwordHash);
		await links.dropLinks(ctx.db, personId);
		await store.endSessions(ctx.db, personId);
		await record({ ...ctx, person }, { verb: 'password.set', subjectId: personId });
		if (!invited) await notifyOwner(ctx, email);
		return { personId, invited };
	});
}

/**
 * Whoever owns the account hears that its password is another one, or that its second factor was taken away: if it was not
 * at her wish, she is the one to notice. Call it inside `transaction`.
 */
export async function notifyOwner(ctx: Ctx, email: string, what: 'changed' | 'factorReset' = 'changed'): Promise<void> {
	if (!hasMail(ctx)) return;
	const mail = inGerman(() => {
		const { subject, body } = t.account.mails[what];
		return { subject, body: fill(body, { at: dayTime(ctx.now), origin: ctx.app.config.origin }) };
	});
	await enqueue(ctx, { to: email, ...mail });
}

/** Somebody has lost her password. Nobody hears from this whether the address is one of ours. Refused: mailMissing. */
export async function ask(ctx: Ctx, email: string): Promise<void> {
	if (!hasMail(ctx)) throw new Refused('mailMissing');
	const { keys } = ctx.app;
	const request = { id: keys.digest('fingerprint', `reset ${email}`), sealed: keys.seal(email), askedAt: ctx.now };
	await transaction(ctx, ({ db }) => links.addRequest(db, request));
}

/** A person's inbox is no place to flood, either. */
const MAILS = { burst: 3, refill: 4 * HOUR };
const MOST_AT_ONCE = 50;

/** null: sealed with a secret of former days. It would keep all that come after it waiting. */
function unsealed({ app }: Ctx, sealed: string): string | null {
	try {
		return app.keys.open(sealed);
	} catch {
		app.log.warn('a request for a new password cannot be read and is dropped');
		return null;
	}
}

/** A chore: whoever has asked and has an account gets a link. Former links stay good: strangers may ask, too. */
export async function answer(ctx: Ctx): Promise<void> {
	for (const { id, sealed } of await links.requests(ctx.db, MOST_AT_ONCE)) {
		const email = unsealed(ctx, sealed);
		if (email === null) {
			await transaction(ctx, ({ db }) => links.dropRequest(db, id));
			continue;
		}
		const known = await store.accountByEmail(ctx.db, email);
		const enough = known ? !(await ctx.app.limits.change('reset mail', known.personId, takeToken(MAILS))) : true;
		await transaction(ctx, async (ctx) => {
			if (!(await links.dropRequest(ctx.db, id)) || enough) return;
			const account = await store.accountByEmail(ctx.db, email);
			if (!account || account.blockedAt) return;
			if (!mayUsePassword(await passwordFacts(ctx, account.personId)).ok) return;
			await record(ctx, { verb: 'password.requested', subjectId: account.personId });
			await makeLink(ctx, account);
		});
	}
}

/** A chore: forgets links that open nothing any more. */
export async function sweep(ctx: Ctx): Promise<void> {
	await transaction(ctx, ({ db, now }) => links.dropOver(db, now));
}
