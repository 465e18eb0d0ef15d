import { fill, count, t } from '../../texts/texts.ts';
import type { Fate } from './pointChanges.ts';
import { sameMeasures } from '../measures/measure.ts';
import type { VersionPoint } from '../points/point.ts';
import type { Drop } from './version.ts';

/** One line in the list of changes of a version: what became of a point, and why. */
export interface LogEntry {
	number: number;
	title: string;
	fate: Fate;
	reasons: string[];
}

type Logged = Pick<
	VersionPoint,
	'pointId' | 'number' | 'title' | 'sources' | 'amendments' | 'measures' | 'from' | 'why'
>;

const words = () => t.strategy.log;

function lineageOf(point: Logged, all: readonly Logged[]): string[] {
	const out = all.filter((one) => one.from.some((from) => from.kind === 'split' && from.number === point.number));
	return [
		...point.from.map((from) => fill(words()[from.kind], { number: from.number })),
		...out.map((one) => fill(words().splitInto, { number: one.number }))
	];
}

/** What came to stand behind it since. */
function behind(before: Logged | undefined, point: Logged): string[] {
	const former = new Set(before?.amendments.map((one) => one.number));
	const amendments = point.amendments.filter((one) => !former.has(one.number));
	const known = new Set(before?.sources.map((source) => source.proposalId));
	const sources = point.sources.filter((source) => !known.has(source.proposalId)).length;
	const apart = before !== undefined && !sameMeasures(before.measures, point.measures);
	return [
		...amendments.map(({ number, by }) =>
			by ? fill(words().amendment, { number, name: by.name }) : fill(words().amendmentHidden, { number })
		),
		...(sources > 0 ? [count(before ? words().moreSources : words().sources, sources)] : []),
		...(apart ? [words().measures] : [])
	];
}

/** Comes out by itself; what the editors wrote stands first. Points that did not change are left out. */
export function changelog(
	before: readonly Logged[],
	after: readonly Logged[],
	drops: readonly Drop[],
	fates: ReadonlyMap<string, Fate>
): LogEntry[] {
	const old = new Map(before.map((point) => [point.pointId, point]));
	const changed = after.flatMap((point): LogEntry[] => {
		const fate = fates.get(point.pointId) ?? 'unchanged';
		const reasons = [
			...(point.why ? [point.why] : []),
			...lineageOf(point, after),
			...behind(old.get(point.pointId), point)
		];
		if (fate === 'unchanged' && reasons.length === 0) return [];
		return [{ number: point.number, title: point.title, fate, reasons }];
	});
	const gone = drops.map(({ number, title, reason, into }): LogEntry => {
		const merged = into.map((one) => fill(words().mergedInto, { number: one }));
		return { number, title, fate: into.length > 0 ? 'merged' : 'dropped', reasons: [...merged, reason] };
	});
	return [...changed, ...gone];
}
