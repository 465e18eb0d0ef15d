import { z } from 'zod';
import * as provider from '../../server/auth/provider.server.ts';
import * as sessions from '../../server/auth/sessions.server.ts';
import type { Ctx } from '../../server/ctx.ts';
import { evenWhenClosed } from '../../server/db/closure.ts';
import { transaction } from '../../server/db/transaction.ts';
import { record } from '../../server/journal/journal.server.ts';
import { found, obey, Refused } from '../../verdict.ts';
import * as identities from './identities.store.server.ts';
import { openForStaff } from '../people.server.ts';
import { RoleName, type Role } from '../person.ts';
import { emailFrom, mayComeFromProvider, mayJoinTeam, nameFrom, rolesFrom } from './provider.ts';
import * as store from '../store.server.ts';
import { MINUTE, later } from '../../time.ts';

/** How long somebody may take at the provider. */
export const ATTEMPT = 10 * MINUTE;

const Attempt = z.object({
	provider: z.literal('attempt'),
	state: z.string(),
	nonce: z.string(),
	verifier: z.string(),
	/** The page somebody wanted to see. */
	next: z.string(),
	until: z.string()
});
type Attempt = z.infer<typeof Attempt>;

/** What the browser keeps of a sign-in that has begun: nobody else's browser can end it, and nothing is written here. */
export interface Begun {
	url: string;
	/** Tells several sign-ins of one browser apart. */
	state: string;
	sealed: string;
}

/** Refused: providerAway, providerForeign, providerOff. */
export async function begin(ctx: Ctx, next: string): Promise<Begun> {
	const { url, attempt } = await provider.begin(ctx.app);
	const until = later(ctx.now, ATTEMPT);
	const kept: Attempt = { provider: 'attempt', ...attempt, next, until };
	return { url, state: attempt.state, sealed: ctx.app.keys.seal(JSON.stringify(kept)) };
}

/** Where somebody goes on whose sign-in came to nothing; null: this browser has begun none. */
export function nextOf(ctx: Ctx, sealed: string | undefined): string | null {
	return readAttempt(ctx, sealed)?.next ?? null;
}

function readAttempt(ctx: Ctx, sealed: string | undefined): Attempt | null {
	if (!sealed) return null;
	try {
		return Attempt.parse(JSON.parse(ctx.app.keys.open(sealed)));
	} catch {
		// Changed, cut off, or sealed with a secret of former days.
		return null;
	}
}

export interface Returned {
	/** What this browser has kept. */
	sealed: string | undefined;
	/** The query of the address the provider has sent it to. */
	search: string;
	/** The session of whoever sat here before. */
	former: string | null;
}

/**
 * The end of a sign-in at the provider: a session, and nothing of it where anything is wrong. Roles are taken from the
 * provider each time. Refused: see `reasonOf`, `mayComeFromProvider`, `mayJoinTeam`; accountBlocked.
 */
export async function enter(ctx: Ctx, { sealed, search, former }: Returned): Promise<sessions.SessionCookie> {
	const attempt = readAttempt(ctx, sealed);
	const state = new URLSearchParams(search).get('state');
	if (!attempt || attempt.until <= ctx.now || attempt.state !== state) throw new Refused('providerStrange');
	// Before it is taken there: of two who bring the same answer at once, one goes on.
	const id = ctx.app.keys.digest('provider', attempt.state);
	const first = await transaction(evenWhenClosed(ctx), ({ db }) => identities.use(db, id, attempt.until));
	if (!first) throw new Refused('providerExpired');
	const claims = await provider.finish(ctx.app, attempt, search);
	const personId = await admit(ctx, claims);
	if (former) await sessions.close(ctx.app, former);
	return openForStaff(ctx, personId, false);
}

/** Whose account this is, with the roles of this moment. */
async function admit(ctx: Ctx, claims: provider.Claims): Promise<string> {
	const settings = found(ctx.app.config.oidc, 'provider');
	obey(mayComeFromProvider(claims, settings));
	const roles = rolesFrom(claims, settings);
	const personId = await transaction(evenWhenClosed(ctx), async (ctx) => {
		const known = await identities.personOf(ctx.db, claims.iss, claims.sub);
		const personId = known ?? (await join(ctx, claims, roles));
		await takeRoles(ctx, personId, roles);
		return personId;
	});
	// After it is written that they have none: whoever is still in elsewhere is out.
	if (roles.length === 0) throw new Refused('providerWithoutRole');
	return personId;
}

/** In the place of a password's hash: no password opens the account. */
const UNLINKED = '';

/** Somebody the provider sends for the first time. */
async function join(ctx: Ctx, claims: provider.Claims, roles: readonly Role[]): Promise<string> {
	const settings = found(ctx.app.config.oidc, 'provider');
	const email = emailFrom(claims, settings);
	const account = email === null ? undefined : await store.accountByEmail(ctx.db, email);
	const linked = account !== undefined && (await identities.linked(ctx.db, [account.personId])).length > 0;
	obey(mayJoinTeam({ roles: roles.length, email, account: account ? { ...account, linked } : null }, settings));
	if (email === null) throw new Refused('providerWithoutEmail');
	const newcomer = { pseudonym: nameFrom(claims, email), group: 'none', organisationId: null } as const;
	const personId = account?.personId ?? (await store.addPerson(ctx.db, newcomer, ctx.now));
	if (!account) {
		await store.putAccount(ctx.db, { personId, email, passwordHash: UNLINKED }, ctx.now);
		await record(ctx, { verb: 'account.made', subjectId: personId });
	}
	// A password opens it no more: neither does what somebody has opened or half opened with one.
	await store.endSessions(ctx.db, personId);
	await identities.link(ctx.db, { issuer: claims.iss, subject: claims.sub, personId }, ctx.now);
	await record(ctx, { verb: 'account.linked', subjectId: personId });
	return personId;
}

/** What the provider says holds, whatever was given here before. Whoever is in with other roles is out. */
async function takeRoles(ctx: Ctx, personId: string, roles: readonly Role[]): Promise<void> {
	const rows = await store.personRows(ctx.db, { id: personId });
	const had = rows.flatMap(({ role }) => (role === null ? [] : [RoleName.parse(role)]));
	const given = roles.filter((role) => !had.includes(role));
	const taken = had.filter((role) => !roles.includes(role));
	for (const role of given) await store.addRole(ctx.db, personId, role, ctx.now);
	for (const role of taken) await store.removeRole(ctx.db, personId, role);
	if (given.length + taken.length > 0) await store.endSessions(ctx.db, personId);
	const by = { source: 'provider' };
	for (const role of given) await record(ctx, { verb: 'role.given', subjectId: personId, details: { role, ...by } });
	for (const role of taken) await record(ctx, { verb: 'role.taken', subjectId: personId, details: { role, ...by } });
}

/** The provider says that somebody has signed out there: so they are here. Twice is once; a stranger is nobody. */
export async function signedOutThere(ctx: Ctx, token: string): Promise<void> {
	const { iss, sub } = await provider.readLogoutToken(ctx.app, token);
	await transaction(evenWhenClosed(ctx), async ({ db }) => {
		const personId = await identities.personOf(db, iss, sub);
		if (personId) await store.endSessions(db, personId);
	});
}

/** Where somebody signs out at the provider, too; null: it offers none, or is away. */
export async function signOutUrl(ctx: Ctx): Promise<string | null> {
	return provider.signOutUrl(ctx.app);
}

/** Is this account somebody's at the provider of the settings? */
export async function isLinked(ctx: Ctx, personId: string): Promise<boolean> {
	return (await linkedOf(ctx, [personId])).length > 0;
}

/** Which of these accounts are. */
export async function linkedOf(ctx: Ctx, personIds: readonly string[]): Promise<string[]> {
	return ctx.app.config.oidc ? identities.linked(ctx.db, personIds) : [];
}

/** Its person has another identity at the provider now: the next sign-in with the address links it. Command line only. */
export async function unlink(ctx: Ctx, personId: string): Promise<boolean> {
	return transaction(evenWhenClosed(ctx), async (ctx) => {
		if (!(await identities.unlink(ctx.db, personId))) return false;
		await store.endSessions(ctx.db, personId);
		await record(ctx, { verb: 'account.unlinked', subjectId: personId });
		return true;
	});
}

/** A chore: what was used or granted counts no more. */
export async function sweep(ctx: Ctx): Promise<void> {
	await transaction(evenWhenClosed(ctx), ({ db }) => identities.sweepUsed(db, ctx.now));
}
