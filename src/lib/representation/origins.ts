import { NO_STATEMENT } from '../profile/groups/group.ts';
import { supportOf, type Support, type Supporter } from './audit/support.ts';

/** A person, and the numbers of the public contributions they wrote or support. */
interface Backing {
	group: string;
	contributions: readonly number[];
}

/** A live cluster of the desk with its contributions. Whoever says something else there does not stand behind it. */
interface OriginCluster {
	id: string;
	number: number;
	title: string;
	pointId: string | null;
	members: readonly { contribution: number; dissents: boolean }[];
}

interface OriginPoint {
	pointId: string;
	number: number;
	sources: readonly { proposalNumber: number; relation: string }[];
}

/** What a version can rest on. `cluster` null: what came to a point by no cluster. */
export interface Candidate {
	cluster: Pick<OriginCluster, 'id' | 'number' | 'title'> | null;
	/** The point that rests on it; null: it was left out. */
	point: number | null;
}

/** The origins audit's question: who stands behind what, and what of it was chosen. */
export interface Origins {
	/** Keys: the declared groups in their order, then `none`. */
	groups: readonly string[];
	candidates: readonly Candidate[];
	chosen: ReadonlySet<number>;
	support: Support;
}

interface Ground {
	points: readonly OriginPoint[];
	clusters: readonly OriginCluster[];
	backings: readonly Backing[];
	declared: readonly string[];
}

/** Relations of a source that speaks against the point it stands at. */
const AGAINST: readonly string[] = ['departs', 'objects'];

export function originsOf({ points, clusters, backings, declared }: Ground): Origins {
	const numbers = new Map(points.map(({ pointId, number }) => [pointId, number]));
	const candidates: Candidate[] = [];
	/** By number of a contribution: the candidates that hold it. */
	const holding: number[][] = [];
	const hold = (contribution: number) => (holding[contribution] ??= []).push(candidates.length - 1);
	for (const { id, number, title, pointId, members } of clusters) {
		candidates.push({ cluster: { id, number, title }, point: numbers.get(pointId ?? '') ?? null });
		for (const { contribution, dissents } of members) if (!dissents) hold(contribution);
	}
	const clustered = clusteredAt(clusters);
	for (const { pointId, number, sources } of points) {
		const loose = sources.filter(({ proposalNumber }) => !clustered.get(pointId)?.has(proposalNumber));
		if (loose.length === 0) continue;
		candidates.push({ cluster: null, point: number });
		for (const { proposalNumber, relation } of loose) if (!AGAINST.includes(relation)) hold(proposalNumber);
	}
	const groups = [...declared, NO_STATEMENT];
	const people = peopleOf(backings, groups, holding);
	const chosen = new Set([...candidates.keys()].filter((one) => candidates[one]?.point !== null));
	return { groups, candidates, chosen, support: supportOf(people, groups.length, candidates.length, declared.length) };
}

/** By point: the contributions that clusters brought there. */
function clusteredAt(clusters: readonly OriginCluster[]): Map<string, Set<number>> {
	const at = new Map<string, Set<number>>();
	for (const { pointId, members } of clusters) {
		if (pointId === null) continue;
		const known = at.get(pointId) ?? new Set();
		at.set(pointId, known);
		for (const { contribution } of members) known.add(contribution);
	}
	return at;
}

/** Everybody who wrote or supports something, also where it lies in no cluster and behind no point. */
function peopleOf(
	backings: readonly Backing[],
	groups: readonly string[],
	holding: readonly (readonly number[] | undefined)[]
): Supporter[] {
	const places = new Map(groups.map((group, place) => [group, place]));
	return backings.map(({ group, contributions }) => ({
		group: places.get(group) ?? groups.length - 1,
		candidates: contributions.flatMap((one) => holding[one] ?? [])
	}));
}
