import { z } from 'zod';
import { count, cursor } from '../cursor.ts';
import { seenMark } from '../editState.ts';
import type { Spoken } from '../people/details/language.ts';
import { hasRole, type Person } from '../people/person.ts';
import { seenField } from '../form.ts';
import { fold } from '../proposals/lists/searchText.ts';
import { sentencesOf } from '../distillation/segments/sentences.ts';
import { all, noWhen, type Verdict } from '../verdict.ts';

/** Nearly the same text of five people or more: one text, by so many. */
export interface Campaign {
	/** Of its first text; any of its texts leads to it. */
	number: number;
	title: string;
	body: string;
	evidence: string | null;
	language: Spoken;
	texts: number;
	/** Whose texts they are. */
	people: number;
	/** For screening. */
	waiting: number;
	published: number;
	/** Published, and in no cluster yet. */
	toPlace: number;
	/** Published, and not answered. */
	unanswered: number;
	/** When the first and the last of them came. */
	from: string | null;
	to: string | null;
}

/** Where campaigns stand apart, and what is counted there. */
export type List = 'waiting' | 'toPlace' | 'unanswered';

/** Whoever works on one of the lists it stands in. */
export function mayReadCampaigns(person: Person | null): Verdict {
	return all(
		noWhen(person === null, 'signInFirst'),
		noWhen(!hasRole(person, 'moderator', 'editor', 'publisher', 'admin'), 'roleMissing')
	);
}

/** Everything of a contribution that everybody can read once it is published. */
export interface Words {
	title: string;
	body: string;
	evidence: string | null;
}

/** In the order in which a text is judged. */
export const partsOf = ({ title, body, evidence }: Words): string[] => [title, body, evidence ?? ''];

/** Pictures and signs are words, too: what the search leaves out is taken as it stands. */
const sentenceKey = (sentence: string) => fold(sentence) || sentence;
const sentencesIn = (words: Words) => sentencesOf(partsOf(words).join('\n')).map((one) => one.text);

/** What somebody has added to the common text or put in another way: sentences that do not stand in the first of them. */
export function ownWords(words: Words, common: Words): string[] {
	const known = new Set(sentencesIn(common).map(sentenceKey));
	return sentencesIn(words).filter((sentence) => !known.has(sentenceKey(sentence)));
}

/**
 * The same for two texts that say the same sign by sign; only white space may differ. A sentence left out can turn what a text says
 * into its opposite, so two texts are the same only as a whole.
 */
export const wordsKey = (words: Words): string =>
	JSON.stringify(partsOf(words).map((part) => part.normalize('NFC').replace(/\s+/gu, ' ').trim()));

/** Up to which of its texts a page was about, by number, and the mark of all of them and of what they say. */
export const seenUpTo = (upTo: number, texts: readonly string[]) => `${upTo}.${seenMark({ texts })}`;

/** What a form about many texts of a campaign says was on the screen; what came later is none of its business. */
export const upToIn = (seen: string) => Number(/^\d{1,9}(?=\.)/.exec(seen)?.[0] ?? 0);

export const PublishPlainForm = z.object({ id: z.uuid('wrong'), texts: seenField });
export type PublishPlainInput = z.output<typeof PublishPlainForm>;

/** Where a page of its texts ended. */
export const MemberPlace = cursor({ number: count });
