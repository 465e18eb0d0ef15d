import { NO_STATEMENT } from '../profile/groups/group.ts';
import { supportOf, type Support, type Supporter } from './audit/support.ts';

/** A person and a public contribution they wrote or support. */
interface Backing {
	personId: string;
	group: string;
	proposalId: string;
}

/** A live cluster of the desk with its contributions. Whoever says something else there does not stand behind it. */
interface OriginCluster {
	id: string;
	number: number;
	title: string;
	pointId: string | null;
	members: readonly { proposalId: string; dissents: boolean }[];
}

interface OriginPoint {
	pointId: string;
	number: number;
	sources: readonly { proposalId: string; relation: string }[];
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
	const holding = new Map<string, number[]>();
	const hold = (proposalId: string) => {
		const held = holding.get(proposalId) ?? [];
		if (held.length === 0) holding.set(proposalId, held);
		held.push(candidates.length - 1);
	};
	for (const { id, number, title, pointId, members } of clusters) {
		candidates.push({ cluster: { id, number, title }, point: numbers.get(pointId ?? '') ?? null });
		for (const { proposalId, dissents } of members) if (!dissents) hold(proposalId);
	}
	const clustered = clusteredAt(clusters);
	for (const { pointId, number, sources } of points) {
		const loose = sources.filter(({ proposalId }) => !clustered.get(pointId)?.has(proposalId));
		if (loose.length === 0) continue;
		candidates.push({ cluster: null, point: number });
		for (const { proposalId, relation } of loose) if (!AGAINST.includes(relation)) hold(proposalId);
	}
	const groups = [...declared, NO_STATEMENT];
	const people = peopleOf(backings, groups, holding);
	const chosen = new Set([...candidates.keys()].filter((one) => candidates[one]?.point !== null));
	return { groups, candidates, chosen, support: supportOf(people, groups.length, candidates.length, declared.length) };
}

/** By point: the contributions that clusters brought there. */
function clusteredAt(clusters: readonly OriginCluster[]): Map<string, Set<string>> {
	const at = new Map<string, Set<string>>();
	for (const { pointId, members } of clusters) {
		if (pointId === null) continue;
		const known = at.get(pointId) ?? new Set();
		at.set(pointId, known);
		for (const { proposalId } of members) known.add(proposalId);
	}
	return at;
}

/** Everybody who wrote or supports something, also where it lies in no cluster and behind no point. */
function peopleOf(
	backings: readonly Backing[],
	groups: readonly string[],
	holding: ReadonlyMap<string, readonly number[]>
): Supporter[] {
	const people = new Map<string, { group: number; candidates: number[] }>();
	const none = groups.length - 1;
	for (const { personId, group, proposalId } of backings) {
		const place = groups.indexOf(group);
		const person = people.get(personId) ?? { group: place < 0 ? none : place, candidates: [] };
		people.set(personId, person);
		for (const one of holding.get(proposalId) ?? []) person.candidates.push(one);
	}
	return [...people.values()];
}
