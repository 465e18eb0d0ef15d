import { canonical, type Json, type JsonObject } from './values.ts';

/**
 * Checks an edition of open data from its files alone: a second implementation, written from what the files and their
 * description say. Nothing here comes from the application that made them, so that the two can disagree.
 */

/** `right`: it was computed again and is the same. `wrong`: it is not. `open`: it cannot be checked from these files. */
export type State = 'right' | 'wrong' | 'open';

export interface Finding {
	state: State;
	/** What it is about, in a word: files, documents, versions … */
	about: string;
	/** In a sentence. */
	text: string;
	/** How many single things it is about. */
	count: number;
}

/** Collects what one check finds: each fault by itself, what is right as one sum. */
export class Findings {
	readonly about: string;
	readonly all: Finding[] = [];
	#right = 0;

	constructor(about: string) {
		this.about = about;
	}

	right(): void {
		this.#right++;
	}

	/** Counts it as right, or keeps the sentence that says what is wrong. */
	expect(holds: boolean, wrong: () => string): boolean {
		if (holds) this.right();
		else this.wrong(wrong());
		return holds;
	}

	/** Whether a row says what is sealed, or stands elsewhere, column by column; `name` says which row of which table. */
	same(name: string, row: JsonObject, told: Readonly<Record<string, Json | undefined>>, where: string): void {
		for (const [column, value] of Object.entries(told)) {
			const [own, expected] = [row[column] ?? null, value ?? null];
			this.expect(
				canonical(own) === canonical(expected),
				() => `${name}: Unter »${column}« steht ${short(own)}. ${where} steht ${short(expected)}.`
			);
		}
	}

	wrong(text: string): void {
		this.all.push({ state: 'wrong', about: this.about, text, count: 1 });
	}

	open(text: string, count = 1): void {
		this.all.push({ state: 'open', about: this.about, text, count });
	}

	/** Ends the check. `right` says what was computed again, with {count} for how often. */
	done(right: string): Finding[] {
		if (this.#right > 0) {
			const text = right.replace('{count}', this.#right.toLocaleString('de-DE'));
			this.all.push({ state: 'right', about: this.about, text, count: this.#right });
		}
		return this.all;
	}
}

const short = (value: Json) => {
	const words = value === null ? 'nichts' : typeof value === 'string' ? `»${value}«` : JSON.stringify(value);
	return words.length > 80 ? `${words.slice(0, 80)} …` : words;
};
