import { reduced, tightened, type Fact, type Span } from './editions/reckoning.ts';

/** A line of counts as somebody reads it; null: held back. */
export interface ReadLine {
	total: number | null;
	counts: Readonly<Record<string, number | null>>;
	/** Where the largest is held back: at least so large a part of the total. */
	mostly?: { name: string; share: number } | null;
}

const FEW = { least: 1, most: 4 };

/**
 * Somebody who keeps every figure ever published, from wherever, knows the rules and reckons with all of them together:
 * linear algebra over everything that was said to be equal, and for each count the least and the most it can be. Tell
 * her every line with its day; the same name means the same people.
 */
export class Attacker {
	readonly #facts: Fact[] = [];
	readonly #known = new Map<string, Span>();
	/** The days on which each line was told, in order. */
	readonly #days = new Map<string, { day: string; names: string[] }[]>();
	readonly #growing: boolean;

	/** `growing`: nobody takes anything back, and she knows. */
	constructor({ growing = false } = {}) {
		this.#growing = growing;
	}

	/** The sum of these counts, each so many times, is between these two. */
	hears(of: Readonly<Record<string, number>>, least: number, most = least): void {
		for (const name of Object.keys(of)) this.#meets(name, { least: 0, most: Infinity });
		this.#facts.push({ of: new Map(Object.entries(of)), least, most });
	}

	/** A line as it is told on this day. Days come in order. */
	reads(line: string, day: string, { total, counts, mostly = null }: ReadLine): void {
		const names = Object.keys(counts);
		const here = (name: string) => `${line} | ${name} | ${day}`;
		this.#sums(here, names);
		if (total !== null) this.hears({ [here(ALL)]: 1 }, total);
		else this.#meets(here(ALL), FEW);
		for (const [name, count] of Object.entries(counts)) if (count !== null) this.hears({ [here(name)]: 1 }, count);
		if (mostly && total !== null) this.hears({ [here(mostly.name)]: 1 }, Math.ceil(mostly.share * total - 1e-9), total);
		const days = this.#days.get(line) ?? [];
		if (days.at(-1)?.day === day) return;
		for (const former of days) this.#since(line, former, { day, names });
		this.#days.set(line, [...days, { day, names }]);
	}

	/** All of a line, and all but each one: what remains when one is known. */
	#sums(here: (name: string) => string, names: readonly string[]): void {
		const minus = Object.fromEntries(names.map((name) => [here(name), -1]));
		this.hears({ [here(ALL)]: 1, ...minus }, 0);
		if (names.length < 3) return;
		for (const name of names) this.hears({ [here(`all but ${name}`)]: 1, [here(name)]: 1, [here(ALL)]: -1 }, 0);
	}

	/** What came between two days: a slice of time. */
	#since(line: string, former: { day: string; names: string[] }, later: { day: string; names: string[] }): void {
		const names = later.names.filter((name) => former.names.includes(name));
		const least = this.#growing ? 0 : -Infinity;
		for (const name of [ALL, ...names, ...(names.length < 3 ? [] : names.map((name) => `all but ${name}`))]) {
			const came = `${line} | ${name} | ${former.day} to ${later.day}`;
			this.#meets(came, { least, most: Infinity });
			const at = (day: string) => `${line} | ${name} | ${day}`;
			this.hears({ [at(later.day)]: 1, [at(former.day)]: -1, [came]: -1 }, 0);
		}
	}

	#meets(name: string, span: Span): void {
		const known = this.#known.get(name) ?? { least: -Infinity, most: Infinity };
		this.#known.set(name, this.#known.has(name) && span.least === 0 && span.most === Infinity ? known : span);
	}

	/** Every count of one to four people she can tell exactly, with how many they are. */
	finds(): string[] {
		const spans = tightened([...this.#facts, ...reduced(this.#facts)], this.#known);
		return [...spans].flatMap(([name, { least, most }]) => {
			const [low, high] = [Math.ceil(least - 1e-6), Math.floor(most + 1e-6)];
			if (low > high) throw new RangeError(`${name}: what is published contradicts itself`);
			return low === high && Math.abs(low) >= FEW.least && Math.abs(low) <= FEW.most ? [`${name}: ${low}`] : [];
		});
	}
}

const ALL = 'all';
