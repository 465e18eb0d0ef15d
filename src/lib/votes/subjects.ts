/**
 * What is published as a number, and how it is protected: the one list. Every page, paper, file, feed and interface that
 * tells one of these figures follows the rule that stands here; `subjects.server.test.ts` holds them against it.
 *
 * - `open`: counted as it is. What is counted stands in public by itself, so whoever counts learns nothing more.
 * - `held`: no count of one to four people, nor one that could be subtracted (`suppression.ts`, LEAST).
 * - `crossed`: two properties of people at once, ten instead of five (TWO_WAY_LEAST).
 * - `named`: told with the name of who did it, who was told so before.
 */
export const PROTECTION = ['open', 'held', 'crossed', 'named'] as const;
export type Protection = (typeof PROTECTION)[number];

export const SUBJECTS = {
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
	/** Groups by what they think and whom they declare to be; votes by whose hand they came. */
	landscape: 'crossed',
	recorded: 'crossed'
} as const satisfies Readonly<Record<string, Protection>>;
export type Subject = keyof typeof SUBJECTS;
