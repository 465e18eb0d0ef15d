import type { Matrix } from './matrix.ts';
import type { Statement } from './statements.ts';

/** How far two counts of the same votes are apart. */
interface Apart {
	straight: number;
	turned: number;
}

/**
 * Polis keeps agreement as -1 and turns it into 1 when it exports. Whoever has taken votes from its database has them the
 * other way round: comments.csv, which counts by name, tells. Its counts are seldom exact, but never nearly the reverse.
 */
export function areTurned(matrix: Matrix, statements: ReadonlyMap<string, Statement>): boolean {
	const { straight, turned } = apart(matrix, statements);
	return straight > 2 * turned;
}

function apart(matrix: Matrix, statements: ReadonlyMap<string, Statement>): Apart {
	const { agrees, disagrees } = counted(matrix);
	const sums: Apart = { straight: 0, turned: 0 };
	for (const [column, id] of matrix.statements.entries()) {
		const said = statements.get(id)?.said;
		if (!said) continue;
		const [agree, disagree] = [agrees[column] ?? 0, disagrees[column] ?? 0];
		sums.straight += Math.abs(agree - said.agree) + Math.abs(disagree - said.disagree);
		sums.turned += Math.abs(disagree - said.agree) + Math.abs(agree - said.disagree);
	}
	return sums;
}

function counted({ statements, columns, values }: Matrix) {
	const [agrees, disagrees] = [new Uint32Array(statements.length), new Uint32Array(statements.length)];
	columns.forEach((column, entry) => {
		const list = values[entry] === 1 ? agrees : values[entry] === -1 ? disagrees : null;
		if (list) list[column] = (list[column] ?? 0) + 1;
	});
	return { agrees, disagrees };
}
