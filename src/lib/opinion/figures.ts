import { wilson } from '../votes/summary/wilson.ts';
import type { Matrix } from './matrix.ts';

/** How one group voted on one statement. n = agree + disagree + pass. */
export interface Cell {
	group: number;
	n: number;
	agree: number;
	disagree: number;
	pass: number;
}

/** A statement in the order of the matrix, with one cell for every group. */
export interface StatementFigures {
	column: number;
	cells: Cell[];
	/** Group-informed consensus: the product of the groups' agreement, each with one vote more and two people more. */
	gic: number;
	/** The least agreement that is sure, in the group where it is lowest: the lower end of the 95 % span. */
	minLowerBound: number;
}

/** Marks a row that belongs to no group. */
export const NO_GROUP = 255;

/** Everything that is counted, statement by statement. `of`: the group of each row, or NO_GROUP. */
export function figures(matrix: Matrix, of: Uint8Array, groups: number): StatementFigures[] {
	const counts = counted(matrix, of, groups);
	return matrix.statements.map((_, column) => {
		const cells = Array.from({ length: groups }, (_, group) => cell(counts, groups, column, group));
		return { column, cells, gic: consensus(cells), minLowerBound: leastSure(cells) };
	});
}

/** The same of all who voted, in one cell, whether they have a place among groups or not. */
export function everybody(matrix: Matrix): StatementFigures[] {
	return figures(matrix, new Uint8Array(matrix.participants.length), 1);
}

/** At 3 × (column × groups + group) + value + 1: how many of the group gave that answer. */
function counted({ pointers, columns, values, statements }: Matrix, of: Uint8Array, groups: number): Uint32Array {
	const counts = new Uint32Array(3 * statements.length * groups);
	for (let row = 0; row + 1 < pointers.length; row++) {
		const group = of[row] ?? NO_GROUP;
		if (group >= groups) continue;
		for (let entry = pointers[row] ?? 0; entry < (pointers[row + 1] ?? 0); entry++) {
			const at = 3 * ((columns[entry] ?? 0) * groups + group) + (values[entry] ?? 0) + 1;
			counts[at] = (counts[at] ?? 0) + 1;
		}
	}
	return counts;
}

function cell(counts: Uint32Array, groups: number, column: number, group: number): Cell {
	const at = 3 * (column * groups + group);
	const [disagree, pass, agree] = [counts[at] ?? 0, counts[at + 1] ?? 0, counts[at + 2] ?? 0];
	return { group, n: agree + disagree + pass, agree, disagree, pass };
}

/** Polis's measure (Small et al. 2021): high only where no group rejects. 0 where there are no groups at all. */
export function consensus(cells: readonly Cell[]): number {
	if (cells.length === 0) return 0;
	return cells.reduce((product, { agree, n }) => product * ((agree + 1) / (n + 2)), 1);
}

export function leastSure(cells: readonly Cell[]): number {
	const bounds = cells.map(({ agree, n }) => wilson(agree, n).low);
	return bounds.length === 0 ? 0 : Math.min(...bounds);
}

/** Statements that build bridges, the surest first: agreement in the most doubtful group, then consensus. */
export function bridging(all: readonly StatementFigures[], matrix: Matrix): StatementFigures[] {
	return all
		.filter(({ column }) => matrix.zeroed[column] !== 1)
		.sort((a, b) => b.minLowerBound - a.minLowerBound || b.gic - a.gic || a.column - b.column);
}
