import { describe, expect, it } from 'vitest';
import { Chance } from '../../opinion/chance.ts';
import { REAL, realFiles } from '../../../../tests/support/strategy/realConversation.ts';
import { matrixOf, readExport } from '../../opinion/polis/polis.ts';
import { audit, type Audit } from './audit.ts';
import { repairs } from './repair.ts';
import { peopleByGroup, supportOf, type Support, type Supporter } from './support.ts';
import { weigh, weightsOf, WEIGHINGS, type Weighing } from './weighing.ts';

function* coalitions(people: number): Iterable<number[]> {
	for (let members = 1; members < 1 << people; members++)
		yield Array.from({ length: people }, (_, person) => person).filter((person) => (members >> person) & 1);
}

/** By the definition, over every coalition: which candidates are owed to whom, with the highest ℓ first failing. */
function byDefinition(people: readonly Supporter[], support: Support, chosen: Set<number>, weighing: Weighing) {
	const weights = weightsOf(weighing, peopleByGroup(support));
	const owed = new Set<number>();
	for (const members of coalitions(people.length)) {
		const counts = new Array<number>(support.groups).fill(0);
		for (const { group } of members.flatMap((one) => people[one] ?? [])) counts[group] = (counts[group] ?? 0) + 1;
		const weight = weigh(weights, counts);
		for (let candidate = 0; candidate < support.size; candidate++) {
			if (chosen.has(candidate) || !members.every((one) => people[one]?.candidates.includes(candidate))) continue;
			const most = Math.max(
				...members.map((one) => (people[one]?.candidates ?? []).filter((c) => chosen.has(c)).length)
			);
			for (let deserved = most + 1; deserved <= chosen.size; deserved++)
				if (weight > 0n && weight * BigInt(chosen.size) >= BigInt(deserved) * weights.total) owed.add(candidate);
		}
	}
	return [...owed].sort((a, b) => a - b);
}

/** The choice that taking what mends most makes, step by step. */
function proportionalChoice(support: Support, size: number, weighing: Weighing): Set<number> {
	const chosen = new Set<number>();
	while (chosen.size < size) {
		const [best] = repairs(support, chosen, weighing);
		if (!best) break;
		chosen.add(best.candidate);
	}
	return chosen;
}

const owed = ({ violations }: Audit) => violations.map(({ candidate }) => candidate).sort((a, b) => a - b);

describe('the audit', () => {
	it('finds exactly what the definition finds, over every coalition of small gatherings', () => {
		const chance = new Chance(20_27);
		const next = () => chance.next();
		let [withViolations, without] = [0, 0];
		for (let trial = 0; trial < 400; trial++) {
			const [groups, size] = [2 + Math.floor(next() * 2), 3 + Math.floor(next() * 4)];
			const density = 0.15 + next() * 0.6;
			const people = Array.from({ length: 2 + Math.floor(next() * 7) }, () => ({
				group: Math.floor(next() * groups),
				candidates: Array.from({ length: size }, (_, one) => one).filter(() => next() < density)
			}));
			const support = supportOf(people, groups, size);
			const chosen = new Set(Array.from({ length: 1 + Math.floor(next() * 3) }, () => Math.floor(next() * size)));
			for (const weighing of WEIGHINGS) {
				const found = audit(support, chosen, weighing);
				expect(owed(found), `trial ${trial}, ${weighing}`).toEqual(byDefinition(people, support, chosen, weighing));
				if (found.violations.length > 0) withViolations++;
				else without++;
			}
		}
		expect(Math.min(withViolations, without)).toBeGreaterThan(60);
	});

	it('a part that reaches its bar exactly is owed, whatever thirds and sevenths of groups come to', () => {
		// Of 21 people in groups of 3 and 18: one third of the first group is a sixth of the whole, as groups count.
		const first = [[1], [0], [0]].map((candidates) => ({ group: 0, candidates }));
		const second = Array.from({ length: 18 }, () => ({ group: 1, candidates: [0] }));
		const support = supportOf([...first, ...second], 2, 7);
		const six = audit(support, new Set([0, 2, 3, 4, 5, 6]), 'groups');
		expect(six.violations).toEqual([{ candidate: 1, deserved: 1, people: [1, 0], share: 0.166666666 }]);
		expect(audit(support, new Set([0, 2, 3, 4, 5]), 'groups').violations).toEqual([]);
		// Everybody the same: one of 21 is far below a sixth.
		expect(audit(support, new Set([0, 2, 3, 4, 5, 6]), 'people').violations).toEqual([]);
	});

	it.each([
		['nobody took part', supportOf([], 3, 4), new Set([1])],
		['nobody stands behind anything', supportOf([{ group: 0, candidates: [] }], 1, 4), new Set([1])],
		['everything was chosen', supportOf([{ group: 0, candidates: [0, 1] }], 1, 2), new Set([0, 1])],
		['nothing was chosen', supportOf([{ group: 0, candidates: [0, 1] }], 1, 2), new Set<number>()]
	])('%s: no violation', (_, support, chosen) => {
		for (const weighing of WEIGHINGS) expect(audit(support, chosen, weighing).violations).toEqual([]);
	});

	it('without a declared group somebody counts as a person, and in no group', () => {
		const people = [
			{ group: 0, candidates: [0] },
			{ group: 1, candidates: [0] },
			{ group: 2, candidates: [1] },
			{ group: 2, candidates: [1] }
		];
		const support = supportOf(people, 3, 2, 2);
		expect(audit(support, new Set([0]), 'groups').violations).toEqual([]);
		expect(audit(support, new Set([0, 2]), 'people').violations).toMatchObject([
			{ candidate: 1, deserved: 1, share: 0.5 }
		]);
	});

	it('one person alone is everybody: what they stand behind is owed, all of it', () => {
		const alone = supportOf([{ group: 0, candidates: [0, 1] }], 3, 3);
		for (const weighing of WEIGHINGS) {
			expect(audit(alone, new Set([2]), weighing).violations).toMatchObject([
				{ candidate: 0, share: 1 },
				{ candidate: 1, share: 1 }
			]);
			expect(audit(alone, new Set([0, 1]), weighing).violations).toEqual([]);
		}
	});

	it('where everybody agrees on everything, nothing that is left out is owed as long as they have enough', () => {
		const people = Array.from({ length: 9 }, (_, one) => ({ group: one % 3, candidates: [0, 1, 2, 3] }));
		for (const weighing of WEIGHINGS)
			expect(owed(audit(supportOf(people, 3, 4), new Set([0, 1]), weighing))).toEqual([]);
	});

	it('counts by group who has nothing in it', () => {
		const people = [
			{ group: 0, candidates: [0] },
			{ group: 0, candidates: [1, 1, 2] },
			{ group: 1, candidates: [] },
			{ group: 1, candidates: [0, 1] }
		];
		expect(audit(supportOf(people, 3, 3), new Set([0]), 'people')).toMatchObject({
			people: [2, 2, 0],
			without: [1, 1, 0]
		});
	});
});

describe('what would mend most', () => {
	it('is what people stand behind who have nothing yet', () => {
		const people = [
			{ group: 0, candidates: [0, 1] },
			{ group: 0, candidates: [0, 1] },
			{ group: 0, candidates: [0, 1] },
			{ group: 0, candidates: [2] },
			{ group: 0, candidates: [2] }
		];
		const mending = repairs(supportOf(people, 1, 4), new Set([0]), 'people');
		expect(mending.map(({ candidate }) => candidate)).toEqual([2, 1]);
		expect(mending.map(({ mends }) => mends)).toEqual([2 / 5, 3 / 5 / 2]);
	});
});

describe('on a real conversation', () => {
	/** Everybody with at least seven votes, and the statements that were not moderated out. */
	function agreement() {
		const matrix = matrixOf(readExport(realFiles(REAL.otherAustria)));
		const columns = [...matrix.zeroed.keys()].filter((column) => matrix.zeroed[column] === 0);
		const place = new Map(columns.map((column, at) => [column, at]));
		const votes = columns.map(() => ({ agreed: 0, asked: 0 }));
		const people = matrix.participants.flatMap((_, row): Supporter[] => {
			const [from = 0, to = 0] = matrix.pointers.slice(row, row + 2);
			const entries = Array.from({ length: to - from }, (_, entry) => from + entry).flatMap((entry) => {
				const at = place.get(matrix.columns[entry] ?? -1);
				return at === undefined ? [] : [{ at, agrees: matrix.values[entry] === 1 }];
			});
			for (const { at, agrees } of entries) {
				const one = votes[at] ?? { agreed: 0, asked: 0 };
				votes[at] = { agreed: one.agreed + (agrees ? 1 : 0), asked: one.asked + 1 };
			}
			const candidates = entries.filter(({ agrees }) => agrees).map(({ at }) => at);
			return entries.length >= 7 ? [{ group: 0, candidates }] : [];
		});
		const best = [...votes.entries()]
			.filter(([, { asked }]) => asked >= 100)
			.sort(([a, one], [b, other]) => other.agreed / other.asked - one.agreed / one.asked || a - b)
			.map(([at]) => at);
		return { support: supportOf(people, 1, columns.length), best };
	}

	it('the ten best-agreed leave out a third and violate eleven times; a proportional choice leaves out 7 %, and nothing is owed', () => {
		const { support, best } = agreement();
		expect([support.group.length, support.size]).toEqual([1247, 315]);
		const agreed = audit(support, new Set(best.slice(0, 10)), 'people');
		expect([Math.round((100 * (agreed.without[0] ?? 0)) / 1247), agreed.violations.length]).toEqual([33, 11]);
		const proportional = audit(support, proportionalChoice(support, 10, 'people'), 'people');
		expect([Math.round((100 * (proportional.without[0] ?? 0)) / 1247), proportional.violations.length]).toEqual([7, 0]);
	});
});
