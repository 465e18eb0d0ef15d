import { describe, expect, it } from 'vitest';
import { PasswordQueue } from './password.server.ts';

/** Runs one after the other and notes in which order. */
function scene(mostWaiting = 100) {
	const queue = new PasswordQueue(1, mostWaiting);
	const order: string[] = [];
	const tick = () => new Promise((done) => setImmediate(done));
	const ask = (place: string, known = false) =>
		queue
			.run({ place, known }, async () => {
				await tick();
				order.push(place);
			})
			.catch((problem: unknown) => {
				order.push(`${place}: ${problem instanceof Error && 'reason' in problem ? String(problem.reason) : 'fault'}`);
			});
	return { order, ask };
}

describe('passwords that wait to be checked', () => {
	it('take turns place by place; a device that is known goes first', async () => {
		const { order, ask } = scene();
		const all = [ask('a'), ask('a'), ask('a'), ask('a'), ask('b'), ask('desk', true), ask('c')];
		await Promise.all(all);
		expect(order).toEqual(['a', 'desk', 'a', 'b', 'c', 'a', 'a']);
	});

	it('are sent away when too many wait: of the place that most come from', async () => {
		const { order, ask } = scene(5);
		await Promise.all([...Array.from({ length: 20 }, () => ask('a')), ask('owner'), ask('desk', true)]);
		expect(order.filter((one) => one === 'a: tooManyTries')).toHaveLength(15);
		expect(order.filter((one) => one === 'owner' || one === 'desk')).toEqual(['desk', 'owner']);
		expect(order).toHaveLength(22);
	});

	it('go on after one that failed', async () => {
		const queue = new PasswordQueue(1);
		const failing = queue.run({ place: 'a', known: false }, () => Promise.reject(new Error('broken')));
		const next = queue.run({ place: 'a', known: false }, async () => 'checked');
		await expect(failing).rejects.toThrow('broken');
		expect(await next).toBe('checked');
	});
});
