import { expect, it } from 'vitest';
import { nextQuestion, type Askable } from '#lib/votes/questions/nextQuestion.ts';
import { wilson } from '#lib/votes/summary/wilson.ts';
import { supportOf } from './support.ts';
import { undecided } from './undecided.ts';

/**
 * Forty points, of which four unite three quarters of the people. The rest agree with none of these four; so many of all
 * people stand behind each of six others: some pass the bar of a quarter by little, some miss it by little.
 */
const POINTS = 40;
const CHOSEN = new Set([0, 1, 2, 3]);
const NEAR: ReadonlyMap<number, number> = new Map([
	...([
		[4, 0.16],
		[5, 0.19],
		[6, 0.22]
	] as const),
	...([
		[7, 0.28],
		[8, 0.31],
		[9, 0.34]
	] as const)
]);
const BAR = 1 / CHOSEN.size;
const OTHERS = 0.4;
const PEOPLE = 500;
const QUESTIONS = 10;
const GROUPS = ['a', 'b', 'c'];

function dice(seed: number): () => number {
	let state = seed;
	return () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647;
}

function agrees(point: number, other: boolean, roll: number): boolean {
	if (CHOSEN.has(point)) return !other && roll < 0.9;
	const near = NEAR.get(point);
	return near === undefined ? !other && roll < 0.5 : other && roll < near / OTHERS;
}

/** Everybody answers ten questions; after every fifty it is computed anew what is undecided, if anybody asks for it. */
function poll(seed: number, weighted: boolean) {
	const roll = dice(seed);
	const people: { group: number; candidates: number[] }[] = [];
	const seen = Array.from({ length: POINTS }, () => GROUPS.map(() => 0));
	let open: number[] = [];
	const agreed = Array.from({ length: POINTS }, () => GROUPS.map(() => 0));
	for (let person = 0; person < PEOPLE; person++) {
		const [group, other] = [person % GROUPS.length, roll() < OTHERS];
		const asked = new Set<number>();
		const candidates: number[] = [];
		while (asked.size < QUESTIONS) {
			const askable = seen.flatMap((counts, number): Askable[] => {
				if (asked.has(number)) return [];
				const groups = GROUPS.map((name, at) => ({
					group: name,
					agree: agreed[number]?.[at] ?? 0,
					n: counts[at] ?? 0
				}));
				return [{ number, groups, answers: groups.reduce((all, { n }) => all + n, 0), undecided: open[number] ?? 0 }];
			});
			const number =
				nextQuestion(askable, { group: GROUPS[group] ?? '', seed: `${seed} ${person} ${asked.size}` }) ?? 0;
			asked.add(number);
			const yes = agrees(number, other, roll());
			if (yes) candidates.push(number);
			for (const counts of yes ? [seen, agreed] : [seen]) {
				const row = counts[number];
				if (row) row[group] = (row[group] ?? 0) + 1;
			}
		}
		people.push({ group, candidates });
		if (weighted && person % 50 === 49) open = undecided(supportOf(people, 3, POINTS), CHOSEN, seen);
	}
	return { seen, people };
}

const sum = (numbers: readonly number[]) => numbers.reduce((all, one) => all + one, 0);

/** Of the six: how many verdicts are wrong, and how wide the uncertainty is on average. */
function judged({ seen, people }: ReturnType<typeof poll>) {
	const each = [...NEAR].map(([point, truth]) => {
		const n = sum(seen[point] ?? []);
		const behind = people.filter(
			({ candidates }) => candidates.includes(point) && !candidates.some((one) => CHOSEN.has(one))
		);
		const { low, high } = wilson(behind.length, n);
		return { wrong: behind.length / n >= BAR !== truth >= BAR, width: high - low };
	});
	return { wrong: each.filter(({ wrong }) => wrong).length, width: sum(each.map(({ width }) => width)) / each.length };
}

it('asking where it is undecided whether people miss something tells it sooner, and leaves no other point out', () => {
	const seeds = Array.from({ length: 20 }, (_, at) => at + 1);
	const [ours, plain] = [true, false].map((weighted) => seeds.map((seed) => poll(seed, weighted)));
	const told = (runs: readonly ReturnType<typeof poll>[] = []) => {
		const all = runs.map(judged);
		return { wrong: sum(all.map(({ wrong }) => wrong)), width: sum(all.map(({ width }) => width)) / all.length };
	};
	const [with_, without] = [told(ours), told(plain)];
	expect(with_.wrong).toBeLessThan(without.wrong);
	expect(with_.width).toBeLessThan(0.93 * without.width);
	for (const { seen } of ours ?? []) expect(Math.min(...seen.flat())).toBeGreaterThanOrEqual(10);
});
