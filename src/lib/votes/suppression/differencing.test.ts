import { describe, expect, it } from 'vitest';
import { Attacker } from '../../../../tests/support/attacker.ts';
import { nextRelease } from './nextRelease.ts';
import { OPINION, PRESENCE, type Rule, type Shown } from './suppression.ts';

/** A fixed dice. */
function dice(seed: number): () => number {
	let state = seed;
	return () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647;
}

interface Wish {
	names: readonly string[];
	rule: Rule;
	/** Nobody thinks again. */
	growing: boolean;
	batches: number;
}

/** What is published of a line while people come, batch by batch. */
function published({ names, rule, growing, batches }: Wish, roll: () => number): Shown[] {
	const lean = names.map(() => roll() ** 2);
	const now = Object.fromEntries(names.map((name) => [name, 0]));
	const history: Shown[] = [];
	for (let batch = 0; batch < batches; batch++) {
		for (let come = Math.floor(roll() * 16); come > 0; come--) {
			const name = names.find((_, place) => roll() < (lean[place] ?? 0)) ?? names[0] ?? '';
			now[name] = (now[name] ?? 0) + 1;
			const [from = '', to = ''] = [names[Math.floor(roll() * 3)], names[Math.floor(roll() * 3)]];
			if (growing || roll() > 0.1 || (now[from] ?? 0) === 0) continue;
			now[from] = (now[from] ?? 0) - 1;
			now[to] = (now[to] ?? 0) + 1;
		}
		const next = nextRelease({ ...now }, history, rule);
		if (history.at(-1) !== next) history.push(next);
	}
	return history;
}

const ANSWERS = ['agree', 'pass', 'disagree'];
const GROUPS = ['affected', 'practice', 'research', 'none'];

describe('whoever reckons with all publications of a line at once', () => {
	it.each([
		['what people think', { names: ANSWERS, rule: OPINION, growing: false, batches: 8 }, 60],
		['what people think, when nobody thinks again', { names: ANSWERS, rule: OPINION, growing: true, batches: 8 }, 60],
		['who takes part', { names: GROUPS, rule: PRESENCE, growing: true, batches: 7 }, 40]
	])('learns nothing about one to four people: %s', (_, wish, runs) => {
		const roll = dice(17);
		let told = 0;
		for (let run = 0; run < runs; run++) {
			const attacker = new Attacker(wish);
			const history = published(wish, roll);
			for (const [day, shown] of history.entries()) attacker.reads('line', String(day), shown);
			expect(attacker.finds(), JSON.stringify(history)).toEqual([]);
			told += history.length;
		}
		expect(told / runs).toBeGreaterThan(2);
	});

	it('would learn it if figures were published as they are', () => {
		const attacker = new Attacker();
		attacker.reads('line', '1', { total: 30, counts: { agree: 20, pass: null, disagree: null } });
		attacker.reads('line', '2', { total: 31, counts: { agree: null, pass: null, disagree: 3 } });
		expect(attacker.finds()).toContain('line | disagree | 2: 3');
		expect(attacker.finds()).toContain('line | all | 1 to 2: 1');
	});

	it('finds what only several tables together say', () => {
		const attacker = new Attacker();
		attacker.reads('by group', '1', { total: 40, counts: { a: 30, b: null, c: null } });
		attacker.reads('by way', '1', { total: 33, counts: { self: 33, helper: 0 } });
		attacker.hears({ 'by group | a | 1': 1, 'by group | b | 1': 1, 'by way | all | 1': -1 }, 0);
		attacker.hears({ 'by group | c | 1': 1, 'by group | d | 1': -1 }, 0);
		expect(attacker.finds()).toContain('by group | b | 1: 3');
	});
});
