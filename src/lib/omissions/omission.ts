import { z } from 'zod';
import { seenField, wordsIfAny, type OptionalSeen } from '../form.ts';
import type { Person } from '../people/person.ts';
import { mayChange } from '../strategy/drafts/draft.ts';
import { WayName } from '../strategy/versions/omitted.ts';
import type { Verdict } from '../verdict.ts';

export const SENTENCE_MAX = 500;
/** `word:affected:Scham` or `dissent:3:12`. */
const SUBJECT = /^(word:[a-z][a-z0-9-]*:[\p{L}\p{M}]{1,100}|dissent:\d{1,9}:\d{1,9})$/u;

export const wordSubject = ({ group, word }: { group: string; word: string }) => `word:${group}:${word}`;
export const dissentSubject = (at: { point: number; contribution: number }) => `dissent:${at.point}:${at.contribution}`;

/** There is a form for each of them on the page, with fields of its own. */
export const wayField = (row: number) => `way-${row}`;
export const textField = (row: number) => `text-${row}`;

/** The editors' sentence to something that is not in the draft. Nothing typed: there is none (any more). */
export const ExplainForm = z
	.looseObject({
		version: z.uuid('wrong'),
		omission: z.string('wrong').regex(SUBJECT, 'wrong'),
		row: z.coerce.number('wrong').int('wrong').nonnegative('wrong'),
		seen: seenField
	})
	.transform(({ version, omission: subject, row, seen, ...typed }, { addIssue }) => {
		const way = WayName.or(z.literal('')).safeParse(typed[wayField(row)] ?? '');
		const text = wordsIfAny(SENTENCE_MAX).safeParse(typed[textField(row)]);
		const wayless = way.data === '' && (text.data ?? '') !== '';
		if (!way.success || wayless) addIssue({ code: 'custom', message: 'choose', path: [wayField(row)] });
		if (!text.success) addIssue({ code: 'custom', message: 'tooLong', path: [textField(row)] });
		return { version, subject, seen, way: way.data ?? '', text: text.data ?? '' };
	});
export type ExplainInput = OptionalSeen<z.output<typeof ExplainForm>>;

export function mayExplain(person: Person | null, version: { publishedAt: string | null }): Verdict {
	return mayChange(person, version);
}
