import { describe, expect, it } from 'vitest';
import { openApp } from '../openApp.ts';
import { limitsClock } from '../../../../tests/support/limits.ts';
import { makeTestApp } from '../../../../tests/support/machine/testApp.ts';
import { MemoryLimits } from './memoryLimits.server.ts';
import { takeToken, forget, tokensLeft, placeOf, forceTakeToken, sweepRegularly, waitTurn } from './limits.ts';

const limit = { burst: 3, refill: 1_000 };
const HOUR = 3_600_000;

async function scene() {
	const { app } = await makeTestApp();
	const { pass } = limitsClock(app);
	const tries = async (times: number, who = 'somebody', purpose = 'code') => {
		const answers = [];
		for (let i = 0; i < times; i++) answers.push(await app.limits.change(purpose, who, takeToken(limit)));
		return answers;
	};
	return { app, pass, tries };
}

describe('guessing is slowed down', () => {
	it('after a burst, until time has passed', async () => {
		const { pass, tries } = await scene();
		expect(await tries(4)).toEqual([true, true, true, false]);
		await pass(500);
		expect(await tries(1)).toEqual([false]);
		await pass(60_000);
		expect(await tries(4)).toEqual([true, true, true, false]);
	});

	it('and comes to an end for those who try on meanwhile', async () => {
		const { pass, tries } = await scene();
		await tries(3);
		const answers = [];
		for (let i = 0; i < 4; i++) {
			await pass(500);
			answers.push(...(await tries(1)));
		}
		expect(answers.filter(Boolean).length).toBe(2);
	});

	it('for everybody by themselves, and for every purpose', async () => {
		const { tries } = await scene();
		await tries(4);
		expect(await tries(1, 'somebody else')).toEqual([true]);
		expect(await tries(1, 'somebody', 'password')).toEqual([true]);
	});

	it('and a clock that is set back or forward by a day makes nobody wait for longer than they had to', async () => {
		const { pass, tries } = await scene();
		await tries(4);
		await pass(-24 * HOUR);
		expect(await tries(1)).toEqual([false]);
		await pass(1_100);
		expect(await tries(1)).toEqual([true]);
		await pass(24 * HOUR);
		expect(await tries(4)).toEqual([true, true, true, false]);
	});

	it('by all processes together, however many ask in the same moment', async () => {
		const { app } = await scene();
		const other = app.kind === 'postgres' ? openApp(app.config, app.log) : app;
		const asked = Array.from({ length: 40 }, (_, n) =>
			(n % 2 ? app : other).limits.change('code', 'x', takeToken({ burst: 7, refill: HOUR }))
		);
		expect((await Promise.all(asked)).filter(Boolean)).toHaveLength(7);
		if (other !== app) await other.close();
	});

	it('and nothing is kept when it makes no difference any more', async () => {
		const { app, pass, tries } = await scene();
		await tries(2);
		await pass(2_100);
		await app.limits.sweep();
		const rows = await app.reader.selectFrom('limits').selectAll().execute();
		expect(rows).toEqual([]);
		expect(await app.limits.change('code', 'somebody', tokensLeft(limit))).toBe(3);
	});

	it('without any address in the database, its log or its backups', async () => {
		const { app, tries } = await scene();
		await tries(2, '192.0.2.7');
		const rows = await app.reader.selectFrom('limits').selectAll().execute();
		expect(rows).toHaveLength(app.kind === 'postgres' ? 1 : 0);
		expect(JSON.stringify(rows)).not.toContain('192.0.2.7');
	});
});

describe('what too many tries cost', () => {
	it('is counted down to a floor, and comes back with time', async () => {
		const { app, pass } = await scene();
		for (let i = 0; i < 20; i++) await app.limits.change('account', 'kim', forceTakeToken(limit, -5));
		expect(Math.round(await app.limits.change('account', 'kim', tokensLeft(limit)))).toBe(-5);
		await pass(4_000);
		expect(Math.round(await app.limits.change('account', 'kim', tokensLeft(limit)))).toBe(-1);
	});

	it('is a turn after some tries at once: as long a wait as was said, then one try', async () => {
		const { app, pass } = await scene();
		const ask = async (delay: number) =>
			Math.ceil(await app.limits.change('turn', 'kim', waitTurn({ free: 2, delay })));
		expect([await ask(9_000), await ask(9_000)]).toEqual([0, 0]);
		expect(await ask(9_000)).toBe(9_000);
		await pass(5_000);
		expect(await ask(60_000)).toBeLessThanOrEqual(4_000);
		await pass(4_000);
		expect([await ask(60_000), await ask(60_000)]).toEqual([0, 60_000]);
		await app.limits.change('turn', 'kim', forget);
		expect(await ask(60_000)).toBe(0);
	});

	it('is never a wait for a clock that was set back', async () => {
		const { app, pass } = await scene();
		const ask = async () => app.limits.change('turn', 'kim', waitTurn({ free: 0, delay: 9_000 }));
		await ask();
		await pass(-HOUR);
		expect(await ask()).toBe(9_000);
		await pass(9_100);
		expect(await ask()).toBe(0);
	});
});

describe('in memory', () => {
	it('it is forgotten by the process that counts, although nobody tries again', async () => {
		let now = 0;
		const limits = new MemoryLimits(() => now);
		await limits.change('code', 'somebody', takeToken(limit));
		const stop = sweepRegularly(limits, 5);
		expect(limits.size).toBe(1);
		now = 10_000;
		await expect.poll(() => limits.size).toBe(0);
		await stop();
	});

	it('no more is kept than so many, of each purpose; the oldest go', async () => {
		const limits = new MemoryLimits(() => 0, 10);
		const tries = async (who: string, times = 4, purpose = 'code') => {
			for (let i = 1; i < times; i++) await limits.change(purpose, who, takeToken(limit));
			return limits.change(purpose, who, takeToken(limit));
		};
		await tries('the first');
		await tries('the owner', 4, 'second factor');
		for (let i = 0; i < 10; i++) await tries(`address ${i}`);
		expect(await tries('address 9', 1)).toBe(false);
		expect(await tries('the first', 1)).toBe(true);
		expect(await tries('the owner', 1, 'second factor')).toBe(false);
	});
});

describe('where somebody comes from', () => {
	const table = [
		['192.0.2.7', '192.0.2.7'],
		['::ffff:192.0.2.7', '::ffff:192.0.2.7'],
		['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
		['2001:0DB8:1:2::', '2001:db8:1:2'],
		['2001:db8::6', '2001:db8:0:0'],
		['::1', '0:0:0:0']
	] as const;
	it.each(table)('%s is %s', (address, place) => {
		expect(placeOf(address)).toBe(place);
	});
	it('as a network is wider', () => {
		expect(placeOf('2001:db8:1:2:3:4:5:6', 3)).toBe('2001:db8:1');
		expect(placeOf('192.0.2.7', 3)).toBe('192.0.2.7');
	});
});
