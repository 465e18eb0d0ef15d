import type { VersionPoint } from '../strategy/point.ts';

/** A point an item rests on, with the contributions behind it: what a reader walks along. */
export interface Ground {
	number: number;
	title: string;
	sources: { number: number; title: string; published: boolean }[];
}

/** In the order of the version. */
export function groundsOf(item: { pointIds: readonly string[] }, points: readonly VersionPoint[]): Ground[] {
	const mine = new Set(item.pointIds);
	return points
		.filter((point) => mine.has(point.pointId))
		.map(({ number, title, sources }) => ({
			number,
			title,
			sources: sources.map((source) => ({
				number: source.proposalNumber,
				title: source.title,
				published: source.published
			}))
		}));
}
