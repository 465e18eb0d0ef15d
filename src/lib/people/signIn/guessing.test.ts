import { randomInt } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { countTry } from '#lib/server/auth/signInRateLimits.server.ts';
import { newId } from '#lib/server/ids.ts';
import { limitsClock } from '../../../../tests/support/limits.ts';
import { makeTestApp, type TestApp } from '../../../../tests/support/machine/testApp.ts';
import * as batches from '../cards/batches.server.ts';
import { makeCode, tidyCode } from '../cards/cardCode.ts';
import * as people from '../people.server.ts';

async function card(testApp: TestApp): Promise<{ batch: string; code: string }> {
	const helper = testApp.as(await testApp.person('none', { roles: ['helper'] }));
	const form = { id: newId(), label: 'Café', group: 'affected', organisation: '', size: 1, days: 30 } as const;
	const { codes } = await batches.issue(helper, form);
	return { batch: form.id, code: tidyCode(codes[0] ?? '') };
}

/** As the sign-in page does it: count the try, then look. Answers with the reason, or `in`. */
async function attempt(testApp: TestApp, address: string, code: string): Promise<string> {
	try {
		await countTry(testApp.app, 'card', { place: address, network: address });
		await people.holderOf(testApp.as(null), code);
		return 'in';
	} catch (problem) {
		return problem instanceof Error && 'reason' in problem ? String(problem.reason) : 'fault';
	}
}

describe('guessing codes', () => {
	it('thousands of times, each from another address, finds nothing, and a right code works meanwhile', async () => {
		const testApp = await makeTestApp();
		const { code } = await card(testApp);
		const answers = new Set<string>();
		const rounds = testApp.app.kind === 'postgres' ? 20 : 100;
		for (let round = 0; round < rounds; round++) {
			const guesses = Array.from({ length: 100 }, (_, number) =>
				attempt(testApp, `10.0.${round}.${number}`, makeCode(randomInt))
			);
			for (const answer of await Promise.all(guesses)) answers.add(answer);
			if (round % 10 === 0) expect(await attempt(testApp, '198.51.100.9', code)).toBe('in');
		}
		expect([...answers]).toEqual(['codeUnknown']);
	}, 120_000);

	it('from one address is slowed to a crawl, and others notice nothing of it', async () => {
		const testApp = await makeTestApp();
		const { code } = await card(testApp);
		const { pass } = limitsClock(testApp.app);
		let looked = 0;
		// Six a second.
		for (let number = 0; number < 600; number++) {
			const answer = await attempt(testApp, '203.0.113.7', '3'.repeat(16));
			if (answer !== 'tooManyTries') looked++;
			await pass(170);
		}
		expect(looked).toBeLessThan(60);
		expect(await attempt(testApp, '198.51.100.9', code)).toBe('in');
	});

	it('without any limit finds nothing either: nothing about an answer depends on how near a guess is', async () => {
		const testApp = await makeTestApp();
		const { code } = await card(testApp);
		for (let at = 0; at < 16; at++) {
			const near = code.slice(0, at) + (code[at] === 'X' ? 'Y' : 'X') + code.slice(at + 1);
			await expect(people.holderOf(testApp.as(null), near)).rejects.toMatchObject({ reason: 'codeUnknown' });
		}
	});

	it('takes as long for a code that exists and is refused as for one that does not exist', async () => {
		const testApp = await makeTestApp();
		const { batch, code } = await card(testApp);
		await people.holderOf(testApp.as(null), code);
		await batches.revoke(testApp.as(await testApp.person('none', { roles: ['admin'] })), batch);
		const times = { known: [0], unknown: [0] };
		// In turns, so that whatever else this machine does meets both alike.
		for (let round = 0; round < 1_000; round++) {
			for (const kind of round % 2 ? (['known', 'unknown'] as const) : (['unknown', 'known'] as const)) {
				const asked = kind === 'known' ? code : makeCode(randomInt);
				const began = performance.now();
				await people.holderOf(testApp.as(null), asked).catch(() => undefined);
				times[kind].push(performance.now() - began);
			}
		}
		const middle = (all: number[]) => all.sort((a, b) => a - b)[Math.floor(all.length / 2)] ?? 0;
		const [known, unknown] = [middle(times.known), middle(times.unknown)];
		// A network shakes by more than a millisecond; a quarter of it here leaves room for a busy machine.
		expect(Math.abs(known - unknown), `${known} ms and ${unknown} ms`).toBeLessThan(0.25);
	});
});
