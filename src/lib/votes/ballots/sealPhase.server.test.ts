import { createHmac } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, renameSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import * as consultations from '#lib/consultations/consultations.server.ts';
import { ACTIONS } from '#lib/consultations/consultation.ts';
import type { Person } from '#lib/people/person.ts';
import type { Ctx } from '#lib/server/ctx.ts';
import { transaction } from '#lib/server/db/transaction.ts';
import type { App } from '#lib/server/app.ts';
import { openApp } from '../../server/openApp.ts';
import { publishedPoint } from '../../../../tests/support/strategy/drafted.ts';
import { makeTestApp, type TestApp } from '../../../../tests/support/machine/testApp.ts';
import * as votes from '../votes.server.ts';

/** The phase ends on the first; its key goes a day later. */
const AFTER = '2027-06-02T00:00:00.000Z';
const LATER = '2027-07-01T00:00:00.000Z';

async function polled() {
	const testApp = await makeTestApp();
	const point = await publishedPoint(testApp);
	const people: Person[] = [];
	for (let i = 0; i < 36; i++)
		people.push(await testApp.person((['affected', 'practice', 'research'] as const)[i % 3]));
	for (const [i, person] of people.entries()) {
		await votes.castVote(
			testApp.as(person),
			point.number,
			(['agree', 'agree', 'pass', 'disagree'] as const)[i % 4] ?? null
		);
	}
	await votes.publishResults(testApp.as(null));
	return { testApp, point, people };
}

const keyFile = ({ app }: TestApp, phaseId: string) =>
	join(app.config.keyFolder ?? join(databaseFolder(app), 'ballot-keys'), phaseId);
const databaseFolder = ({ config }: App) =>
	config.database.kind === 'sqlite' ? dirname(config.database.file) : tmpdir();

const voters = async (testApp: TestApp) =>
	(await testApp.app.reader.selectFrom('ballots').select('voter').execute()).map((row) => row.voter);

/** Every table with every row, as somebody with a copy of the database reads it. */
async function everything({ app }: TestApp): Promise<string[]> {
	const names = (await app.reader.introspection.getTables()).map((table) => table.name);
	const rows: string[] = [];
	for (const name of names) {
		const { rows: found } = await sql<Record<string, unknown>>`select * from ${sql.table(name)}`.execute(app.reader);
		rows.push(...found.flatMap((row) => Object.values(row).map(String)));
	}
	return [...new Set(rows)];
}

/** Whoever has the installation's secret and the whole database tries all they have: as key, as text, and both ways. */
async function guesses(testApp: TestApp, people: readonly Person[], more: Buffer[] = []): Promise<Set<string>> {
	const { keys } = testApp.app;
	const lasting = people.map((person) => keys.digest('ballot', testApp.phaseId + person.id, 12));
	const found = await everything(testApp);
	const cut = (key: string | Buffer, text: string) =>
		createHmac('sha256', key).update(text).digest().subarray(0, 12).toString('base64url');
	const tried = found.flatMap((key) =>
		lasting.flatMap((text) => [cut(key, text), cut(Buffer.from(key, 'base64url'), text)])
	);
	const known = more.flatMap((key) => lasting.map((text) => cut(key, text)));
	return new Set([...lasting, ...tried, ...known]);
}

const reopen = async (testApp: TestApp, until = LATER) => {
	const admin = testApp.as(await testApp.person('none', { roles: ['admin'] }));
	const form = { beginsAt: '2027-05-01T00:00:00.000Z', endsAt: until, actions: [...ACTIONS] };
	await consultations.changePhase(admin, testApp.phaseId, form);
};

describe('when a phase is over', () => {
	it('nobody can tell how somebody voted, and the results stay to the digit', async () => {
		const { testApp, point, people } = await polled();
		const ctx = (who: Person | null): Ctx => testApp.as(who);
		expect(await votes.own(ctx(people[0] ?? null))).toMatchObject([{ choice: 'agree' }]);
		const before = JSON.stringify([...(await votes.published(ctx(null), [point.id]))]);
		const tokens = await voters(testApp);
		const key = Buffer.from(testApp.app.ballotKeys.read(testApp.phaseId) ?? '');
		testApp.at(AFTER);
		expect(await votes.sealEnded(testApp.as(null))).toBe(1);
		expect(await votes.sealEnded(testApp.as(null))).toBe(0);
		expect(JSON.stringify([...(await votes.published(ctx(null), [point.id]))])).toBe(before);
		expect(before).toContain('"balanced":{"least":0.5,"most":0.5}');
		const sealed = await voters(testApp);
		expect(sealed).toHaveLength(tokens.length);
		expect(sealed.filter((token) => tokens.includes(token))).toEqual([]);
		expect(existsSync(keyFile(testApp, testApp.phaseId))).toBe(false);
		const two = people.slice(0, 2);
		const found = async (among: readonly string[], more: Buffer[]) => {
			const tried = await guesses(testApp, two, more);
			return among.filter((token) => tried.has(token)).length;
		};
		// With the key it was easy, as long as the phase ran. Now not even a copy of the key is of any use.
		expect([await found(tokens, [key]), await found(tokens, [])]).toEqual([2, 0]);
		expect([await found(sealed, [key]), await found(sealed, [])]).toEqual([0, 0]);
		const [entry] = await testApp.app.reader
			.selectFrom('journal')
			.selectAll()
			.where('verb', '=', 'ballots.sealed')
			.execute();
		expect(entry).toMatchObject({ subjectId: testApp.phaseId, actorId: null, audience: 'public' });
	});

	it('and made longer afterwards, nobody votes a second time', async () => {
		const { testApp, point, people } = await polled();
		const voted = people[0] ?? null;
		testApp.at(AFTER);
		await votes.sealEnded(testApp.as(null));
		await reopen(testApp);
		const tallies = await votes.currentResults(testApp.as(null), [point.id]);
		for (const who of [voted, await testApp.person()]) {
			await expect(votes.castVote(testApp.as(who), point.number, 'agree')).rejects.toMatchObject({
				reason: 'ballotsSealed'
			});
			expect(await votes.own(testApp.as(who))).toEqual([]);
			expect((await votes.mine(testApp.as(who), [point.id])).size).toBe(0);
		}
		expect(await votes.currentResults(testApp.as(null), [point.id])).toEqual(tallies);
	});

	it('and was made longer before, everything goes on', async () => {
		const { testApp, point, people } = await polled();
		await reopen(testApp);
		testApp.at(AFTER);
		expect(await votes.sealEnded(testApp.as(null))).toBe(0);
		const ctx = testApp.as(people[0] ?? null);
		await votes.castVote(ctx, point.number, 'disagree');
		expect(await votes.own(ctx)).toMatchObject([{ choice: 'disagree' }]);
		expect(await voters(testApp)).toHaveLength(36);
	});

	it('without a single vote, there is nothing to destroy and it may begin anew', async () => {
		const testApp = await makeTestApp();
		const point = await publishedPoint(testApp);
		testApp.at(AFTER);
		expect(await votes.sealEnded(testApp.as(null))).toBe(0);
		await reopen(testApp);
		await votes.castVote(testApp.as(await testApp.person()), point.number, 'agree');
		expect(await voters(testApp)).toHaveLength(1);
	});

	it('what a process left undone when it ended is done by the next', async () => {
		const { testApp } = await polled();
		await transaction(testApp.as(null), (ctx) => consultations.sealBallots(ctx, testApp.phaseId));
		expect(existsSync(keyFile(testApp, testApp.phaseId))).toBe(true);
		expect(await votes.sealEnded(testApp.as(null))).toBe(1);
		expect(existsSync(keyFile(testApp, testApp.phaseId))).toBe(false);
	});
});

describe('a slip with the end of a phase', () => {
	it('closes votes at once, needs two people, and can be taken back for a day: nothing is lost', async () => {
		const { testApp, point, people } = await polled();
		const [admin, other] = [
			await testApp.person('none', { roles: ['admin'] }),
			await testApp.person('none', { roles: ['publisher'] })
		];
		const slip = { beginsAt: '2027-04-01T00:00:00.000Z', endsAt: '2027-04-03T00:00:00.000Z', actions: [...ACTIONS] };
		const { state, approvals } = await consultations.plannedChange(testApp.as(admin), testApp.phaseId, slip);
		expect(approvals?.given).toEqual([]);
		const change = () => consultations.changePhase(testApp.as(admin), testApp.phaseId, slip, state.digest);
		await expect(change()).rejects.toMatchObject({ reason: 'approvalMissing' });
		await consultations.approvePhase(testApp.as(admin), testApp.phaseId, slip, state.digest);
		await expect(change()).rejects.toMatchObject({ reason: 'approvalOwn' });
		await consultations.approvePhase(testApp.as(other), testApp.phaseId, slip, state.digest);
		await change();
		// The end lies weeks back, and still its key stays for a day from now on.
		const vote = () => votes.castVote(testApp.as(people[0] ?? null), point.number, 'disagree');
		await expect(vote()).rejects.toMatchObject({ reason: 'phaseOver' });
		testApp.at('2027-05-11T11:59:00.000Z');
		expect(await votes.sealEnded(testApp.as(null))).toBe(0);
		await reopen(testApp);
		await vote();
		expect(await votes.own(testApp.as(people[0] ?? null))).toMatchObject([{ choice: 'disagree' }]);
		expect(await voters(testApp)).toHaveLength(36);
		const again = await consultations.plannedChange(testApp.as(admin), testApp.phaseId, slip);
		// The approval was for the change as it was then.
		expect(again.approvals?.given).toEqual([]);
		await consultations.approvePhase(testApp.as(other), testApp.phaseId, slip, again.state.digest);
		await consultations.changePhase(testApp.as(admin), testApp.phaseId, slip, again.state.digest);
		testApp.at('2027-05-12T11:59:00.000Z');
		expect(await votes.sealEnded(testApp.as(null))).toBe(1);
		await reopen(testApp);
		await expect(vote()).rejects.toMatchObject({ reason: 'ballotsSealed' });
	});
});

describe('the key of a running phase', () => {
	it('that is missing stops voting with a clear word, and no new one is made', async () => {
		const { testApp, point, people } = await polled();
		const file = keyFile(testApp, testApp.phaseId);
		renameSync(file, `${file}.away`);
		// Another process, which does not have it in memory.
		const other = openApp(testApp.app.config, testApp.app.log);
		const ctx = { ...testApp.as(people[0] ?? null), app: other, db: other.reader };
		const vote = () => votes.castVote(ctx, point.number, 'disagree');
		await expect(vote()).rejects.toMatchObject({ reason: 'ballotKeyMissing' });
		expect(await votes.own(ctx)).toEqual([]);
		mkdirSync(dirname(file), { recursive: true });
		writeFileSync(file, other.keys.seal('AAAA'));
		await expect(vote()).rejects.toMatchObject({ reason: 'ballotKeyMissing' });
		renameSync(`${file}.away`, file);
		await vote();
		expect(await votes.own(ctx)).toMatchObject([{ choice: 'disagree' }]);
		expect(await voters(testApp)).toHaveLength(36);
		await other.close();
	});

	it('is the same for many at once, and lies alone in its folder', async () => {
		const testApp = await makeTestApp();
		const point = await publishedPoint(testApp);
		const people = await Promise.all(Array.from({ length: 12 }, () => testApp.person()));
		await Promise.all([...people, ...people].map((who) => votes.castVote(testApp.as(who), point.number, 'agree')));
		expect(await voters(testApp)).toHaveLength(12);
		expect(readdirSync(dirname(keyFile(testApp, testApp.phaseId)))).toEqual([testApp.phaseId]);
	});
});

describe('a phase that began before there were keys', () => {
	it('goes on as it was, and in the end chance takes the place of its tokens', async () => {
		const testApp = await makeTestApp();
		const point = await publishedPoint(testApp);
		const lasting = { phaseId: testApp.phaseId, fingerprint: 'lasting', madeAt: testApp.now, destroyedAt: null };
		await transaction(testApp.as(null), ({ db }) => db.insertInto('ballotKeys').values(lasting).execute());
		const person = await testApp.person();
		await votes.castVote(testApp.as(person), point.number, 'agree');
		const token = testApp.app.keys.digest('ballot', testApp.phaseId + person.id, 12);
		expect(await voters(testApp)).toEqual([token]);
		testApp.at(AFTER);
		await votes.sealEnded(testApp.as(null));
		expect(await voters(testApp)).not.toContain(token);
	});
});
