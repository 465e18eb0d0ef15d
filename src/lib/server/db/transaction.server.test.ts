import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { makeTestApp, type TestApp } from '../../../../tests/support/machine/testApp.ts';
import type { Ctx } from '../ctx.ts';
import { openApp } from '../openApp.ts';
import { record } from '../journal/journal.server.ts';
import { revision } from '../revision.ts';
import { nextNumber } from './counters.ts';
import { transaction } from './transaction.ts';

async function count(testApp: TestApp, name: string): Promise<number> {
	const row = await testApp.app.reader
		.selectFrom('counters')
		.select('value')
		.where('name', '=', name)
		.executeTakeFirst();
	return row?.value ?? 0;
}

const organisation = (ctx: Ctx, id: string) =>
	ctx.db.insertInto('organisations').values({ id, name: id, createdAt: ctx.now }).execute();

const names = async (testApp: TestApp) =>
	(await testApp.app.reader.selectFrom('organisations').select('id').orderBy('id').execute()).map(({ id }) => id);

const isSqlite = !process.env.TEST_DATABASE_URL;

describe('what is done together', () => {
	it('happens as a whole or not at all', async () => {
		const testApp = await makeTestApp();
		const failing = transaction(testApp.as(null), async (ctx) => {
			await organisation(ctx, 'a');
			await nextNumber(ctx, 'n');
			throw new Error('changed my mind');
		});
		await expect(failing).rejects.toThrow('changed my mind');
		expect(await names(testApp)).toEqual([]);
		expect(await count(testApp, 'n')).toBe(0);
	});

	it('answers with what the work returned', async () => {
		const testApp = await makeTestApp();
		expect(await transaction(testApp.as(null), async (ctx) => nextNumber(ctx, 'n'))).toBe(1);
	});

	it('joins when it is nested, and falls with the outer work', async () => {
		const testApp = await makeTestApp();
		const outer = transaction(testApp.as(null), async (ctx) => {
			await transaction(ctx, async (ctx) => organisation(ctx, 'inner'));
			throw new Error('outer');
		});
		await expect(outer).rejects.toThrow('outer');
		expect(await names(testApp)).toEqual([]);
	});

	it('many at once: every number is given once, and those that fail leave no gap and take nobody with them', async () => {
		const testApp = await makeTestApp();
		const works = Array.from({ length: 40 }, (_, i) =>
			transaction(testApp.as(null), async (ctx) => {
				const number = await nextNumber(ctx, 'n');
				if (i % 4 === 3) throw new Error(`number ${i} fails`);
				await organisation(ctx, `o${i}`);
				return number;
			})
		);
		const outcomes = await Promise.allSettled(works);
		const numbers = outcomes.flatMap((outcome) => (outcome.status === 'fulfilled' ? [outcome.value] : []));
		expect([...numbers].sort((a, b) => a - b)).toEqual(Array.from({ length: 30 }, (_, i) => i + 1));
		expect(await names(testApp)).toHaveLength(30);
		expect(outcomes[3]).toMatchObject({ reason: new Error('number 3 fails') });
	});

	it('a broken query fails alone', async () => {
		const testApp = await makeTestApp();
		const [good, broken, alsoGood] = await Promise.allSettled([
			transaction(testApp.as(null), (ctx) => organisation(ctx, 'a')),
			transaction(testApp.as(null), async (ctx) => {
				await organisation(ctx, 'b');
				await organisation(ctx, 'b');
			}),
			transaction(testApp.as(null), (ctx) => organisation(ctx, 'c'))
		]);
		expect([good?.status, broken?.status, alsoGood?.status]).toEqual(['fulfilled', 'rejected', 'fulfilled']);
		expect(await names(testApp)).toEqual(['a', 'c']);
	});
});

describe('two processes at once', () => {
	it('give every number once', async () => {
		const testApp = await makeTestApp();
		const other = openApp(testApp.app.config, testApp.app.log);
		const there: Ctx = { ...testApp.as(null), app: other, db: other.reader };
		const next = (ctx: Ctx) => transaction(ctx, (ctx) => nextNumber(ctx, 'n'));
		const pairs = Array.from({ length: 20 }, () => [next(testApp.as(null)), next(there)]);
		const numbers = await Promise.all(pairs.flat());
		expect(new Set(numbers).size).toBe(40);
		expect(await count(testApp, 'n')).toBe(40);
		await other.close();
	});
});

describe('the revision', () => {
	it('advances after what was recorded is to be seen, and only then', async () => {
		const testApp = await makeTestApp();
		const before = revision();
		await transaction(testApp.as(null), (ctx) => organisation(ctx, 'a'));
		expect(revision()).toBe(before);
		const failing = transaction(testApp.as(null), async (ctx) => {
			await record(ctx, { verb: 'batch.issued', subjectId: 'x' });
			throw new Error('no');
		});
		await expect(failing).rejects.toThrow('no');
		expect(revision()).toBe(before);
		await transaction(testApp.as(null), (ctx) => record(ctx, { verb: 'batch.issued', subjectId: 'x' }));
		expect(revision()).toBe(before + 1);
	});

	it('advances for what a nested verb records', async () => {
		const testApp = await makeTestApp();
		const before = revision();
		await transaction(testApp.as(null), (ctx) =>
			transaction(ctx, (ctx) => record(ctx, { verb: 'batch.issued', subjectId: 'x' }))
		);
		expect(revision()).toBe(before + 1);
	});
});

describe.runIf(isSqlite)('on SQLite', () => {
	it('nobody is told of success when the commit fails, and the next ones work again', async () => {
		const testApp = await makeTestApp();
		const orphan = transaction(testApp.as(null), async ({ db }) => {
			// Checked at the commit: the only way to make a commit fail without breaking the disk.
			await sql`pragma defer_foreign_keys = on`.execute(db);
			await db.insertInto('sessions').values({ id: 's', personId: 'nobody', expiresAt: '' }).execute();
		});
		const together2 = transaction(testApp.as(null), (ctx) => organisation(ctx, 'a'));
		const outcomes = await Promise.allSettled([orphan, together2]);
		expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
		expect(await names(testApp)).toEqual([]);
		await transaction(testApp.as(null), (ctx) => organisation(ctx, 'b'));
		expect(await names(testApp)).toEqual(['b']);
	});

	it('writing outside fails', async () => {
		const testApp = await makeTestApp();
		await expect(organisation(testApp.as(null), 'a')).rejects.toThrow('readonly');
	});

	it('waits for another process without stopping this one', async () => {
		const testApp = await makeTestApp();
		const other = openApp(testApp.app.config, testApp.app.log);
		let ticks = 0;
		const clock = setInterval(() => ticks++, 5);
		const held = transaction({ ...testApp.as(null), app: other, db: other.reader }, async (ctx) => {
			await organisation(ctx, 'theirs');
			await new Promise((done) => setTimeout(done, 300));
		});
		await new Promise((done) => setTimeout(done, 50));
		await Promise.all([held, transaction(testApp.as(null), (ctx) => organisation(ctx, 'ours'))]);
		clearInterval(clock);
		expect(await names(testApp)).toEqual(['ours', 'theirs']);
		expect(ticks).toBeGreaterThan(20);
		await other.close();
	});
});
