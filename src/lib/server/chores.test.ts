import { pino } from 'pino';
import { describe, expect, it } from 'vitest';
import { startChores, type Chore } from './chores.ts';

const silent = pino({ level: 'silent' });
const moment = (millis: number) => new Promise((done) => setTimeout(done, millis));

describe('chores', () => {
	it('come again and again, each in its own time, one that fails no less', async () => {
		const done: string[] = [];
		const chore = (name: string, every: number, fails = false): Chore => ({
			name,
			every,
			async run() {
				done.push(name);
				if (fails) throw new Error('it went wrong');
			}
		});
		const { stop } = startChores([chore('often', 5), chore('failing', 5, true), chore('seldom', 60_000)], silent);
		await expect.poll(() => done.filter((name) => name === 'failing').length).toBeGreaterThan(2);
		await expect.poll(() => done.filter((name) => name === 'often').length).toBeGreaterThan(2);
		expect(done.filter((name) => name === 'seldom')).toHaveLength(1);
		await stop();
	});

	it('never overlap with themselves, and stopping waits for the one that runs', async () => {
		const now = { running: 0, most: 0, ended: 0 };
		const run = async () => {
			now.most = Math.max(now.most, ++now.running);
			await moment(20);
			now.running -= 1;
			now.ended += 1;
		};
		const { stop } = startChores([{ name: 'slow', every: 1, run }], silent);
		await expect.poll(() => now.ended).toBeGreaterThan(1);
		await stop();
		const ended = now.ended;
		expect(now).toMatchObject({ running: 0, most: 1 });
		await moment(50);
		expect(now.ended).toBe(ended);
	});
});
