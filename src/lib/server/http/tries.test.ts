import { describe, expect, it } from 'vitest';
import { Refused } from '../../verdict.ts';
import { Limiter } from './limit.ts';
import { countTry } from './tries.ts';

const NOW = Date.parse('2027-05-10T12:00:00.000Z');
const card = (address: string, now = NOW) => ({ kind: 'card', address, now }) as const;
const staff = (address: string, account: string) => ({ kind: 'staff', address, account, now: NOW }) as const;

function times(count: number, one: () => void): number {
	let refused = 0;
	for (let i = 0; i < count; i++) {
		try {
			one();
		} catch (error) {
			if (!(error instanceof Refused)) throw error;
			refused++;
		}
	}
	return refused;
}

describe('trying to sign in', () => {
	it('thirty people of one day centre can sign in at once', () => {
		const limiter = new Limiter();
		expect(times(30, () => countTry(card('10.0.0.1'), limiter))).toBe(0);
	});

	it('whoever guesses on is asked to wait, others are not', () => {
		const limiter = new Limiter();
		expect(times(100, () => countTry(card('10.0.0.1'), limiter))).toBe(60);
		expect(times(1, () => countTry(card('10.0.0.2'), limiter))).toBe(0);
		expect(times(1, () => countTry(card('10.0.0.1', NOW + 60_000), limiter))).toBe(0);
	});

	it('many addresses at once meet the limit for all together', () => {
		const limiter = new Limiter();
		let address = 0;
		expect(times(2_000, () => countTry(card(`10.0.0.${address++}`), limiter))).toBe(1_400);
	});

	it('a password is not guessed from many addresses', () => {
		const limiter = new Limiter();
		let address = 0;
		expect(times(50, () => countTry(staff(`10.0.0.${address++}`, 'a@example.org'), limiter))).toBe(40);
		expect(times(1, () => countTry(staff('10.0.1.1', 'b@example.org'), limiter))).toBe(0);
	});
});
