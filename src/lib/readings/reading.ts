import { z } from 'zod';
import { ACTIONS } from '../consultations/consultation.ts';
import { seenField, words } from '../form.ts';
import type { HandCounts } from '../hands/hand.ts';
import { mayRecordNow, type RecordingFacts } from '../recording/recording.ts';
import type { Group } from '../people/person.ts';
import { all, no, noWhen, type Verdict } from '../verdict.ts';
import { MIN_COUNT } from '../votes/suppression/suppression.ts';

/** A reading is short: it is read out before hands are raised. */
export const READING_MAX = 800;
const HANDS_MAX = 2_000;

const hands = z.coerce.number('wrong').int('wrong').min(0, 'wrong').max(HANDS_MAX, 'wrong');
const point = z.coerce.number('wrong').int('wrong').min(1, 'wrong').max(1_000_000_000, 'wrong');

export const ReadingForm = z.object({
	point,
	reading: words(READING_MAX),
	agree: hands,
	pass: hands,
	disagree: hands,
	seen: seenField.default('')
});
export type ReadingInput = Omit<z.output<typeof ReadingForm>, 'seen'>;

export const RemoveReadingForm = z.object({ removed: point });

/**
 * A group adopts what more of those who were there want than do not want, and nobody raises both hands. That it was adopted
 * is itself a figure: of one to four hands it would tell what each of them stands for, so that is no group yet.
 */
export function mayAdopt({ agree, pass, disagree }: Omit<ReadingInput, 'point' | 'reading'>, people: number): Verdict {
	const hands = agree + pass + disagree;
	return all(
		noWhen(hands > people, 'readingTooManyHands', { people: String(people) }),
		noWhen(agree <= disagree, 'readingNotAdopted'),
		noWhen(hands < MIN_COUNT, 'readingTooFew', { least: String(MIN_COUNT) })
	);
}

/** While the group may do anything at all, or a little later: a group that works among itself reads points as well. */
export function mayWriteReading(facts: Omit<RecordingFacts, 'action'>): Verdict {
	const verdicts = ACTIONS.map((action) => mayRecordNow({ ...facts, action }));
	return verdicts.find((one) => one.ok) ?? verdicts[0] ?? no('roleMissing');
}

/** A reading as everybody reads it at its point. */
export interface ShownReading {
	group: Group;
	text: string;
	workshop: { number: number; label: string; heldOn: string };
	/** Of the wording that counts today. */
	newest: boolean;
	/** null: too few people for numbers. */
	counts: HandCounts | null;
}

/** Of each group the reading it adopted last, in the order of the groups, and those from before. */
export function sideBySide(
	readings: readonly ShownReading[],
	groups: readonly Group[]
): { now: ShownReading[]; before: ShownReading[] } {
	const sorted = readings.toSorted((a, b) => later(b) - later(a));
	const last = groups.flatMap((group) => sorted.find((one) => one.group === group) ?? []);
	return { now: last, before: sorted.filter((one) => !last.includes(one)) };
}

const later = ({ workshop }: ShownReading) => Date.parse(workshop.heldOn) + workshop.number;
