import { describe, expect, it } from 'vitest';
import { made } from '../../../../tests/support/opinion/conversation.ts';
import { DECLARED_GROUPS } from '../../../../tests/support/opinion/groups.ts';
import type { Group } from '../../people/person.ts';
import { knownOf, linesOf, shownRound } from '../../votes/results/publishedResult.ts';
import { nextLines, type Lines } from '../../votes/results/publication.ts';
import { OPINION, PRESENCE } from '../../votes/suppression/suppression.ts';
import { analyse } from '../analysis.ts';
import { compute, draw } from './drawLandscape.ts';
import { figures } from '../figures.ts';
import type { Landscape } from './landscape.ts';
import type { Matrix } from '../matrix.ts';
import { placeInWords } from './mapLayout.ts';
import { ANSWERS, answersOf, sizesOf, type Released } from './releaseGroups.ts';

const head = { number: 1, at: '2027-05-10T12:00:00.000Z', consultation: 'Strategie', input: '' };

/** The results of the declared groups on each statement, as they are published. */
function pointsOf(matrix: Matrix, declared: readonly Group[]) {
	const of = Uint8Array.from(declared, (group) => DECLARED_GROUPS.findIndex((one) => one === group));
	const rounds = figures(matrix, of, DECLARED_GROUPS.length).map(({ cells }) => {
		const results = cells.map((cell) => {
			const group: Group = DECLARED_GROUPS[cell.group] ?? 'none';
			return { ...cell, group, standing: 'person' as const, recorded: 0 };
		});
		const about = { wordingId: '', phaseId: '', phaseSlug: 'draft', phaseTitle: 'Entwurf' };
		return shownRound(about, head.at, nextLines(linesOf(results), [], OPINION) ?? {}, DECLARED_GROUPS);
	});
	const entry = (id: string, column: number) => {
		const declared = rounds[column]?.persons.flatMap((row) => knownOf(row) ?? []) ?? [];
		const bridge = rounds[column]?.summary.bridge ?? null;
		return [id, { number: Number(id) + 1, title: `Punkt ${id}`, declared, bridge }] as const;
	};
	return new Map(matrix.statements.map(entry));
}

interface Before {
	landscape: Landscape;
	released: Released;
}

function landscapeOf(matrix: Matrix, declared: readonly Group[], before: Before | null = null): Before {
	const former = before?.landscape ?? null;
	const drawing = compute(analyse(matrix), {
		...{ matrix, declared, groups: DECLARED_GROUPS },
		...{ points: pointsOf(matrix, declared), former }
	});
	const next = (now: Parameters<typeof nextLines>[0], old: Lines | undefined, rule: typeof ANSWERS) =>
		nextLines(now, old ? [old] : [], rule) ?? old ?? {};
	const released = {
		sizes: next(sizesOf(drawing), before?.released.sizes, PRESENCE),
		answers: next(answersOf(drawing), before?.released.answers, ANSWERS)
	};
	return { landscape: draw(drawing, released, head), released };
}

/** Everybody agrees with everything, except that these people reject the first statement. */
function almostUnanimous(people: number, rejects: (row: number) => boolean): Matrix {
	const matrix = made({ camps: [people], statements: 12, each: 12 });
	return {
		...matrix,
		values: matrix.values.map((_, entry) => (entry % 12 === 0 && rejects(Math.floor(entry / 12)) ? -1 : 1))
	};
}

describe('what a landscape tells', () => {
	it('never calls shared what a declared minority of two in a hundred rejects', () => {
		const declared = (row: number): Group => (row < 12 ? 'affected' : row < 300 ? 'practice' : 'research');
		const groups = Array.from({ length: 600 }, (_, row) => declared(row));
		const { landscape: told } = landscapeOf(
			almostUnanimous(600, (row) => row < 12),
			groups
		);
		expect(told.points[0]?.all?.agree.least).toBeGreaterThan(0.95);
		expect(told.bridging).toHaveLength(5);
		expect(told.bridging.map(({ point }) => point)).not.toContain(1);
	});

	it('calls nothing shared as long as a declared group has too few answers', () => {
		const groups = Array.from({ length: 60 }, (_, row): Group =>
			row < 9 ? 'affected' : row < 30 ? 'practice' : 'research'
		);
		expect(
			landscapeOf(
				almostUnanimous(60, () => false),
				groups
			).landscape.bridging
		).toEqual([]);
	});

	it('keeps the numbers of groups when the larger one becomes the smaller', () => {
		const [before, after] = [
			[70, 40],
			[40, 70]
		].map((camps) => made({ camps, statements: 20, each: 20 }));
		if (!before || !after) throw new Error('two conversations are needed');
		const declared = Array.from({ length: 110 }, (): Group => 'affected');
		const first = landscapeOf(before, declared);
		const second = landscapeOf(after, declared, first);
		expect([first, second].map(({ landscape }) => landscape.groups.map(({ number }) => number))).toEqual([
			[1, 2],
			[1, 2]
		]);
		const shares = [first, second].map(({ landscape }) => landscape.groups.map(({ share }) => share));
		expect((shares[0]?.[0] ?? 0) > 0.5 && (shares[1]?.[0] ?? 1) < 0.5).toBe(true);
	});

	it('says of opinion groups only what their suppressed lines say, whatever the votes behind them', () => {
		const matrix = made({ camps: [60, 40], statements: 20, each: 20 });
		const declared = Array.from({ length: 100 }, (): Group => 'affected');
		const { landscape, released } = landscapeOf(matrix, declared);
		const exact = { ...released, answers: {} };
		const ground = { matrix, declared, groups: DECLARED_GROUPS, points: pointsOf(matrix, declared), former: null };
		const drawing = compute(analyse(matrix), ground);
		expect(drawing.numbers.toSorted()).toEqual([1, 2]);
		const silent = draw(drawing, exact, head);
		expect(silent.points.flatMap(({ groups }) => groups)).toEqual(Array(40).fill(null));
		expect(silent.groups.flatMap((group) => group.characteristic)).toEqual([]);
		expect([silent.bridging, silent.dividing]).toEqual([[], []]);
		expect(landscape.groups.every(({ characteristic }) => characteristic.length > 0)).toBe(true);
		expect(landscape.dividing.length).toBeGreaterThan(0);
	});

	it.each([
		[{ x: 50, y: 50 }, 'in der Mitte'],
		[{ x: 10, y: 50 }, 'links'],
		[{ x: 90, y: 10 }, 'rechts oben'],
		[{ x: 50, y: 90 }, 'unten']
	])('says where %j lies: %s', (place, words) => {
		expect(placeInWords(place)).toBe(words);
	});
});
