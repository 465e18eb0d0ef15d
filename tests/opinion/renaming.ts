import { Chance } from '#lib/opinion/chance.ts';
import { Collecting } from '#lib/opinion/polis/collectVotes.ts';
import type { Matrix } from '#lib/opinion/matrix.ts';

/** The same votes of people and on statements with other names, in another order. `was`: which row each person was. */
export function renamed({ participants, statements, pointers, columns, values, zeroed }: Matrix, seed: number) {
	const chance = new Chance(seed);
	const shuffled = (count: number) => {
		const list = Array.from({ length: count }, (_, at) => at);
		for (let last = count - 1; last > 0; last--) {
			const other = chance.below(last + 1);
			[list[last], list[other]] = [list[other] ?? 0, list[last] ?? 0];
		}
		return list;
	};
	const [people, points] = [participants, statements].map(({ length }) =>
		shuffled(length).map((at) => String(1e6 + at))
	);
	const collecting = new Collecting();
	for (const column of shuffled(statements.length)) collecting.statement(points?.[column] ?? '');
	for (const row of shuffled(participants.length)) {
		const person = collecting.participant(people?.[row] ?? '');
		for (let entry = pointers[row] ?? 0; entry < (pointers[row + 1] ?? 0); entry++)
			collecting.add(person, collecting.statement(points?.[columns[entry] ?? 0] ?? ''), values[entry] ?? 0);
	}
	const out = new Set(points?.filter((_, column) => zeroed[column] === 1));
	const matrix = collecting.matrix((name) => out.has(name));
	const rows = new Map(people?.map((name, row) => [name, row]));
	return { matrix, was: matrix.participants.map((name) => rows.get(name) ?? -1) };
}
