import { describe, expect, it } from 'vitest';
import { Refused } from '../../verdict.ts';
import { Limiter } from './limit.ts';
import { countTry } from './tries.ts';

const NOW = Date.parse('2027-05-10T12:00:00.000Z');
const card = (address: string, now = NOW) => ({ kind: 'card', address: () => address, now }) as const;
const staff = (address: string, account: string) =>
	({ kind: 'staff', address: () => address, account, now: NOW }) as const;

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

	it('ten thousand wrong codes from everywhere do not keep a right one out', () => {
		const limiter = new Limiter();
		let address = 0;
		times(10_000, () => countTry(card(`10.${address >> 8}.${address++ % 256}.1`), limiter));
		expect(times(1, () => countTry(card('192.0.2.7'), limiter))).toBe(0);
	});

	it('a password is not guessed from many addresses', () => {
		const limiter = new Limiter();
		let address = 0;
		expect(times(100, () => countTry(staff(`10.0.0.${address++}`, 'a@example.org'), limiter))).toBe(40);
	});

	it('ten wrong passwords from elsewhere do not lock the owner of the account out', () => {
		const limiter = new Limiter();
		times(40, () => countTry(staff('10.0.0.1', 'a@example.org'), limiter));
		expect(times(1, () => countTry(staff('192.0.2.7', 'a@example.org'), limiter))).toBe(0);
	});

	it('nobody is turned away because a proxy forgot its header', () => {
		const forgetful = {
			...card(''),
			address: () => {
				throw new Error('no header');
			}
		};
		expect(times(1, () => countTry(forgetful, new Limiter()))).toBe(0);
	});
});
