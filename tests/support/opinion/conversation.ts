import { Chance } from '#lib/opinion/chance.ts';
import type { Matrix } from '#lib/opinion/matrix.ts';

/** A conversation that nobody had, for tests and measurements. */
export interface Made {
	/** How many people think alike; each number is a camp. */
	camps: readonly number[];
	statements: number;
	/** Votes of each person. */
	each: number;
	seed?: number;
}

/** Each camp is for about half of the statements and against the others; people keep to it in 85 of 100 votes. */
export function made({ camps, statements, each, seed = 1 }: Made): Matrix {
	const chance = new Chance(seed);
	const people = camps.reduce((sum, size) => sum + size, 0);
	const likely = camps.map(() => Float64Array.from({ length: statements }, () => (chance.next() < 0.5 ? 0.15 : 0.85)));
	const [columns, values] = [new Uint16Array(people * each), new Int8Array(people * each)];
	let entry = 0;
	for (const [camp, size] of camps.entries()) {
		for (let person = 0; person < size; person++) {
			for (let column = 0, left = each; left > 0; column++) {
				if (chance.next() * (statements - column) >= left) continue;
				left--;
				columns[entry] = column;
				const agrees = chance.next() < (likely[camp]?.[column] ?? 0);
				values[entry++] = chance.next() < 0.1 ? 0 : agrees ? 1 : -1;
			}
		}
	}
	const ids = (count: number) => Array.from({ length: count }, (_, id) => String(id));
	const pointers = Uint32Array.from({ length: people + 1 }, (_, row) => row * each);
	const zeroed = new Uint8Array(statements);
	return { participants: ids(people), statements: ids(statements), pointers, columns, values, zeroed };
}

/** The camp of each row. */
export function campOf({ camps }: Made): number[] {
	return camps.flatMap((size, camp) => Array.from({ length: size }, () => camp));
}
