import type { ReadStatement } from './statementLines.ts';
import type { People } from './voteLines.ts';

/**
 * Polis keeps agreement as -1 and turns it into 1 when it exports. Whoever has taken votes from its database has them the
 * other way round: comments.csv, which counts by name, tells. Its counts are seldom exact, but never nearly the reverse.
 */
export function areSignsTurned(people: People, statements: ReadonlyMap<string, ReadStatement>): boolean {
	const counts = counted(people);
	let [straight, turned] = [0, 0];
	for (const [id, { said }] of statements) {
		const [agree, disagree] = counts.get(id) ?? [0, 0];
		if (!said) continue;
		straight += Math.abs(agree - said.agree) + Math.abs(disagree - said.disagree);
		turned += Math.abs(disagree - said.agree) + Math.abs(agree - said.disagree);
	}
	return straight > 2 * turned;
}

/** By statement: who agreed, who disagreed. */
function counted(people: People): Map<string, [agree: number, disagree: number]> {
	const counts = new Map<string, [number, number]>();
	for (const votes of people.values()) {
		for (const [id, vote] of votes) {
			const count = counts.get(id) ?? [0, 0];
			counts.set(id, count);
			if (vote !== 0) count[vote === 1 ? 0 : 1]++;
		}
	}
	return counts;
}
