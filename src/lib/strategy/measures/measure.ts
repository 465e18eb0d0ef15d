import { z } from 'zod';
import { words } from '../../form.ts';
import { draftMarks } from '../drafts/draftMarks.ts';

/** Who may decide it. What the state cannot decide alone is said so. */
export const COMPETENCES = ['land', 'bund', 'kommune'] as const;
type Competence = (typeof COMPETENCES)[number];
export const CompetenceName = z.enum(COMPETENCES);

export const MEASURE_MAX = 500;
export const RESPONSIBLE_MAX = 160;

/** Something that is to be done for a point. */
export interface Measure {
	id: string;
	text: string;
	/** The unit that has to do it. */
	responsible: string;
	competence: Competence;
}

export function sameMeasures(one: readonly Measure[], other: readonly Measure[]): boolean {
	const told = (all: readonly Measure[]) =>
		JSON.stringify(all.map(({ text, responsible, competence }) => [text, responsible, competence]));
	return told(one) === told(other);
}

/** `id` is the one it will have: sent twice, it is one; of a measure that is there, it changes that one. */
export const MeasureForm = z.object({
	...draftMarks,
	id: z.uuid('wrong'),
	text: words(MEASURE_MAX),
	responsible: words(RESPONSIBLE_MAX),
	competence: z.enum(COMPETENCES, 'choose')
});
export type MeasureInput = z.output<typeof MeasureForm>;

export const MeasureButton = z.object({ ...draftMarks, measure: z.uuid('wrong') });
export type MeasureMark = z.output<typeof MeasureButton>;
