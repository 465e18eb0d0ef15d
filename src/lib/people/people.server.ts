import * as sessions from '../server/auth/sessions.server.ts';
import {
	countFactor,
	countPassword,
	UNKNOWN_ORIGIN,
	passwordWasRight,
	type Origin
} from '../server/auth/signInRateLimits.server.ts';
import { passwordQueue, verifyPassword } from '../server/auth/password.server.ts';
import type { Ctx } from '../server/ctx.ts';
import { transaction } from '../server/db/transaction.ts';
import { no, obey, Refused } from '../verdict.ts';
import type { SignInInput } from './accounts/account.ts';
import { mayEnterWithCard } from './cards/batch.ts';
import * as cards from './cards/batches.store.server.ts';
import type { Stage } from './signIn/factor.ts';
import * as factors from './signIn/factors.server.ts';
import { byId, personOf } from './person.server.ts';
import { GroupName, isStaff, type Person, type Role } from './person.ts';
import { makePseudonym } from './details/pseudonym.ts';
import { mayUsePassword } from './signIn/provider.ts';
import * as recovery from './signIn/recovery.server.ts';
import { mayEnterAsStaff } from './staff/roles.ts';
import * as store from './store.server.ts';

export { byId };

/** Who works here with this account: null when it is blocked or has no task any more. */
export async function workingStaff(ctx: Ctx, personId: string): Promise<Person | null> {
	const [account, person] = [await store.accountOf(ctx.db, personId), await byId(ctx, personId)];
	return person && !account?.blockedAt && isStaff(person) ? person : null;
}

export interface Visitor {
	person: Person;
	/** Until when they are signed in when they do nothing more. */
	until: string;
	/** The second factor is still missing: they may do nothing but give it. */
	pending: boolean;
}

/** Whose session cookie this is. */
export async function ofSession(ctx: Ctx, sessionId: string): Promise<Visitor | null> {
	const visit = await sessions.visit(ctx.app, sessionId);
	const person = visit && personOf(visit.visitor);
	return visit && person && { person, until: visit.until, pending: visit.pending };
}

/** Who holds the card with this code, or which seat; the card becomes a person at its first use. Refused: codeUnknown. */
export async function holderOf(ctx: Ctx, code: string): Promise<string> {
	return transaction(ctx, async (ctx) => {
		const card = await cards.cardByHash(ctx.db, ctx.app.keys.digest('card', code));
		obey(mayEnterWithCard(card ?? null, ctx.now));
		if (!card) throw new Refused('codeUnknown');
		if (card.personId) return card.personId;
		const group = card.organisationId === null ? GroupName.parse(card.group) : 'none';
		const id = await store.addPerson(
			ctx.db,
			{ pseudonym: makePseudonym(), group, organisationId: card.organisationId },
			ctx.now,
			card.heldFor ?? undefined
		);
		await cards.giveCardTo(ctx.db, card.id, id);
		return id;
	});
}

/**
 * Opens a session for the card with this code; `former`, the session of whoever sat here before, ends. Refused:
 * codeUnknown, also when the card is taken back in the same moment.
 */
export async function enterWithCode(
	ctx: Ctx,
	code: string,
	former: string | null = null
): Promise<sessions.SessionCookie> {
	const holder = await holderOf(ctx, code);
	if (former) await sessions.close(ctx.app, former);
	const cookie = await sessions.open(ctx.app, holder);
	// Whoever takes a card back ends the sessions there are; this one may have come just after.
	const card = await cards.cardByHash(ctx.db, ctx.app.keys.digest('card', code));
	const still = mayEnterWithCard(card ?? null, ctx.now);
	if (still.ok && card?.personId === holder) return cookie;
	await sessions.close(ctx.app, cookie.value);
	throw new Refused('codeUnknown');
}

/** From where somebody signs in; `former`: the session of whoever sat here before. */
interface SignInAttempt {
	origin?: Origin;
	former?: string | null;
}

/**
 * The only way in by password. Refused: tooManyTries, turnInSeconds, turnInMinutes before it is looked at; passwordWrong,
 * whether the account exists or not, after the same time; accountBlocked, accountWithoutRole, passwordsOff, providerOnly. Whoever needs a second factor
 * gets a session that opens nothing until it is given; `stage` says what is missing.
 */
export async function enterAsStaff(
	ctx: Ctx,
	{ email, password }: SignInInput,
	{ origin = UNKNOWN_ORIGIN, former = null }: SignInAttempt = {}
): Promise<sessions.SessionCookie & { stage: Stage; personId: string }> {
	if (!(await recovery.passwordsOpen(ctx))) throw new Refused('passwordsOff');
	const account = await store.accountByEmail(ctx.db, email);
	const personId = account?.personId ?? null;
	const known = await countPassword(ctx.app, origin, { personId, name: email });
	// Nobody has a password yet who has not opened the invitation.
	const stored = account?.passwordHash || null;
	const right = await passwordQueue.run({ place: origin.place, known }, () => verifyPassword(stored, password));
	const person = account && right ? await byId(ctx, account.personId) : null;
	if (!account || !person) throw new Refused('passwordWrong');
	await passwordWasRight(ctx.app, origin, person.id);
	obey(mayEnterAsStaff(account, person.roles.length));
	if (former) await sessions.close(ctx.app, former);
	const opened = await begin(ctx, person);
	// A new password ends the sessions there are; this one may have come just after, with the former one.
	const now = await store.accountOf(ctx.db, person.id);
	if (now?.passwordHash === account.passwordHash) return opened;
	await sessions.close(ctx.app, opened.value);
	throw new Refused('passwordWrong');
}

/**
 * The first half is done, with a password: whoever needs a second factor waits for it, the others are in. Refused:
 * passwordsOff, providerOnly.
 */
export async function begin(
	ctx: Ctx,
	person: Person
): Promise<sessions.SessionCookie & { stage: Stage; personId: string }> {
	obey(mayUsePassword(await recovery.passwordFacts(ctx, person.id)));
	const stage = await factors.stage(ctx, person);
	if (stage === 'enrol') await factors.begin(ctx, person.id);
	return { ...(await openForStaff(ctx, person.id, stage !== 'none')), stage, personId: person.id };
}

/** Whoever blocks an account or takes its last role ends the sessions there are; this one may have come just after. */
export async function openForStaff(ctx: Ctx, personId: string, pending: boolean): Promise<sessions.SessionCookie> {
	const cookie = await sessions.open(ctx.app, personId, { pending });
	const [account, person] = [await store.accountOf(ctx.db, personId), await byId(ctx, personId)];
	const still = account && person ? mayEnterAsStaff(account, person.roles.length) : no('passwordWrong');
	if (!still.ok) await sessions.close(ctx.app, cookie.value);
	obey(still);
	return cookie;
}

/** Half signed in: the password was right, the second factor is missing. */
export interface Waiting {
	person: Person;
	sessionId: string;
}

/** With a code of the app or a recovery code. Refused: tooManyTries, tooManyCodes, factorRefused. */
export async function enterWithFactor(
	ctx: Ctx,
	waiting: Waiting,
	code: string,
	origin = UNKNOWN_ORIGIN
): Promise<sessions.SessionCookie> {
	await countFactor(ctx.app, origin, waiting.person.id, /^\d{6}$/.test(code));
	await factors.check(ctx, waiting.person, code);
	return letIn(ctx, waiting);
}

/** With the first code of an app that was just set up; the recovery codes are shown once. Refused: tooManyTries, tooManyCodes, factorRefused. */
export async function enterSettingUp(
	ctx: Ctx,
	waiting: Waiting,
	code: string,
	origin = UNKNOWN_ORIGIN
): Promise<{ cookie: sessions.SessionCookie; codes: string[] }> {
	await countFactor(ctx.app, origin, waiting.person.id, true);
	const codes = await factors.setUp(ctx, waiting.person, code);
	return { cookie: await letIn(ctx, waiting), codes };
}

/** A new session: the id that was good for half a sign-in never becomes good for a whole one. */
async function letIn(ctx: Ctx, { person, sessionId }: Waiting): Promise<sessions.SessionCookie> {
	const half = await sessions.visit(ctx.app, sessionId);
	await sessions.close(ctx.app, sessionId);
	const cookie = await openForStaff(ctx, person.id, false);
	if (half) return cookie;
	// A new password has ended it while the code was looked at.
	await sessions.close(ctx.app, cookie.value);
	throw new Refused('signInFirst');
}

export async function leave(ctx: Ctx, sessionId: string): Promise<sessions.SessionCookie> {
	return sessions.close(ctx.app, sessionId);
}

/** Staff addresses for a mail about work that waits, e.g. a version to be approved. */
export async function emailsOf(ctx: Ctx, role: Role, exceptId = ''): Promise<string[]> {
	return store.emailsWithRole(ctx.db, role, exceptId);
}

/** Who has one of these roles, by name: to give work to. */
export async function withRoles(ctx: Ctx, roles: readonly Role[]): Promise<{ id: string; name: string }[]> {
	return store.namesWithRoles(ctx.db, roles);
}
