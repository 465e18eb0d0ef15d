import { randomInt } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { Limiter } from '#lib/server/http/limit.ts';
import { countTry } from '#lib/server/http/tries.ts';
import { newId } from '#lib/server/ids.ts';
import { makeTown, type Town } from '../../../tests/support/town.ts';
import * as batches from './batches.server.ts';
import { makeCode, tidyCode } from './code.ts';
import * as people from './people.server.ts';

async function card(town: Town): Promise<{ batch: string; code: string }> {
	const helper = town.as(await town.person('none', { roles: ['helper'] }));
	const form = { id: newId(), label: 'Café', group: 'affected', organisation: '', size: 1, days: 30 } as const;
	const { codes } = await batches.issue(helper, form);
	return { batch: form.id, code: tidyCode(codes[0] ?? '') };
}

/** As the sign-in page does it: count the try, then look. Answers with the reason, or `in`. */
async function attempt(town: Town, counter: Limiter, address: string, code: string, now: number): Promise<string> {
	try {
		countTry({ kind: 'card', address: () => address, now }, counter);
		await people.holderOf(town.as(null), code);
		return 'in';
	} catch (problem) {
		return problem instanceof Error && 'reason' in problem ? String(problem.reason) : 'fault';
	}
}

describe('guessing codes', () => {
	it('ten thousand times, each from another address, finds nothing, and a right code works meanwhile', async () => {
		const town = await makeTown();
		const { code } = await card(town);
		const counter = new Limiter();
		const answers = new Set<string>();
		const now = Date.parse(town.now);
		for (let round = 0; round < 100; round++) {
			const guesses = Array.from({ length: 100 }, (_, number) =>
				attempt(town, counter, `10.0.${round}.${number}`, makeCode(randomInt), now)
			);
			for (const answer of await Promise.all(guesses)) answers.add(answer);
			if (round % 25 === 0) expect(await attempt(town, counter, '198.51.100.9', code, now)).toBe('in');
		}
		expect([...answers]).toEqual(['codeUnknown']);
	});

	it('from one address is slowed to a crawl, and others notice nothing of it', async () => {
		const town = await makeTown();
		const { code } = await card(town);
		const counter = new Limiter();
		const now = Date.parse(town.now);
		let looked = 0;
		// A hundred a second.
		for (let number = 0; number < 10_000; number++) {
			const answer = await attempt(town, counter, '203.0.113.7', '3'.repeat(16), now + number * 10);
			if (answer !== 'tooManyTries') looked++;
		}
		expect(looked).toBeLessThan(60);
		expect(await attempt(town, counter, '198.51.100.9', code, now + 100_000)).toBe('in');
	});

	it('without any limit finds nothing either: nothing about an answer depends on how near a guess is', async () => {
		const town = await makeTown();
		const { code } = await card(town);
		for (let at = 0; at < 16; at++) {
			const near = code.slice(0, at) + (code[at] === 'X' ? 'Y' : 'X') + code.slice(at + 1);
			await expect(people.holderOf(town.as(null), near)).rejects.toMatchObject({ reason: 'codeUnknown' });
		}
	});

	it('takes as long for a code that exists and is refused as for one that does not exist', async () => {
		const town = await makeTown();
		const { batch, code } = await card(town);
		await people.holderOf(town.as(null), code);
		await batches.revoke(town.as(await town.person('none', { roles: ['admin'] })), batch);
		const times = { known: [0], unknown: [0] };
		// In turns, so that whatever else this machine does meets both alike.
		for (let round = 0; round < 1_000; round++) {
			for (const kind of round % 2 ? (['known', 'unknown'] as const) : (['unknown', 'known'] as const)) {
				const asked = kind === 'known' ? code : makeCode(randomInt);
				const began = performance.now();
				await people.holderOf(town.as(null), asked).catch(() => undefined);
				times[kind].push(performance.now() - began);
			}
		}
		const middle = (all: number[]) => all.sort((a, b) => a - b)[Math.floor(all.length / 2)] ?? 0;
		const [known, unknown] = [middle(times.known), middle(times.unknown)];
		// A network shakes by more than a millisecond; a quarter of it here leaves room for a busy machine.
		expect(Math.abs(known - unknown), `${known} ms and ${unknown} ms`).toBeLessThan(0.25);
	});
});
