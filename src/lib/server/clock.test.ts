import { pino } from 'pino';
import { describe, expect, it } from 'vitest';
import { makeTestApp } from '../../../tests/support/machine/testApp.ts';
import { startChores } from './chores.ts';
import { ClockWatch, lastClock, noteClock, noteDoubt, watchClock, type LastClock } from './clock.ts';
import { openInstruments } from './metrics/instruments.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const NOON = Date.parse('2027-05-10T12:00:00.000Z');

/** A machine whose two clocks are moved by hand. */
function machine(lastSeen: LastClock, wall = NOON) {
	const at = { wall, monotonic: 5_000 };
	const watch = new ClockWatch(lastSeen, { wall: () => at.wall, monotonic: () => at.monotonic });
	return {
		watch,
		pass(millis: number) {
			at.wall += millis;
			at.monotonic += millis;
			return watch.isSteady();
		},
		jump(millis: number) {
			at.wall += millis;
			return watch.isSteady();
		}
	};
}

describe('the time of day', () => {
	it.each<[string, LastClock, boolean]>([
		['nothing was noted before', null, true],
		['the process was switched off for a day', NOON - DAY, true],
		['the process was switched off for a week, or the clock is wrong by one', NOON - 7 * DAY, false],
		['it was doubted before the process ended', 'doubted', false],
		['it shows a little less than it did', NOON + MINUTE, true],
		['it shows less than it did', NOON + 3 * MINUTE, false],
		['the machine woke up in 1970', NOON + 57 * 365 * DAY, false],
		['the machine woke up a year later', NOON - 365 * DAY, false]
	])('at the start, when %s: believed is %#', (_, lastSeen, steady) => {
		expect(machine(lastSeen).watch.isSteady()).toBe(steady);
	});

	it.each([10 * 365 * DAY, -DAY, 3 * MINUTE, -3 * MINUTE])(
		'after a jump of %d ms is doubted for an hour, and one more jump begins another',
		(by) => {
			const { pass, jump } = machine(NOON - MINUTE);
			expect(pass(10 * MINUTE)).toBe(true);
			expect(jump(by)).toBe(false);
			expect(pass(50 * MINUTE)).toBe(false);
			expect(jump(-by)).toBe(false);
			expect(pass(59 * MINUTE)).toBe(false);
			expect(pass(2 * MINUTE)).toBe(true);
		}
	);

	it('may be corrected by seconds again and again', () => {
		const { pass, jump } = machine(null);
		for (let n = 0; n < 20; n++) expect([pass(HOUR), jump(-500)]).toEqual([true, true]);
	});

	it('is noted in the database for the next start', async () => {
		const testApp = await makeTestApp();
		expect(await lastClock(testApp.app)).toBeNull();
		const before = Date.now();
		await noteClock(testApp.app);
		await noteClock(testApp.app);
		expect(await lastClock(testApp.app)).toBeGreaterThanOrEqual(before);
		await noteDoubt(testApp.app);
		expect(await lastClock(testApp.app)).toBe('doubted');
	});
});

it('what the time of day decides for good waits while it is doubted, the rest goes on, and the log says so once', async () => {
	const { watch, jump, pass } = machine(null);
	const said: string[] = [];
	const log = pino({ level: 'info' }, { write: (line) => void said.push(line) });
	const done = { dated: 0, other: 0 };
	jump(DAY);
	const chores = [
		{ name: 'end what is over', every: 2, dated: true, run: async () => void done.dated++ },
		{ name: 'index', every: 2, run: async () => void done.other++ }
	];
	const { choreRuns } = await openInstruments({ process: false });
	const { stop } = startChores(chores, log, watchClock(watch, log));
	await expect.poll(() => done.other).toBeGreaterThan(3);
	expect(done.dated).toBe(0);
	const counted = async () => (await choreRuns.get()).values.map(({ labels }) => labels.chore);
	expect(await counted(), 'what waits is not said to have been done').toEqual(['index']);
	pass(HOUR);
	await expect.poll(() => done.dated).toBeGreaterThan(1);
	await stop();
	expect(await counted()).toContain('end what is over');
	globalThis.teilhabeInstruments = undefined;
	expect(said.filter((line) => line.includes('the clock has jumped'))).toHaveLength(1);
	expect(said.filter((line) => line.includes('believed again'))).toHaveLength(1);
});
