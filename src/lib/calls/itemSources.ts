import type { Spoken } from '../people/details/language.ts';
import type { VersionPoint } from '../strategy/points/point.ts';
import type { ItemKind } from './call.ts';

/** A point an item rests on, with the contributions behind it: what a reader walks along. */
export interface Ground {
	number: number;
	title: string;
	sources: { number: number; title: string; language: Spoken; published: boolean }[];
}

/** In the order of the version. */
function groundsOf(item: { pointIds: readonly string[] }, points: readonly VersionPoint[]): Ground[] {
	const mine = new Set(item.pointIds);
	return points
		.filter((point) => mine.has(point.pointId))
		.map(({ number, title, sources }) => ({
			number,
			title,
			sources: sources.map((source) => ({
				number: source.proposalNumber,
				title: source.title,
				language: source.language,
				published: source.published
			}))
		}));
}

interface Shown {
	id: string;
	kind: ItemKind;
	title: string;
	body: string;
}

/** The items of a call as a page shows them: each with what it rests on. */
export function itemsOf(
	call: { items: readonly (Shown & { pointIds: readonly string[] })[] },
	points: readonly VersionPoint[]
): (Shown & { grounds: Ground[] })[] {
	return call.items.map(({ pointIds, ...item }) => ({ ...item, grounds: groundsOf({ pointIds }, points) }));
}
