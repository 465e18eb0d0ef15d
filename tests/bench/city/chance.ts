import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { mersenne } from 'pure-rand/generator/mersenne';

/** Chance that comes out the same for the same seed: two runs measure the same database. */
export class Chance {
	readonly #generator: ReturnType<typeof mersenne>;

	constructor(seed: number) {
		this.#generator = mersenne(seed);
	}

	/** 0 to 2^32 - 1. */
	bits(): number {
		return this.#generator.next() >>> 0;
	}

	/** A whole number from 0 to `below` - 1. */
	below(below: number): number {
		return uniformInt(this.#generator, 0, below - 1);
	}

	one<T>(things: readonly [T, ...T[]]): T {
		return things[this.below(things.length)] ?? things[0];
	}
}

const DAY = 24 * 60 * 60 * 1_000;
const FIRST = Date.parse('2026-01-05T08:00:00.000Z');

/** The n-th moment of the process: things come a few minutes after each other. */
export function moment(n: number): string {
	return new Date(FIRST + ((n * 211_000) % (200 * DAY))).toISOString();
}

const PEOPLE = ['consultation', 'phase', 'field', 'person', 'organisation', 'proposal', 'comment'] as const;
const PAPERS = ['point', 'wording', 'version', 'answer', 'entry'] as const;
const NOUNS = [...PEOPLE, ...PAPERS] as const;
export type Noun = (typeof NOUNS)[number];

/** The id of the n-th thing of its kind: a UUIDv7 in form, so that it passes every check, and known without asking. */
export function idOf(noun: Noun, n: number): string {
	const kind = NOUNS.indexOf(noun);
	const time = (FIRST + n * 1_000).toString(16).padStart(12, '0');
	const tail = n.toString(16).padStart(12, '0');
	return `${time.slice(0, 8)}-${time.slice(8)}-7${kind.toString(16).padStart(3, '0')}-8000-${tail}`;
}
