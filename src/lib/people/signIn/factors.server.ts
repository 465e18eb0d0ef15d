import { randomInt } from 'node:crypto';
import { addressOf, codeAt, makeSecret, stepOf } from '../../server/auth/totp.server.ts';
import { signedIn, type Ctx } from '../../server/ctx.ts';
import { transaction } from '../../server/db/transaction.ts';
import { record } from '../../server/journal/journal.server.ts';
import { found, obey, Refused } from '../../verdict.ts';
import { notifyOwner } from '../accounts/accountLinks.server.ts';
import { makeCode, showCode } from '../cards/cardCode.ts';
import { RECOVERY_CODES, stageOf, type Stage } from './factor.ts';
import * as store from './factors.store.server.ts';
import type { Person } from '../person.ts';
import { mayHelpAccount } from '../staff/roles.ts';
import { accountOf, endSessions, peopleWithRole } from '../store.server.ts';

/** What is missing for this person after the right password. */
export async function stage(ctx: Ctx, person: Person): Promise<Stage> {
	const factor = await store.factorOf(ctx.db, person.id);
	return stageOf(person, factor !== undefined && factor.confirmedAt !== null);
}

/** A new secret to be set up, at every sign-in until one is: whoever saw a former one may not have been its owner. */
export async function begin(ctx: Ctx, personId: string): Promise<void> {
	await transaction(ctx, async (ctx) => {
		if ((await store.factorOf(ctx.db, personId))?.confirmedAt) return;
		await store.putFactor(ctx.db, personId, ctx.app.keys.seal(makeSecret()), ctx.now);
	});
}

/** What an app needs: to be scanned, or typed in groups of four. Refused: factorKnown, when it is set up already. */
export async function toSetUp(ctx: Ctx, person: Person): Promise<{ address: string; secret: string }> {
	const factor = found(await store.factorOf(ctx.db, person.id), 'second factor');
	if (factor.confirmedAt) throw new Refused('factorKnown');
	const secret = ctx.app.keys.open(factor.sealed);
	return { address: addressOf(secret, person.pseudonym), secret: secret.replace(/(.{4})(?=.)/g, '$1 ') };
}

/** The first code from the app proves that it is set up. Answers with the recovery codes, to be shown once. */
export async function setUp(ctx: Ctx, person: Person, code: string): Promise<string[]> {
	return transaction(ctx, async (ctx) => {
		const factor = found(await store.factorOf(ctx.db, person.id), 'second factor');
		if (factor.confirmedAt) throw new Refused('factorKnown');
		await takeCode(ctx, person.id, factor.sealed, code);
		await store.confirm(ctx.db, person.id, ctx.now);
		await record({ ...ctx, person }, { verb: 'factor.enrolled', subjectId: person.id });
		return newCodes(ctx, person.id);
	});
}

/** Takes a code of the app or a recovery code, each once. Refused: factorRefused. */
export async function check(ctx: Ctx, person: Person, code: string): Promise<void> {
	await transaction(ctx, async (ctx) => {
		const factor = await store.factorOf(ctx.db, person.id);
		if (!factor?.confirmedAt) throw new Refused('factorRefused');
		if (/^\d{6}$/.test(code)) return takeCode(ctx, person.id, factor.sealed, code);
		const hash = ctx.app.keys.digest('recovery', code);
		if (!(await store.takeRecovery(ctx.db, person.id, hash, ctx.now))) throw new Refused('factorRefused');
		await record({ ...ctx, person }, { verb: 'factor.recovered', subjectId: person.id });
	});
}

/** Steps of half a minute that the clocks of several machines are never apart. */
const AHEAD = 10;

async function takeCode(ctx: Ctx, personId: string, sealed: string, code: string): Promise<void> {
	const step = stepOf(ctx.app.keys.open(sealed), code, ctx.now);
	if (step === null || !(await store.takeStep(ctx.db, personId, step, step + AHEAD)))
		throw new Refused('factorRefused');
}

async function newCodes(ctx: Ctx, personId: string): Promise<string[]> {
	const codes = Array.from({ length: RECOVERY_CODES }, () => makeCode(randomInt));
	const hashes = codes.map((code) => ctx.app.keys.digest('recovery', code));
	await store.replaceRecovery(ctx.db, personId, hashes);
	return codes.map(showCode);
}

/** How many recovery codes are left for the one who asks; null: there is no second factor. */
export async function left(ctx: Ctx): Promise<number | null> {
	const factor = ctx.person && (await store.factorOf(ctx.db, ctx.person.id));
	return ctx.person && factor?.confirmedAt ? store.countRecovery(ctx.db, ctx.person.id) : null;
}

/** New recovery codes in place of all former ones. */
export async function renewCodes(ctx: Ctx): Promise<string[]> {
	return transaction(ctx, async (ctx) => {
		const person = signedIn(ctx);
		if (!(await store.factorOf(ctx.db, person.id))?.confirmedAt) throw new Refused('factorRefused');
		await record(ctx, { verb: 'factor.renewed', subjectId: person.id });
		return newCodes(ctx, person.id);
	});
}

/**
 * Telephone and codes are lost: she sets up anew at the next sign-in, and is out wherever she was in. Refused: signInFirst,
 * roleMissing, ownAccount.
 */
export async function reset(ctx: Ctx, personId: string): Promise<void> {
	await transaction(ctx, async (ctx) => {
		if (ctx.via !== 'command') obey(mayHelpAccount(ctx.person, personId, await peopleWithRole(ctx.db, 'admin')));
		const { email } = found(await accountOf(ctx.db, personId), 'member of staff');
		await store.drop(ctx.db, personId);
		await endSessions(ctx.db, personId);
		await record(ctx, { verb: 'factor.reset', subjectId: personId });
		await notifyOwner(ctx, email, 'factorReset');
	});
}

/** For the demonstration: sets a second factor up and answers with its secret. */
export async function setUpDemoFactor(ctx: Ctx, personId: string): Promise<string> {
	const secret = makeSecret();
	await transaction(ctx, async ({ db, now, app }) => {
		await store.putFactor(db, personId, app.keys.seal(secret), now);
		await store.confirm(db, personId, now);
	});
	return secret;
}

/** The code of this moment. Only a demonstration may say it. */
export async function codeNow(ctx: Ctx, personId: string): Promise<string | null> {
	if (!ctx.app.config.demo || ctx.via !== 'command') return null;
	const factor = await store.factorOf(ctx.db, personId);
	return factor ? codeAt(ctx.app.keys.open(factor.sealed), ctx.now) : null;
}
