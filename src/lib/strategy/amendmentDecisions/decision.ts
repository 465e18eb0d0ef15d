import { z } from 'zod';
import { BODY_MAX, OUTCOMES, REASON_MAX, TITLE_MAX } from '../../amendments/amendment.ts';
import { seenField, wordsIfAny, type OptionalSeen } from '../../form.ts';
import { DraftMarks, draftMarks } from '../drafts/draftMarks.ts';

/** What editors make of an amendment. The words are those of the point from now on, unless it is declined. */
export const DecisionForm = z
	.object({
		...draftMarks,
		outcome: z.enum(OUTCOMES, 'choose'),
		title: wordsIfAny(TITLE_MAX),
		body: wordsIfAny(BODY_MAX),
		reason: wordsIfAny(REASON_MAX),
		/** Which decision stood there. */
		seen: seenField
	})
	.refine((form) => form.outcome === 'adopted' || form.reason.length > 0, { error: 'outcomeReason', path: ['reason'] })
	.refine((form) => form.outcome === 'declined' || form.title.length > 0, { error: 'missing', path: ['title'] })
	.refine((form) => form.outcome === 'declined' || form.body.length > 0, { error: 'missing', path: ['body'] });
export type DecisionInput = OptionalSeen<z.output<typeof DecisionForm>>;

export const ReopenForm = DraftMarks.extend({ seen: seenField });
export type ReopenInput = OptionalSeen<z.output<typeof ReopenForm>>;
