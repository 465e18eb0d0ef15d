import { describe, expect, it } from 'vitest';
import { made } from '../../../tests/support/conversation.ts';
import { analyse } from './analysis.ts';
import { draw } from './drawing.ts';
import type { Landscape } from './landscape.ts';
import type { Matrix } from './matrix.ts';
import { placeInWords } from './placing.ts';
import type { Group } from '../people/person.ts';

const HEAD = { number: 1, at: '2027-05-10T12:00:00.000Z', consultation: 'Strategie', input: '' };

function landscapeOf(matrix: Matrix, declared: readonly Group[], former: Landscape | null = null): Landscape {
	const points = new Map(matrix.statements.map((id) => [id, { number: Number(id) + 1, title: `Punkt ${id}` }]));
	const drawn = draw(analyse(matrix), { matrix, declared, points, former }, HEAD);
	if (!drawn) throw new Error('too few people');
	return drawn;
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
		const told = landscapeOf(
			almostUnanimous(600, (row) => row < 12),
			groups
		);
		expect(told.points[0]?.all?.agree).toBe(1);
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
			).bridging
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
		expect([first, second].map(({ groups }) => groups.map(({ number }) => number))).toEqual([
			[1, 2],
			[1, 2]
		]);
		const shares = [first, second].map(({ groups }) => groups.map(({ share }) => share));
		expect((shares[0]?.[0] ?? 0) > 0.5 && (shares[1]?.[0] ?? 1) < 0.5).toBe(true);
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
