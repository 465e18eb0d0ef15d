import { z } from 'zod';
import { notNow, openPhase, type Phase, type Turn } from '../../consultations/consultation.ts';
import type { Person } from '../../people/person.ts';
import { consent, head, mayRecord, readBack, same } from '../../recording/recording.ts';
import { isoDay } from '../../texts/dates.ts';
import { no, permit, type Permit } from '../../verdict.ts';
import { CHOICES, type Choice } from '../vote.ts';

/** More points than this are shown by field: a page has to stay light. */
export const POINTS_MAX = 60;
/** Of the text `t.votes.sheet.consentText`: whoever changes the text counts on here. */
export const VOTE_CONSENT_VERSION = '1';

const ChoiceName = z.enum(CHOICES);
const text = z.union([z.string(), z.array(z.string())]);

/** What stands on a sheet about one point; null: it cannot be read. */
export interface Line {
	point: number;
	choice: Choice | null;
}

/** `choice-7`, by the number of the point; a point without a cross is no line. */
function linesIn(values: Readonly<Record<string, unknown>>): Line[] {
	return Object.entries(values).flatMap(([name, value]) => {
		const point = /^choice-([1-9]\d{0,8})$/.exec(name)?.[1];
		if (point === undefined || value === '') return [];
		return [{ point: Number(point), choice: ChoiceName.safeParse(value).data ?? null }];
	});
}

/** One person's sheet, in the order of the paper: what stays the same from sheet to sheet, the points, the consent. */
export const BallotSheetForm = z
	.object({
		id: z.uuid('wrong'),
		...same,
		...head,
		/** Of the version that is printed on the sheet. */
		version: z.coerce.number('wrong').int('wrong').min(1, 'wrong').max(1_000_000_000, 'wrong'),
		consent,
		readBack
	})
	.catchall(text)
	.transform(({ id, former, same, channel, date, place, group, version, readBack, ...rest }) => ({
		...{ id, former, same, channel, date, place, group, version, readBack },
		lines: linesIn(rest)
	}))
	.refine((sheet) => sheet.lines.length > 0, { error: 'linesMissing', path: ['form'] });
export type BallotSheetInput = z.output<typeof BallotSheetForm>;

/** Where a sheet comes from, whatever is ticked on it. */
export type SheetOrigin = Partial<Pick<BallotSheetInput, 'former' | 'same' | 'readBack'>> &
	Pick<BallotSheetInput, 'id' | 'channel' | 'date' | 'place' | 'group'>;

export interface SheetFacts {
	person: Person | null;
	phases: readonly Phase[];
	now: string;
	/** YYYY-MM-DD */
	saidOn: string;
	/** Whose votes they are; null: not said yet. */
	group: Turn;
}

/** Other than words, votes cannot be typed in after the phase: nobody could tell any more whose ballot it is. */
export function mayRecordVotes({ person, phases, now, saidOn, group }: SheetFacts): Permit<Phase> {
	const recorder = mayRecord(person);
	if (!recorder.ok) return recorder;
	const phase = openPhase(phases, 'vote', now, group);
	if (!phase) return notNow(phases, 'vote', now, group);
	if (phase.ballotsSealedAt) return no('ballotsSealed');
	if (saidOn > isoDay(now)) return no('saidLater');
	return saidOn < isoDay(phase.beginsAt) ? no('saidEarlier') : permit(phase);
}

interface Field {
	slug: string;
	title: string;
}

/** What stands on one sheet: all points, or those of one field where there are too many. Nobody asked: the first. */
export function pointsOn<P extends { fieldSlug: string; field: string }>(
	points: readonly P[],
	asked: string | null
): { shown: P[]; fields: Field[]; field: string | null } {
	if (points.length <= POINTS_MAX) return { shown: [...points], fields: [], field: null };
	const titles = new Map(points.map((point) => [point.fieldSlug, point.field]));
	const fields = [...titles].map(([slug, title]) => ({ slug, title }));
	const field = titles.has(asked ?? '') ? asked : (fields[0]?.slug ?? null);
	return { shown: points.filter((point) => point.fieldSlug === field), fields, field };
}
