import type { Analysis } from './analysis.ts';
import type { Cell, StatementFigures } from './figures.ts';
import { consensus, leastSure } from './figures.ts';
import { ANSWERS_LEAST, tenths, twentieths, type Landscape, type OpinionGroup, type Said } from './landscape.ts';

/** From figures to what may be told of them: in tenths, and nothing of fewer than ten answers. */
const TOLD_MOST = 5;
/** Shares this far apart, or both sides this strong, are worth telling. */
const APART = 0.3;

export function said({ n, agree, pass, disagree }: Omit<Cell, 'group'>): Said | null {
	if (n < ANSWERS_LEAST) return null;
	return { agree: tenths(agree / n), pass: tenths(pass / n), disagree: tenths(disagree / n) };
}

export function together(cells: readonly Cell[]): Omit<Cell, 'group'> {
	const sum = (part: 'n' | 'agree' | 'pass' | 'disagree') => cells.reduce((total, cell) => total + cell[part], 0);
	return { n: sum('n'), agree: sum('agree'), pass: sum('pass'), disagree: sum('disagree') };
}

/** Numbers begin at 1: a column without one was taken out of the conversation. */
const isTold = (column: number, points: readonly number[]) => (points[column] ?? 0) > 0;

type Characteristic = OpinionGroup['characteristic'];

/** What sets this group apart, where it and all others have answered often enough. */
export function apart(
	{ characteristic, statements }: Analysis,
	group: number,
	points: readonly number[]
): Characteristic {
	const told = characteristic.filter((one) => {
		const cells = statements[one.column]?.cells ?? [];
		const own = cells.find((cell) => cell.group === group);
		const others = together(cells.filter((cell) => cell.group !== group));
		const known = own !== undefined && own.n >= ANSWERS_LEAST && others.n >= ANSWERS_LEAST;
		return one.group === group && known && isTold(one.column, points);
	});
	return told.slice(0, TOLD_MOST).map(({ column, direction, share, others }) => {
		return { point: points[column] ?? 0, direction, share: tenths(share), others: tenths(others) };
	});
}

/**
 * Points every group surely agrees on by more than half: each declared group, for otherwise a small one could be hidden
 * in the opinion of many, and each opinion group. Where a group has too few answers nobody knows.
 */
export function bridges(
	declared: readonly StatementFigures[],
	opinion: readonly StatementFigures[],
	points: readonly number[]
): Landscape['bridging'] {
	const all = declared.map(({ column, cells }) => {
		const both = [...cells, ...(opinion[column]?.cells ?? [])];
		const known = both.every(({ n }) => n >= ANSWERS_LEAST);
		return { point: points[column] ?? 0, least: known ? leastSure(both) : 0, gic: consensus(both) };
	});
	return all
		.filter(({ least, point }) => least > 0.5 && point > 0)
		.sort((a, b) => b.least - a.least || b.gic - a.gic || a.point - b.point)
		.slice(0, TOLD_MOST)
		.map(({ point, least }) => ({ point, least: twentieths(least) }));
}

/** Where opinion groups are farthest apart; without such groups, where both sides are strong. */
export function divides(told: Landscape['points']): number[] {
	const gap = ({ all, groups }: Landscape['points'][number]) => {
		const agree = groups.flatMap((one) => (one ? [one.agree] : []));
		if (groups.length > 1) return agree.length > 1 ? Math.max(...agree) - Math.min(...agree) : 0;
		return all ? Math.min(all.agree, all.disagree) : 0;
	};
	return told
		.filter((one) => gap(one) >= APART - 1e-9)
		.sort((a, b) => gap(b) - gap(a) || a.point - b.point)
		.slice(0, TOLD_MOST)
		.map(({ point }) => point);
}
