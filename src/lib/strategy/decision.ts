import { z } from 'zod';
import { BODY_MOST, OUTCOMES, REASON_MOST, TITLE_MOST } from '../amendments/amendment.ts';
import { draftMarks } from './draft.ts';

/** What editors make of an amendment. The words are those of the point from now on, unless it is declined. */
export const DecisionForm = z
	.object({
		...draftMarks,
		outcome: z.enum(OUTCOMES, 'choose'),
		title: z.string().trim().max(TITLE_MOST, 'tooLong').default(''),
		body: z.string().trim().max(BODY_MOST, 'tooLong').default(''),
		reason: z.string().trim().max(REASON_MOST, 'tooLong').default('')
	})
	.refine((form) => form.outcome === 'adopted' || form.reason.length > 0, { error: 'outcomeReason', path: ['reason'] })
	.refine((form) => form.outcome === 'declined' || form.title.length > 0, { error: 'missing', path: ['title'] })
	.refine((form) => form.outcome === 'declined' || form.body.length > 0, { error: 'missing', path: ['body'] });
export type DecisionInput = z.output<typeof DecisionForm>;
