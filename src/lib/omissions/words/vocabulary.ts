import { FUNCTION_WORDS } from './functionWords.ts';

const SHORTEST = 4;
/** Only what is long enough for two words is taken apart. */
const COMPOUND = 2 * SHORTEST;
/** FNV-1a begins so. */
const HASH = 0x811c9dc5 | 0;
/** What is read and says nothing. */
const NO_WORD = -1;
const LETTER = /[\p{L}\p{M}]/u;
const LATIN = Array.from({ length: 0x250 }, (_, sign) => LETTER.test(String.fromCharCode(sign)));

/** Half a sign of two halves is no letter: nothing that is compared here is written with them. */
const isLetter = (sign: number) => LATIN[sign] ?? (sign >= 0x250 && LETTER.test(String.fromCharCode(sign)));
const ENDINGS = ['en', 'er', 'es', 'em', 'e', 'n', 's'];
/** What German puts between the parts of a compound. */
const JOINTS = ['', 's', 'es', 'n', 'en', 'er', 'e'];
const UMLAUTS: Readonly<Record<string, string>> = { ä: 'a', ö: 'o', ü: 'u', ß: 'ss' };

/** `Wohnungen` and `Wohnung`, `Häuser` and `Haus` are one word. Crude on purpose: it only has to meet itself again. */
export function stemOf(word: string): string {
	const plain = word.toLowerCase().replace(/[äöüß]/g, (sign) => UMLAUTS[sign] ?? sign);
	const ending = ENDINGS.find((one) => plain.endsWith(one) && plain.length - one.length >= SHORTEST);
	return ending ? plain.slice(0, -ending.length) : plain;
}

/** Numbers for words, and how each is written most often. */
export class Vocabulary {
	readonly #ids = new Map<string, number>();
	/** How words are written, each with the number of the word. */
	readonly #forms: { text: string; id: number; hash: number }[] = [];
	/** How often each form was read. */
	readonly #counts: number[] = [];
	/** Places of forms, counted from one, by their hash. */
	#table = new Int32Array(2 ** 12);

	/** The words of a text that say something, as numbers of how they are written; each is counted. */
	read(text: string): Int32Array {
		const forms: number[] = [];
		let [start, hash] = [-1, HASH];
		for (let at = 0; at <= text.length; at++) {
			const sign = at < text.length ? text.charCodeAt(at) : 0;
			if (isLetter(sign)) {
				if (start < 0) [start, hash] = [at, HASH];
				hash = Math.imul(hash ^ sign, 0x01000193);
			} else if (start >= 0) {
				if (at - start >= SHORTEST) this.#take(forms, text, start, at - start, hash);
				start = -1;
			}
		}
		return Int32Array.from(forms);
	}

	#take(forms: number[], text: string, start: number, length: number, hash: number): void {
		const form = this.#formAt(text, start, length, hash);
		if (this.#forms[form]?.id === NO_WORD) return;
		forms.push(form);
		this.#counts[form] = (this.#counts[form] ?? 0) + 1;
	}

	/** A table of our own: cutting each of millions of words out of its text would take most of the time. */
	#formAt(text: string, start: number, length: number, hash: number): number {
		const mask = this.#table.length - 1;
		for (let slot = (hash ^ (hash >>> 15)) & mask; ; slot = (slot + 1) & mask) {
			const form = (this.#table[slot] ?? 0) - 1;
			if (form < 0) return this.#add(text.slice(start, start + length), hash, slot);
			const known = this.#forms[form];
			if (known?.hash === hash && known.text.length === length && text.startsWith(known.text, start)) return form;
		}
	}

	#add(word: string, hash: number, slot: number): number {
		const id = FUNCTION_WORDS.has(word.toLowerCase()) ? NO_WORD : this.#idOf(stemOf(word));
		const form = this.#forms.length;
		// Not a part of the whole text, which would be kept as long as the word.
		this.#forms.push({ text: [...word].join(''), id, hash });
		this.#counts.push(0);
		this.#table[slot] = form + 1;
		if (this.#forms.length > this.#table.length / 2) this.#grow();
		return form;
	}

	#idOf(stem: string): number {
		const id = this.#ids.get(stem) ?? this.#ids.size;
		this.#ids.set(stem, id);
		return id;
	}

	#grow(): void {
		this.#table = new Int32Array(2 * this.#table.length);
		const mask = this.#table.length - 1;
		for (const [form, { hash }] of this.#forms.entries()) {
			let slot = (hash ^ (hash >>> 15)) & mask;
			while (this.#table[slot] !== 0) slot = (slot + 1) & mask;
			this.#table[slot] = form + 1;
		}
	}

	/** How often each word was read, compounds as their parts. */
	totals(wordsByForm: readonly (readonly number[])[]): number[] {
		const totals = new Array<number>(this.size).fill(0);
		for (const [form, words] of wordsByForm.entries())
			for (const word of words) totals[word] = (totals[word] ?? 0) + (this.#counts[form] ?? 0);
		return totals;
	}

	/** For each form the words it stands for: itself, or the parts of a compound that are words of these texts, too. */
	wordsByForm(): number[][] {
		const counts = new Array<number>(this.#ids.size).fill(0);
		for (const [form, { id }] of this.#forms.entries())
			if (id !== NO_WORD) counts[id] = (counts[id] ?? 0) + (this.#counts[form] ?? 0);
		const parts = new Map<number, number[]>();
		for (const [stem, id] of this.#ids) parts.set(id, this.#split(stem, id, counts));
		return this.#forms.map(({ id }) => (id === NO_WORD ? [] : (parts.get(id) ?? [id])));
	}

	/** Koehn and Knight 2003: taken apart where the parts are more usual, by their geometric mean, than the whole. */
	#split(stem: string, id: number, counts: readonly number[]): number[] {
		let [best, most] = [[id], counts[id] ?? 0];
		if (stem.length < COMPOUND) return best;
		for (let cut = SHORTEST; cut <= stem.length - SHORTEST; cut++) {
			const second = this.#ids.get(stem.slice(cut));
			if (second === undefined || second === id) continue;
			const first = this.#first(stem.slice(0, cut), counts);
			if (first === null || first === id) continue;
			const mean = Math.sqrt((counts[first] ?? 0) * (counts[second] ?? 0));
			if (mean > most) [best, most] = [[first, second], mean];
		}
		return best;
	}

	/** The first part, without what joins it to the second; of several the most usual. */
	#first(head: string, counts: readonly number[]): number | null {
		let best: number | null = null;
		for (const joint of JOINTS) {
			if (!head.endsWith(joint) || head.length - joint.length < SHORTEST - 1) continue;
			const id = this.#ids.get(head.slice(0, head.length - joint.length)) ?? this.#ids.get(stemOf(head));
			if (id !== undefined && (best === null || (counts[id] ?? 0) > (counts[best] ?? 0))) best = id;
		}
		return best;
	}

	get size(): number {
		return this.#ids.size;
	}

	/** As it is written most often; of equals the first in the order of its letters. A part of compounds only: its stem. */
	spelling(): string[] {
		const best: { text: string; count: number }[] = [];
		for (const [form, { id, text }] of this.#forms.entries()) {
			const count = this.#counts[form] ?? 0;
			if (id === NO_WORD) continue;
			const known = best[id];
			if (!known || count > known.count || (count === known.count && text < known.text)) best[id] = { text, count };
		}
		return best.map(({ text }) => text);
	}
}
