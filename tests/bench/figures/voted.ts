import type { CitySize } from '../city/city.ts';
import type { Counted } from '../city/counted.ts';
import { voteNumber, votersOf, type Vote } from './ballot-paper.ts';

type Numbered = (n: number, size: CitySize) => Vote;

/** Votes one stretch after the other and remembers which were taken. */
export class Voted {
	readonly #size: CitySize;
	readonly #numbered: Numbered;
	readonly #taken = new Set<number>();
	next = 0;
	total = 0;

	constructor(size: CitySize, numbered: Numbered = voteNumber) {
		this.#size = size;
		this.#numbered = numbered;
	}

	stretch(length: number): Vote[] {
		return Array.from({ length }, (_, n) => this.#numbered(this.next + n, this.#size));
	}

	/** Of a stretch that began at `from`. */
	took(answered: number, length: number, from: number): void {
		const all = votersOf(this.#size).length * this.#size.points;
		for (let n = 0; n < Math.min(answered, length); n++) this.#taken.add((from + n) % all);
		this.total += answered;
	}

	/** The next stretch is somebody else's. */
	skip(length: number): void {
		this.next += length;
	}

	/** Throws unless every vote that was answered, and no other, is in the database and in the tallies. */
	compare(before: Counted, { ballots, tallies }: { ballots: Counted; tallies: Counted }): void {
		const expected = { ...before };
		for (const n of this.#taken) expected[this.#numbered(n, this.#size).choice] += 1;
		const written = ({ agree, pass, disagree }: Counted) => `${agree} ${pass} ${disagree}`;
		const [should, is, says] = [written(expected), written(ballots), written(tallies)];
		if (is !== should || says !== should)
			throw new Error(`votes were lost: ${should} sent, ${is} in the box, ${says} counted`);
	}
}
