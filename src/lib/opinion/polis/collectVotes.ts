import { STATEMENTS_MAX, type Matrix } from '../matrix.ts';

/** Thrown when there are more statements than the matrix has room for. */
export class TooManyStatements extends Error {}

/**
 * Takes in single votes in any order and makes the matrix of them. Who votes again on the same statement has changed
 * her mind: the vote that was added last counts. Memory: 7 bytes a vote while collecting, 3 in the matrix.
 */
export class Collecting {
	readonly #participants = new Map<string, number>();
	readonly #statements = new Map<string, number>();
	#rows = new Uint32Array(1_024);
	#columns = new Uint16Array(1_024);
	#values = new Int8Array(1_024);
	#size = 0;

	/** Whoever is named here stands in the matrix, with or without votes. */
	participant(id: string): number {
		return numberOf(this.#participants, id);
	}

	statement(id: string): number {
		const number = numberOf(this.#statements, id);
		if (number >= STATEMENTS_MAX) throw new TooManyStatements(`There are more than ${STATEMENTS_MAX} statements.`);
		return number;
	}

	/** `participant` and `statement` are the numbers the methods of that name have given. */
	add(participant: number, statement: number, value: number): void {
		if (this.#size === this.#rows.length) this.#grow();
		this.#rows[this.#size] = participant;
		this.#columns[this.#size] = statement;
		this.#values[this.#size] = value;
		this.#size++;
	}

	#grow(): void {
		const size = this.#size * 2;
		const [rows, columns, values] = [this.#rows, this.#columns, this.#values];
		(this.#rows = new Uint32Array(size)).set(rows);
		(this.#columns = new Uint16Array(size)).set(columns);
		(this.#values = new Int8Array(size)).set(values);
	}

	/** The matrix; afterwards nothing more can be added. */
	matrix(zeroed: (statement: string) => boolean = () => false): Matrix {
		const people = ordered(this.#participants);
		const things = ordered(this.#statements);
		const entries = Uint32Array.from({ length: this.#size }, (_, entry) => entry);
		const column = (entry: number) => things.rank[this.#columns[entry] ?? 0] ?? 0;
		const row = (entry: number) => people.rank[this.#rows[entry] ?? 0] ?? 0;
		const byColumn = sorted(entries, column, things.ids.length);
		const byRow = sorted(byColumn, row, people.ids.length);
		const lasting = byRow.filter((entry, place) => {
			const next = byRow[place + 1];
			return next === undefined || row(next) !== row(entry) || column(next) !== column(entry);
		});
		const pointers = new Uint32Array(people.ids.length + 1);
		for (const entry of lasting) pointers[row(entry) + 1] = (pointers[row(entry) + 1] ?? 0) + 1;
		for (let at = 1; at < pointers.length; at++) pointers[at] = (pointers[at] ?? 0) + (pointers[at - 1] ?? 0);
		return {
			participants: people.ids,
			statements: things.ids,
			pointers,
			columns: Uint16Array.from(lasting, column),
			values: Int8Array.from(lasting, (entry) => this.#values[entry] ?? 0),
			zeroed: Uint8Array.from(things.ids, (id) => (zeroed(id) ? 1 : 0))
		};
	}
}

function numberOf(known: Map<string, number>, id: string): number {
	const number = known.get(id) ?? known.size;
	if (number === known.size) known.set(id, number);
	return number;
}

const DIGITS = /^(0|[1-9]\d*)$/;

/** Numbers by their size (however large), before everything else by its signs. */
export function byId(a: string, b: string): number {
	const [one, other] = [DIGITS.test(a), DIGITS.test(b)];
	if (one !== other) return one ? -1 : 1;
	if (one && a.length !== b.length) return a.length - b.length;
	return a < b ? -1 : a > b ? 1 : 0;
}

function ordered(known: Map<string, number>): { ids: string[]; rank: Uint32Array } {
	const ids = [...known.keys()].sort(byId);
	const rank = new Uint32Array(ids.length);
	ids.forEach((id, place) => {
		rank[known.get(id) ?? 0] = place;
	});
	return { ids, rank };
}

/** A counting sort: what is equal stays in the order in which it came. */
function sorted(entries: Uint32Array, key: (entry: number) => number, keys: number): Uint32Array {
	const starts = new Uint32Array(keys + 1);
	for (const entry of entries) starts[key(entry) + 1] = (starts[key(entry) + 1] ?? 0) + 1;
	for (let at = 1; at <= keys; at++) starts[at] = (starts[at] ?? 0) + (starts[at - 1] ?? 0);
	const out = new Uint32Array(entries.length);
	for (const entry of entries) {
		const place = starts[key(entry)] ?? 0;
		out[place] = entry;
		starts[key(entry)] = place + 1;
	}
	return out;
}
