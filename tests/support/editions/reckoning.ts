/** A sum of counts, each so many times, that lies between two numbers. */
export interface Fact {
	of: ReadonlyMap<string, number>;
	least: number;
	most: number;
}

export interface Span {
	least: number;
	most: number;
}

const TINY = 1e-9;
const ROUNDS = 40;

/** Gauss and Jordan: of all that is said to be equal, each with as few counts as it takes. */
export function reduced(facts: readonly Fact[]): Fact[] {
	const done: { pivot: string; row: Row }[] = [];
	for (const { of, least, most } of facts) {
		if (least !== most) continue;
		const row = { of: new Map(of), is: least };
		for (const { pivot, row: former } of done) without(row, pivot, former);
		const [pivot] = row.of.keys();
		if (pivot === undefined) continue;
		divide(row, row.of.get(pivot) ?? 1);
		for (const { row: former } of done) without(former, pivot, row);
		done.push({ pivot, row });
	}
	return done.map(({ row }) => ({ of: row.of, least: row.is, most: row.is }));
}

interface Row {
	of: Map<string, number>;
	is: number;
}

/** Takes the other row away as often as it takes for `pivot` to be gone. */
function without(row: Row, pivot: string, other: Row): void {
	const often = row.of.get(pivot);
	if (often === undefined) return;
	for (const [name, times] of other.of) {
		const left = (row.of.get(name) ?? 0) - often * times;
		if (Math.abs(left) < TINY) row.of.delete(name);
		else row.of.set(name, left);
	}
	row.is -= often * other.is;
}

function divide(row: Row, by: number): void {
	for (const [name, times] of row.of) row.of.set(name, times / by);
	row.is /= by;
}

/** What each count can be at least and at most, as far as it follows from one fact after the other. */
export function tightened(facts: readonly Fact[], known: ReadonlyMap<string, Span>): Map<string, Span> {
	const spans = new Map(known);
	for (let round = 0; round < ROUNDS; round++) {
		let moved = false;
		for (const fact of facts) for (const name of fact.of.keys()) moved = tighten(spans, fact, name) || moved;
		if (!moved) break;
	}
	return spans;
}

const ANYTHING: Span = { least: -Infinity, most: Infinity };

function tighten(spans: Map<string, Span>, { of, least, most }: Fact, name: string): boolean {
	let [low, high] = [least, most];
	for (const [other, times] of of) {
		if (other === name) continue;
		const span = spans.get(other) ?? ANYTHING;
		low -= times > 0 ? times * span.most : times * span.least;
		high -= times > 0 ? times * span.least : times * span.most;
	}
	const times = of.get(name) ?? 1;
	const [down, up] = times > 0 ? [low / times, high / times] : [high / times, low / times];
	const own = spans.get(name) ?? ANYTHING;
	// Counts are whole numbers.
	const next = { least: Math.max(own.least, Math.ceil(down - 1e-6)), most: Math.min(own.most, Math.floor(up + 1e-6)) };
	if (!(next.least > own.least || next.most < own.most)) return false;
	spans.set(name, next);
	return true;
}
