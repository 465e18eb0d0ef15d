import { Vocabulary } from './vocabulary.ts';

/**
 * Words that people of a group use and a version does not: Monroe, Colaresi, Quinn 2008 ("Fightin' Words"), log-odds with
 * an informative prior from all texts. A hint for editors, never a score: what is published is the words and their order.
 */

/** Below this, chance says more than people do. */
const TEXTS_LEAST = 100;
const AUTHORS_LEAST = 3;
/** One in forty by chance. */
const Z_LEAST = 1.96;
export const WORDS_MOST = 12;

export interface Text {
	/** null: nobody known, or nobody who is counted; their words count, they do not. */
	author: string | null;
	group: string;
	text: string;
}

interface LostWord {
	/** As it is written most often. */
	word: string;
	/** How many people of the group use it. */
	authors: number;
	z: number;
}

export interface Lost {
	group: string;
	/** The most missing first. */
	words: LostWord[];
}

/** By group, in the order asked for; null: too few texts to say anything. The same texts in any order give the same words. */
export function lostWords(texts: readonly Text[], version: string, groups: readonly string[]): Lost[] | null {
	if (texts.length < TEXTS_LEAST) return null;
	const vocabulary = new Vocabulary();
	// Authors one after the other: whoever was seen last tells whether a word is new for them.
	const ordered = [...texts].sort((a, b) => compare(a.author ?? '', b.author ?? ''));
	const read = ordered.map(({ author, group, text }) => ({ author, group, forms: vocabulary.read(text) }));
	const versionForms = vocabulary.read(version);
	const words = vocabulary.wordsByForm();
	const inVersion = new Tally(vocabulary.size);
	inVersion.add(null, versionForms, words);
	const everywhere = vocabulary.totals(words);
	const byGroup = new Map(groups.map((group) => [group, new Tally(vocabulary.size)]));
	for (const { author, group, forms } of read) byGroup.get(group)?.add(author, forms, words);
	const spelling = vocabulary.spelling();
	return groups.map((group) => {
		const tally = byGroup.get(group);
		return { group, words: tally ? ranked(tally, inVersion, everywhere, spelling) : [] };
	});
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

/** How often each word stands in some texts, and how many people use it. */
class Tally {
	readonly counts: Float64Array;
	readonly authors: Uint32Array;
	readonly #last: Int32Array;
	#author: string | null = null;
	#turn = 0;
	total = 0;

	constructor(size: number) {
		this.counts = new Float64Array(size);
		this.authors = new Uint32Array(size);
		this.#last = new Int32Array(size);
	}

	add(author: string | null, forms: Int32Array, wordsByForm: readonly (readonly number[])[]): void {
		if (author !== null && author !== this.#author) {
			this.#author = author;
			this.#turn++;
		}
		for (const form of forms) {
			const words = wordsByForm[form] ?? [];
			// Not "for … of": that makes an iterator for each of millions of words.
			for (let place = 0; place < words.length; place++) this.#count(words[place] ?? 0, author !== null);
		}
	}

	#count(word: number, known: boolean): void {
		this.counts[word] = (this.counts[word] ?? 0) + 1;
		this.total++;
		if (!known || this.#last[word] === this.#turn) return;
		this.#last[word] = this.#turn;
		this.authors[word] = (this.authors[word] ?? 0) + 1;
	}
}

/** The prior weighs as much as the version's own text: a short version does not make every word look lost. */
function ranked(group: Tally, version: Tally, everywhere: readonly number[], spelling: readonly string[]): LostWord[] {
	const weight = Math.max(1, version.total);
	const all = everywhere.reduce((sum, count) => sum + count, 0);
	const found: LostWord[] = [];
	for (let word = 0; word < spelling.length; word++) {
		const authors = group.authors[word] ?? 0;
		if (authors < AUTHORS_LEAST) continue;
		const prior = (weight * (everywhere[word] ?? 0)) / all;
		const [said, kept] = [(group.counts[word] ?? 0) + prior, (version.counts[word] ?? 0) + prior];
		const odds = Math.log(said / (group.total + weight - said)) - Math.log(kept / (version.total + weight - kept));
		const z = odds / Math.sqrt(1 / said + 1 / kept);
		if (z >= Z_LEAST) found.push({ word: spelling[word] ?? '', authors, z });
	}
	return found.sort((a, b) => b.z - a.z || compare(a.word, b.word)).slice(0, WORDS_MOST);
}
