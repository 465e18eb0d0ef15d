import { describe, expect, it } from 'vitest';
import { JobLost, JobThread } from './jobThread.server.ts';

const made = () => new JobThread('tests/support/machine/badThread.ts', { job: 60_000 });

describe('a job in a thread of its own', () => {
	it('is answered, and so is the next one', async () => {
		const thread = made();
		expect(await Promise.all([thread.run('one'), thread.run({ two: 2 })])).toEqual(['one', { two: 2 }]);
	});

	it('that never ends is ended after its time, and whoever waits for it goes on meanwhile', async () => {
		const thread = new JobThread('tests/support/machine/endlessThread.ts', { job: 1_000 });
		let turns = 0;
		const others = setInterval(() => turns++, 20);
		const lost = await Promise.allSettled([thread.run('one'), thread.run('two')]);
		clearInterval(others);
		expect(lost).toMatchObject([{ reason: { name: 'JobLost' } }, { reason: { name: 'JobLost' } }]);
		expect(turns).toBeGreaterThan(10);
	});

	it.each(['huge', 'deadly'])('that is %s takes nobody with it, and the next one is answered', async (job) => {
		const thread = made();
		await expect(thread.run(job)).rejects.toThrow(JobLost);
		expect(await thread.run('next')).toBe('next');
	});
});
