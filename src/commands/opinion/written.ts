import type { Analysis } from '#lib/opinion/analysis.ts';
import { NO_GROUP } from '#lib/opinion/figures.ts';
import type { Matrix } from '#lib/opinion/matrix.ts';

type Label = number | string;

/** What `--json` writes. Ids are texts, as they stand in the files: some are larger than numbers can say exactly. */
export function written(matrix: Matrix, analysis: Analysis, labels: readonly Label[]) {
	const label = (group: number) => labels[group] ?? group;
	const { k, stable, verdict, cause, stability, standardError, draws, silhouette, positions, of } = analysis;
	const { byChance, seed, trials } = analysis;
	return {
		...{ k, stable, verdict, cause, stability, standardError, draws, silhouette, byChance, seed, trials },
		participants: matrix.participants.map((id, row) => ({
			id,
			x: positions[2 * row] ?? 0,
			y: positions[2 * row + 1] ?? 0,
			group: of[row] === NO_GROUP ? null : label(of[row] ?? 0)
		})),
		statements: analysis.statements.map(({ column, gic, minLowerBound, cells }) => ({
			id: matrix.statements[column] ?? '',
			gic,
			minLowerBound,
			groups: cells.map((cell) => ({ ...cell, group: label(cell.group) }))
		})),
		characteristic: analysis.characteristic.map(({ group, column, direction, ...figures }) => {
			return { group: label(group), statement: matrix.statements[column] ?? '', direction, ...figures };
		})
	};
}
