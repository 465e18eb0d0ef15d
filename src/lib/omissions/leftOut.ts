import type { VersionPoint } from '../strategy/points/point.ts';
import type { Omitted } from '../strategy/versions/omitted.ts';

interface Member {
	contribution: number;
	/** null: the whole contribution is a member. */
	segmentId: string | null;
	dissent: string | null;
	/** The point its cluster leads to. */
	pointId: string | null;
}

interface Known {
	/** Numbers of everything that is public. */
	contributions: readonly number[];
	points: readonly (Pick<VersionPoint, 'pointId' | 'number'> & { sources: readonly { proposalNumber: number }[] })[];
	members: readonly Member[];
	segments: readonly { id: string; contribution: number }[];
}

/** What stands behind no point of a version, and who dissents from what they were put together with. */
export function leftOut({
	contributions,
	points,
	members,
	segments
}: Known): Pick<Omitted, 'unused' | 'passages' | 'dissents'> {
	const numbers = new Map(points.map(({ pointId, number }) => [pointId, number]));
	const isIn = ({ pointId }: Member) => pointId !== null && numbers.has(pointId);
	const used = new Set(points.flatMap(({ sources }) => sources.map(({ proposalNumber }) => proposalNumber)));
	for (const member of members) if (isIn(member)) used.add(member.contribution);
	const placed = new Set(members.filter(isIn).flatMap(({ segmentId }) => segmentId ?? []));
	const open = new Map<number, number>();
	for (const { id, contribution } of segments)
		if (used.has(contribution) && !placed.has(id)) open.set(contribution, (open.get(contribution) ?? 0) + 1);
	const passages = [...open].map(([contribution, count]) => ({ contribution, count }));
	return {
		unused: contributions.filter((number) => !used.has(number)).sort((a, b) => a - b),
		passages: passages.sort((one, other) => one.contribution - other.contribution),
		dissents: dissentsIn(members, numbers)
	};
}

function dissentsIn(members: readonly Member[], numbers: ReadonlyMap<string, number>): Omitted['dissents'] {
	const found = new Map<string, Omitted['dissents'][number]>();
	for (const { contribution, dissent, pointId } of members) {
		const point = pointId === null ? undefined : numbers.get(pointId);
		if (point === undefined || (dissent !== 'minority' && dissent !== 'objection')) continue;
		const key = `${point} ${contribution}`;
		// Whoever objects with one passage and only stands apart with another objects.
		if (found.get(key)?.kind !== 'objection') found.set(key, { point, contribution, kind: dissent, note: null });
	}
	return [...found.values()].sort((a, b) => a.point - b.point || a.contribution - b.contribution);
}
