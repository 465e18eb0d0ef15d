import { suppress, OPINION } from '../votes/suppression/suppression.ts';
import type { Understood } from '../strategy/versions/comprehension.ts';
import type { PointStanding } from './understanding.ts';

/** What may be said to everybody: counts of one to four people are held back, as in results. */
export function shownFigures(points: readonly PointStanding[], numberOf: (pointId: string) => number): Understood {
	return points
		.filter((point) => point.lines.length > 0)
		.map(({ pointId, lines }) => ({
			point: numberOf(pointId),
			lines: lines.map(({ group, standing, right, wrong, silent }) => {
				const { total, counts } = suppress({ right, wrong, silent }, OPINION);
				const shown = { right: counts.right ?? null, wrong: counts.wrong ?? null, silent: counts.silent ?? null };
				return { group, standing, asked: total, ...shown };
			})
		}))
		.sort((one, other) => one.point - other.point);
}
