import { describe, expect, it } from 'vitest';
import { revealsByDifference } from './differencing.ts';
import { nextRelease } from './nextRelease.ts';
import { suppress, OPINION, PRESENCE, MIN_COUNT_CROSSED, type Counts, type Shown } from './suppression.ts';

const answers = (agree: number, pass: number, disagree: number) => ({ agree, pass, disagree });

/** Every way in which n people can have these answers. */
function* everyLine([name, ...names]: readonly string[], n: number): Generator<Counts> {
	if (name === undefined) return;
	if (names.length === 0) yield { [name]: n };
	else for (let own = 0; own <= n; own++) for (const rest of everyLine(names, n - own)) yield { [name]: own, ...rest };
}

/** A fixed dice. */
function dice(seed: number): () => number {
	let state = seed;
	return () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647;
}

/** What subtraction gives: every count shown, and what the hidden ones are together. */
function recovered({ total, counts }: Shown): number[] {
	if (total === null) return [];
	const shown = Object.values(counts).filter((count) => count !== null);
	return [total, ...shown, total - shown.reduce((sum, count) => sum + count, 0)];
}

describe('a line by itself', () => {
	it.each([
		['all', answers(20, 5, 7), answers(20, 5, 7), 32],
		['not a few, nor what would give them away', answers(14, 3, 10), { agree: 14, pass: null, disagree: null }, 27],
		['two few ones together', answers(14, 3, 3), { agree: 14, pass: null, disagree: null }, 20],
		['nobody, as nobody', answers(14, 0, 6), answers(14, 0, 6), 20],
		['how many, when the others are few together', answers(40, 2, 1), { agree: null, pass: null, disagree: null }, 43],
		['nothing of four', answers(2, 1, 1), { agree: null, pass: null, disagree: null }, null]
	])('shows %s', (_, line, counts, total) => expect(suppress(line, OPINION)).toMatchObject({ counts, total }));

	it.each([
		[answers(40, 2, 1), { name: 'agree', share: 0.9 }],
		[answers(1, 0, 14), { name: 'disagree', share: 0.7 }],
		[answers(11, 1, 0), null],
		[answers(7, 0, 0), { name: 'agree', share: 0.8 }],
		[answers(8, 1, 0), { name: 'agree', share: 0.8 }],
		[answers(5, 2, 0), null],
		[answers(12, 0, 0), null],
		// All three are hidden, and the others are not few together.
		[answers(5, 4, 4), null]
	])('of %j says that the most answer is at least %j', (line, mostly) => {
		expect(suppress(line, OPINION).mostly).toEqual(mostly);
	});

	it('gives nobody away by subtraction, however people answered', () => {
		for (let n = 0; n <= 40; n++) {
			for (const line of everyLine(['agree', 'pass', 'disagree'], n)) {
				const shown = suppress(line, OPINION);
				const few = recovered(shown).filter((count) => count > 0 && count < 5);
				expect(few, JSON.stringify(line)).toEqual([]);
				const { name, share } = shown.mostly ?? { name: 'agree', share: 0 };
				expect((line[name] ?? 0) >= share * n - 1e-9, JSON.stringify(line)).toBe(true);
			}
		}
	});

	it.each([
		[['agree', 'pass', 'disagree'], 30],
		[['affected', 'practice', 'research', 'none'], 24],
		[['a', 'b', 'c', 'd', 'e'], 21]
	])('of %j leaves more than one possibility to whoever knows the rules', (names, most) => {
		for (let n = 1; n <= most; n++) {
			const possible = new Map<string, Counts[]>();
			for (const counts of everyLine(names, n)) {
				const key = JSON.stringify(suppress(counts, OPINION));
				possible.set(key, [...(possible.get(key) ?? []), counts]);
			}
			for (const [key, lines] of possible) {
				for (const name of names) {
					const values = new Set(lines.map((counts) => counts[name] ?? 0));
					const [only = 0] = values.size === 1 ? values : [0];
					expect(only > 0 && only < 5, `${key} ${name}: ${only}`).toBe(false);
				}
				// In a small group not even that all answered the same.
				if (n < 10) expect(lines.length > 1 || !Object.values(lines[0] ?? {}).includes(n), key).toBe(true);
			}
		}
	});

	it('hides up to nine where two properties are crossed', () => {
		const rule = { least: MIN_COUNT_CROSSED, unanimityThreshold: 0 };
		expect(suppress({ self: 30, helper: 9, both: 40 }, rule).counts).toEqual({ self: null, helper: null, both: 40 });
		expect(suppress({ self: 5, helper: 4 }, rule)).toMatchObject({ total: null });
	});
});

describe('one publication after the other', () => {
	it.each([
		['one more vote', answers(20, 5, 7), answers(21, 5, 7), true],
		['one who has thought again', answers(20, 5, 7), answers(19, 5, 8), true],
		['few of one answer among many', answers(20, 5, 7), answers(40, 6, 17), true],
		['five who all agree', answers(20, 5, 7), answers(25, 5, 7), true],
		['ten who all agree', answers(20, 5, 7), answers(30, 5, 7), false],
		['enough of each', answers(20, 5, 7), answers(25, 10, 12), false],
		['nobody new', answers(20, 5, 7), answers(20, 5, 7), false]
	])('%s: %j, %j betrays %s', (_, before, after, expected) => {
		expect(revealsByDifference(suppress(before, OPINION), suppress(after, OPINION), OPINION)).toBe(expected);
	});

	it('waits until enough have come', () => {
		const first = nextRelease(answers(20, 5, 7), [], OPINION);
		const second = nextRelease(answers(22, 5, 7), [first], OPINION);
		expect(second).toBe(first);
		expect(nextRelease(answers(26, 10, 7), [first, second], OPINION).total).toBe(43);
	});

	it('rather shows less exactly than a figure that is long out of date', () => {
		const first = nextRelease(answers(20, 5, 7), [], OPINION);
		expect(nextRelease(answers(30, 6, 10), [first], OPINION)).toBe(first);
		const { total, counts } = nextRelease(answers(40, 6, 15), [first], OPINION);
		expect({ total, counts }).toEqual({ total: 61, counts: { agree: 40, pass: null, disagree: null } });
	});

	it('compares with everything shown before, not only with the last', () => {
		const [one, two] = [answers(20, 20, 20), answers(30, 30, 30)].map((line) => suppress(line, OPINION));
		const back = answers(21, 22, 20);
		expect(two && revealsByDifference(two, suppress(back, OPINION), OPINION)).toBe(false);
		expect(
			nextRelease(
				back,
				[one, two].flatMap((each) => each ?? []),
				OPINION
			)
		).toBe(two);
	});

	it('gives nobody away to whoever keeps all of them and subtracts', () => {
		const roll = dice(11);
		let shownMore = 0;
		for (let run = 0; run < 300; run++) {
			const [lean, unsure] = [roll(), roll() * 0.3];
			const now = { agree: 0, pass: 0, disagree: 0 };
			const names = ['agree', 'pass', 'disagree'] as const;
			const history: Shown[] = [];
			for (let batch = 0; batch < 12; batch++) {
				for (let vote = Math.floor(roll() * 14); vote > 0; vote--) {
					now[roll() < unsure ? 'pass' : roll() < lean ? 'agree' : 'disagree'] += 1;
					// Somebody thinks again.
					const from = names[Math.floor(roll() * 3)] ?? 'pass';
					const to = names[Math.floor(roll() * 3)] ?? 'pass';
					if (roll() < 0.1 && now[from] > 0) {
						now[from] -= 1;
						now[to] += 1;
					}
				}
				const next = nextRelease({ ...now }, history, OPINION);
				if (history.at(-1) !== next) history.push(next);
			}
			shownMore += history.length;
			for (const [index, later] of history.entries()) {
				for (const earlier of history.slice(0, index)) expect(differences(earlier, later)).toEqual([]);
				expect(recovered(later).filter((count) => count > 0 && count < 5)).toEqual([]);
			}
		}
		expect(shownMore / 300).toBeGreaterThan(3);
	});
});

/** The small differences an attacker finds between two publications, in every sum of answers known in both. */
function differences(earlier: Shown, later: Shown): number[] {
	const sets = [['agree'], ['pass'], ['disagree'], ['agree', 'pass'], ['agree', 'disagree'], ['pass', 'disagree']];
	const whole = ['agree', 'pass', 'disagree'];
	return [...sets, whole].flatMap((names) => {
		const [old, young] = [sumOf(earlier, names), sumOf(later, names)];
		if (old === null || young === null) return [];
		const change = Math.abs(young - old);
		return change > 0 && change < 5 ? [change] : [];
	});
}

/** A sum of answers, added up or subtracted from the total; null where neither is possible. */
function sumOf({ total, counts }: Shown, names: readonly string[]): number | null {
	if (total === null) return null;
	const inside = names.map((name) => counts[name] ?? null);
	if (inside.every((count) => count !== null)) return inside.reduce<number>((sum, count) => sum + (count ?? 0), 0);
	const outside = Object.keys(counts).filter((name) => !names.includes(name));
	const others = outside.map((name) => counts[name] ?? null);
	if (!others.every((count) => count !== null)) return null;
	return total - others.reduce<number>((sum, count) => sum + (count ?? 0), 0);
}

describe('who took part', () => {
	it('may be all of one kind: that is no opinion', () => {
		expect(suppress({ affected: 7, practice: 0 }, PRESENCE)).toMatchObject({ total: 7, counts: { affected: 7 } });
	});
});
