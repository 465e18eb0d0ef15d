/**
 * What is published as a number, and how it is protected: the one list. Every page, paper, file, feed and interface that
 * tells one of these figures follows the rule that stands here; `data/sets/subjects.server.test.ts` holds them against it.
 *
 * - `open`: counted as it is. What is counted stands in public by itself, so whoever counts learns nothing more.
 * - `held`: no count of one to four people, nor one that could be subtracted (`suppression.ts`, MIN_COUNT).
 * - `crossed`: two properties of people at once, ten instead of five (MIN_COUNT_CROSSED).
 * - `named`: told with the name of who did it, who was told so before.
 */
export type Protection = 'open' | 'held' | 'crossed' | 'named';

export const PROTECTED_FIGURES = {
	/** People who use a word: their texts stand in public with their group, so whoever counts learns nothing more; told from five on. */
	words: 'open',
	/** Members of a board hold an office, and know before they say anything that its sums are published. Who they are nobody sees. */
	board: 'open',
	/** Each stands there with its group, kind, language, day, and how it came in. */
	contributions: 'open',
	comments: 'open',
	amendments: 'open',
	/** What became of contributions that are public. */
	answers: 'open',
	/** One number beside a public text: of all together, of no group, and never who. */
	supports: 'open',
	/** How many were at a public meeting stands in its record. */
	meetings: 'open',
	moderation: 'open',
	/** Organisations vote and speak in public. */
	organisations: 'named',
	/** People who used a card: nobody sees them. */
	people: 'held',
	districts: 'held',
	/** Votes that somebody else wrote down, by the way they came. */
	sheets: 'held',
	votes: 'held',
	hands: 'held',
	understood: 'held',
	/** People whom a version stands for, and those it leaves out: as groups that lie in each other (`representation/figures.ts`). */
	represented: 'held',
	/** Ticks for measures, of all and of a group; who carried what is told where they are. */
	priorities: 'held',
	/** How people found a phase; told once. */
	evaluations: 'held',
	/** Groups by what they think and whom they declare to be; votes by whose hand they came. */
	landscape: 'crossed',
	recorded: 'crossed'
} as const satisfies Readonly<Record<string, Protection>>;
export type Figure = keyof typeof PROTECTED_FIGURES;
