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
import { together } from '#lib/server/db/together.ts';
import { openHouse, type House } from '#lib/server/house.ts';
import { publishedPoint } from '../../../tests/support/drafted.ts';
import { makeTown, type Town } from '../../../tests/support/town.ts';
import * as votes from './votes.server.ts';

/** The phase ends on the first; its key goes a day later. */
const AFTER = '2027-06-02T00:00:00.000Z';
const LATER = '2027-07-01T00:00:00.000Z';

async function polled() {
	const town = await makeTown();
	const point = await publishedPoint(town);
	const people: Person[] = [];
	for (let i = 0; i < 36; i++) people.push(await town.person((['affected', 'practice', 'research'] as const)[i % 3]));
	for (const [i, person] of people.entries()) {
		await votes.cast(town.as(person), point.number, (['agree', 'agree', 'pass', 'disagree'] as const)[i % 4] ?? null);
	}
	await votes.publishResults(town.as(null));
	return { town, point, people };
}

const keyFile = ({ house }: Town, phaseId: string) =>
	join(house.config.keyFolder ?? join(databaseFolder(house), 'ballot-keys'), phaseId);
const databaseFolder = ({ config }: House) =>
	config.database.kind === 'sqlite' ? dirname(config.database.file) : tmpdir();

const voters = async (town: Town) =>
	(await town.house.reader.selectFrom('ballots').select('voter').execute()).map((row) => row.voter);

/** Every table with every row, as somebody with a copy of the database reads it. */
async function everything({ house }: Town): Promise<string[]> {
	const names = (await house.reader.introspection.getTables()).map((table) => table.name);
	const rows: string[] = [];
	for (const name of names) {
		const { rows: found } = await sql<Record<string, unknown>>`select * from ${sql.table(name)}`.execute(house.reader);
		rows.push(...found.flatMap((row) => Object.values(row).map(String)));
	}
	return [...new Set(rows)];
}

/** Whoever has the house's secret and the whole database tries all they have: as key, as text, and both ways. */
async function guesses(town: Town, people: readonly Person[], more: Buffer[] = []): Promise<Set<string>> {
	const { keys } = town.house;
	const lasting = people.map((person) => keys.digest('ballot', town.phaseId + person.id, 12));
	const found = await everything(town);
	const cut = (key: string | Buffer, text: string) =>
		createHmac('sha256', key).update(text).digest().subarray(0, 12).toString('base64url');
	const tried = found.flatMap((key) =>
		lasting.flatMap((text) => [cut(key, text), cut(Buffer.from(key, 'base64url'), text)])
	);
	const known = more.flatMap((key) => lasting.map((text) => cut(key, text)));
	return new Set([...lasting, ...tried, ...known]);
}

const reopen = async (town: Town, until = LATER) => {
	const admin = town.as(await town.person('none', { roles: ['admin'] }));
	const form = { beginsAt: '2027-05-01T00:00:00.000Z', endsAt: until, actions: [...ACTIONS] };
	await consultations.changePhase(admin, town.phaseId, form);
};

describe('when a phase is over', () => {
	it('nobody can tell how somebody voted, and the results stay to the digit', async () => {
		const { town, point, people } = await polled();
		const ctx = (who: Person | null): Ctx => town.as(who);
		expect(await votes.own(ctx(people[0] ?? null))).toMatchObject([{ choice: 'agree' }]);
		const before = JSON.stringify([...(await votes.published(ctx(null), [point.id]))]);
		const tokens = await voters(town);
		const key = Buffer.from(town.house.ballotKeys.read(town.phaseId) ?? '');
		town.at(AFTER);
		expect(await votes.sealEnded(town.as(null))).toBe(1);
		expect(await votes.sealEnded(town.as(null))).toBe(0);
		expect(JSON.stringify([...(await votes.published(ctx(null), [point.id]))])).toBe(before);
		expect(before).toContain('"balanced":{"least":0.5,"most":0.5}');
		const sealed = await voters(town);
		expect(sealed).toHaveLength(tokens.length);
		expect(sealed.filter((token) => tokens.includes(token))).toEqual([]);
		expect(existsSync(keyFile(town, town.phaseId))).toBe(false);
		const two = people.slice(0, 2);
		const found = async (among: readonly string[], more: Buffer[]) => {
			const tried = await guesses(town, two, more);
			return among.filter((token) => tried.has(token)).length;
		};
		// With the key it was easy, as long as the phase ran. Now not even a copy of the key is of any use.
		expect([await found(tokens, [key]), await found(tokens, [])]).toEqual([2, 0]);
		expect([await found(sealed, [key]), await found(sealed, [])]).toEqual([0, 0]);
		const [entry] = await town.house.reader
			.selectFrom('journal')
			.selectAll()
			.where('verb', '=', 'ballots.sealed')
			.execute();
		expect(entry).toMatchObject({ subjectId: town.phaseId, actorId: null, audience: 'public' });
	});

	it('and made longer afterwards, nobody votes a second time', async () => {
		const { town, point, people } = await polled();
		const voted = people[0] ?? null;
		town.at(AFTER);
		await votes.sealEnded(town.as(null));
		await reopen(town);
		const tallies = await votes.standing(town.as(null), [point.id]);
		for (const who of [voted, await town.person()]) {
			await expect(votes.cast(town.as(who), point.number, 'agree')).rejects.toMatchObject({ reason: 'ballotsSealed' });
			expect(await votes.own(town.as(who))).toEqual([]);
			expect((await votes.mine(town.as(who), [point.id])).size).toBe(0);
		}
		expect(await votes.standing(town.as(null), [point.id])).toEqual(tallies);
	});

	it('and was made longer before, everything goes on', async () => {
		const { town, point, people } = await polled();
		await reopen(town);
		town.at(AFTER);
		expect(await votes.sealEnded(town.as(null))).toBe(0);
		const ctx = town.as(people[0] ?? null);
		await votes.cast(ctx, point.number, 'disagree');
		expect(await votes.own(ctx)).toMatchObject([{ choice: 'disagree' }]);
		expect(await voters(town)).toHaveLength(36);
	});

	it('without a single vote, there is nothing to destroy and it may begin anew', async () => {
		const town = await makeTown();
		const point = await publishedPoint(town);
		town.at(AFTER);
		expect(await votes.sealEnded(town.as(null))).toBe(0);
		await reopen(town);
		await votes.cast(town.as(await town.person()), point.number, 'agree');
		expect(await voters(town)).toHaveLength(1);
	});

	it('what a process left undone when it ended is done by the next', async () => {
		const { town } = await polled();
		await together(town.as(null), (ctx) => consultations.sealBallots(ctx, town.phaseId));
		expect(existsSync(keyFile(town, town.phaseId))).toBe(true);
		expect(await votes.sealEnded(town.as(null))).toBe(1);
		expect(existsSync(keyFile(town, town.phaseId))).toBe(false);
	});
});

describe('a slip with the end of a phase', () => {
	it('closes votes at once, needs two people, and can be taken back for a day: nothing is lost', async () => {
		const { town, point, people } = await polled();
		const [admin, other] = [
			await town.person('none', { roles: ['admin'] }),
			await town.person('none', { roles: ['publisher'] })
		];
		const slip = { beginsAt: '2027-04-01T00:00:00.000Z', endsAt: '2027-04-03T00:00:00.000Z', actions: [...ACTIONS] };
		const { state, approvals } = await consultations.plannedChange(town.as(admin), town.phaseId, slip);
		expect(approvals?.given).toEqual([]);
		const change = () => consultations.changePhase(town.as(admin), town.phaseId, slip, state.digest);
		await expect(change()).rejects.toMatchObject({ reason: 'approvalMissing' });
		await consultations.approvePhase(town.as(admin), town.phaseId, slip, state.digest);
		await expect(change()).rejects.toMatchObject({ reason: 'approvalOwn' });
		await consultations.approvePhase(town.as(other), town.phaseId, slip, state.digest);
		await change();
		// The end lies weeks back, and still its key stays for a day from now on.
		const vote = () => votes.cast(town.as(people[0] ?? null), point.number, 'disagree');
		await expect(vote()).rejects.toMatchObject({ reason: 'phaseOver' });
		town.at('2027-05-11T11:59:00.000Z');
		expect(await votes.sealEnded(town.as(null))).toBe(0);
		await reopen(town);
		await vote();
		expect(await votes.own(town.as(people[0] ?? null))).toMatchObject([{ choice: 'disagree' }]);
		expect(await voters(town)).toHaveLength(36);
		const again = await consultations.plannedChange(town.as(admin), town.phaseId, slip);
		// The approval was for the change as it was then.
		expect(again.approvals?.given).toEqual([]);
		await consultations.approvePhase(town.as(other), town.phaseId, slip, again.state.digest);
		await consultations.changePhase(town.as(admin), town.phaseId, slip, again.state.digest);
		town.at('2027-05-12T11:59:00.000Z');
		expect(await votes.sealEnded(town.as(null))).toBe(1);
		await reopen(town);
		await expect(vote()).rejects.toMatchObject({ reason: 'ballotsSealed' });
	});
});

describe('the key of a running phase', () => {
	it('that is missing stops voting with a clear word, and no new one is made', async () => {
		const { town, point, people } = await polled();
		const file = keyFile(town, town.phaseId);
		renameSync(file, `${file}.away`);
		// Another process, which does not have it in memory.
		const other = openHouse(town.house.config, town.house.log);
		const ctx = { ...town.as(people[0] ?? null), house: other, db: other.reader };
		const vote = () => votes.cast(ctx, point.number, 'disagree');
		await expect(vote()).rejects.toMatchObject({ reason: 'ballotKeyMissing' });
		expect(await votes.own(ctx)).toEqual([]);
		mkdirSync(dirname(file), { recursive: true });
		writeFileSync(file, other.keys.seal('AAAA'));
		await expect(vote()).rejects.toMatchObject({ reason: 'ballotKeyMissing' });
		renameSync(`${file}.away`, file);
		await vote();
		expect(await votes.own(ctx)).toMatchObject([{ choice: 'disagree' }]);
		expect(await voters(town)).toHaveLength(36);
		await other.close();
	});

	it('is the same for many at once, and lies alone in its folder', async () => {
		const town = await makeTown();
		const point = await publishedPoint(town);
		const people = await Promise.all(Array.from({ length: 12 }, () => town.person()));
		await Promise.all([...people, ...people].map((who) => votes.cast(town.as(who), point.number, 'agree')));
		expect(await voters(town)).toHaveLength(12);
		expect(readdirSync(dirname(keyFile(town, town.phaseId)))).toEqual([town.phaseId]);
	});
});

describe('a phase that began before there were keys', () => {
	it('goes on as it was, and in the end chance takes the place of its tokens', async () => {
		const town = await makeTown();
		const point = await publishedPoint(town);
		const lasting = { phaseId: town.phaseId, fingerprint: 'lasting', madeAt: town.now, destroyedAt: null };
		await together(town.as(null), ({ db }) => db.insertInto('ballotKeys').values(lasting).execute());
		const person = await town.person();
		await votes.cast(town.as(person), point.number, 'agree');
		const token = town.house.keys.digest('ballot', town.phaseId + person.id, 12);
		expect(await voters(town)).toEqual([token]);
		town.at(AFTER);
		await votes.sealEnded(town.as(null));
		expect(await voters(town)).not.toContain(token);
	});
});
