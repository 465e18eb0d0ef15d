import { analyse, mapped, type Analysis } from '#lib/opinion/analysis.ts';
import { canonicalOrder } from '#lib/opinion/stability/canonicalOrder.ts';
import { Chance } from '#lib/opinion/chance.ts';
import { clusters } from '#lib/opinion/clustering/clusters.ts';
import { NO_GROUP } from '#lib/opinion/figures.ts';
import { cloud } from '#lib/opinion/clustering/kdTree.ts';
import { randIndex } from '#lib/opinion/clustering/partitionSimilarity.ts';
import type { Matrix } from '#lib/opinion/matrix.ts';
import { included, placesOf } from '#lib/opinion/components/projection.ts';
import { partitions } from '#lib/opinion/stability/stability.ts';
import { renamed } from './renaming.ts';

const KS = [2, 3, 4, 5] as const;
/** Ten times as many starts and ends as for the one that is shown. */
const MORE = { starts: 2_000, ends: 200, jolts: 3_000 };

/** How alike the divisions of so many seeds are to the best one that a much longer search finds: the worst of all. */
export function likenessToOptimum(matrix: Matrix, seeds: number): number {
	const { canonical, all } = mapped(matrix);
	const rows = included(canonical.matrix);
	const places = cloud(placesOf(all, rows));
	const possible = KS.filter((k) => 2 * k <= rows.length);
	let worst = 1;
	for (const k of possible) {
		const best = clusters(places, k, new Chance(12_345), MORE);
		for (let seed = 0; seed < seeds; seed++) {
			const [found] = partitions(places, [k], new Chance(seed));
			worst = Math.min(worst, found ? randIndex(found.of, best.of) : 0);
		}
	}
	return worst;
}

/** Whether all these renamings come to the same votes in the same order, from which everything else follows. */
export function isOneOrder(matrix: Matrix, renamings: number): boolean {
	const first = canonicalOrder(matrix);
	return Array.from({ length: renamings }, (_, n) => canonicalOrder(renamed(matrix, n + 1).matrix)).every((other) =>
		(['pointers', 'columns', 'values', 'zeroed'] as const).every(
			(list) =>
				other.seed === first.seed &&
				Buffer.compare(Buffer.from(other.matrix[list]), Buffer.from(first.matrix[list])) === 0
		)
	);
}

export type Answer = Pick<Analysis, 'verdict' | 'cause' | 'k' | 'stability' | 'standardError' | 'draws'> & {
	/** How alike the groups are to those of the first seed. */
	alike: number;
};

/** What each seed answers, every one under other names and in another order. */
export function* answers(matrix: Matrix, seeds: number): Generator<Answer> {
	let first: Uint8Array | null = null;
	for (let seed = 0; seed < seeds; seed++) {
		const { matrix: other, was } =
			seed === 0 ? { matrix, was: [...matrix.participants.keys()] } : renamed(matrix, seed);
		const { of, verdict, cause, k, stability, standardError, draws } = analyse(other, { seed });
		const own = new Uint8Array(of.length).fill(NO_GROUP);
		was.forEach((row, at) => (own[row] = of[at] ?? NO_GROUP));
		first ??= own;
		yield { verdict, cause, k, stability, standardError, draws, alike: randIndex(own, first) };
	}
}

export const same = (all: readonly Answer[]) => new Set(all.map(({ verdict, k }) => `${verdict} ${k}`)).size <= 1;
