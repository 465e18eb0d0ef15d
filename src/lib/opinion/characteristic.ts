import type { Cell, StatementFigures } from './figures.ts';
import type { Matrix } from './matrix.ts';

/**
 * What sets a group apart: statements on which it answers with some certainty one way, and otherwise than the others.
 * "Kennzeichnend", never "significant": many statements are looked at, and groups were made from the same votes.
 */
export interface Characteristic {
	group: number;
	column: number;
	direction: 'agree' | 'disagree';
	/** Share of the group that answered so, with one vote and two people added: (answers + 1) / (n + 2). */
	share: number;
	/** The same share among all others. */
	others: number;
	/** The group's share in parts of the others'. */
	ratio: number;
	/** How surely the group differs from the others, in standard deviations. */
	differs: number;
	/** How surely more than half of the group answer so, in standard deviations. */
	decided: number;
}

/** One-sided 90 %. */
const Z_90 = 1.2816;

interface Said {
	said: number;
	n: number;
}

/** The two-proportion test and the others as Polis has them (Small et al. 2021, supplement), with one vote added. */
export function compared(own: Said, rest: Said): Omit<Characteristic, 'group' | 'column' | 'direction'> {
	const share = (own.said + 1) / (own.n + 2);
	const others = (rest.said + 1) / (rest.n + 2);
	const decided = 2 * Math.sqrt(own.n + 1) * ((own.said + 1) / (own.n + 1) - 0.5);
	const [one, other] = [(own.said + 1) / (own.n + 1), (rest.said + 1) / (rest.n + 1)];
	const pooled = (own.said + rest.said + 2) / (own.n + rest.n + 2);
	const error = Math.sqrt(pooled * (1 - pooled) * (1 / (own.n + 1) + 1 / (rest.n + 1)));
	return { share, others, ratio: share / others, differs: pooled === 1 ? 0 : (one - other) / error, decided };
}

function rank({ ratio, differs, share, decided }: Characteristic): number {
	return ratio * differs * share * decided;
}

function rest(cells: readonly Cell[], group: number, direction: Characteristic['direction']): Said {
	const others = cells.filter((cell) => cell.group !== group);
	return {
		said: others.reduce((sum, cell) => sum + cell[direction], 0),
		n: others.reduce((sum, cell) => sum + cell.n, 0)
	};
}

function ofCell(cell: Cell, { cells, column }: StatementFigures): Characteristic | null {
	const sides = (['agree', 'disagree'] as const).map((direction) => {
		const own = { said: cell[direction], n: cell.n };
		return { group: cell.group, column, direction, ...compared(own, rest(cells, cell.group, direction)) };
	});
	const passing = sides.filter(({ differs, decided }) => differs > Z_90 && decided > Z_90);
	return passing.sort((a, b) => b.differs - a.differs)[0] ?? null;
}

/** Group by group, what sets it apart most first. With fewer than two groups there is nobody to differ from. */
export function characteristic(all: readonly StatementFigures[], matrix: Matrix): Characteristic[] {
	return all
		.filter(({ column, cells }) => matrix.zeroed[column] !== 1 && cells.length > 1)
		.flatMap((figures) => figures.cells.flatMap((cell) => ofCell(cell, figures) ?? []))
		.sort((a, b) => a.group - b.group || rank(b) - rank(a) || a.column - b.column);
}
