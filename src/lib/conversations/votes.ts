import { z } from 'zod';

/** What one person said: number of the statement, and 1 agree, 0 pass or -1 disagree. In the order of the numbers. */
export const VotesText = z.array(
	z.tuple([z.number().int().positive(), z.union([z.literal(1), z.literal(0), z.literal(-1)])])
);

/** As text, the same for the same votes in whatever order they came. `numbers`: of the statements, by their ids there. */
export function votesText(votes: ReadonlyMap<string, number>, numbers: ReadonlyMap<string, number>): string {
	const known = [...votes].flatMap(([id, vote]) => {
		const number = numbers.get(id);
		return number === undefined ? [] : [[number, vote] as const];
	});
	return JSON.stringify(known.sort(([one], [other]) => one - other));
}
