import { z } from 'zod';
import { BODY_MOST, OUTCOMES, REASON_MOST, TITLE_MOST } from '../amendments/amendment.ts';
import { seenField, wordsIfAny, type OptionalSeen } from '../form.ts';
import { DraftMarks, draftMarks } from './draft.ts';

/** What editors make of an amendment. The words are those of the point from now on, unless it is declined. */
export const DecisionForm = z
	.object({
		...draftMarks,
		outcome: z.enum(OUTCOMES, 'choose'),
		title: wordsIfAny(TITLE_MOST),
		body: wordsIfAny(BODY_MOST),
		reason: wordsIfAny(REASON_MOST),
		/** Which decision stood there. */
		seen: seenField
	})
	.refine((form) => form.outcome === 'adopted' || form.reason.length > 0, { error: 'outcomeReason', path: ['reason'] })
	.refine((form) => form.outcome === 'declined' || form.title.length > 0, { error: 'missing', path: ['title'] })
	.refine((form) => form.outcome === 'declined' || form.body.length > 0, { error: 'missing', path: ['body'] });
export type DecisionInput = OptionalSeen<z.output<typeof DecisionForm>>;

export const ReopenForm = DraftMarks.extend({ seen: seenField });
export type ReopenInput = OptionalSeen<z.output<typeof ReopenForm>>;
