import { z } from 'zod';
import { several } from '../../form.ts';
import { all, noWhen, type Verdict } from '../../verdict.ts';

/** What somebody may allow, each by itself: reading and evaluating a text, publishing it, asking back. */
export const PURPOSES = ['evaluate', 'publish', 'contact'] as const;
export type Purpose = (typeof PURPOSES)[number];
export const PurposeName = z.enum(PURPOSES);

/** Of the sentences in `texts/de/privacy.json`. Other words are another consent: change the version with them. */
export const CONSENT_TEXT = '2026-11';

/** What may be needed: a form says so itself, hidden beside its boxes, so that a box forgotten is told with the rest. */
const NEEDED = { evaluate: 'needed:evaluate', publish: 'needed:publish' } as const;
const MISSING = { evaluate: 'evaluateMissing', publish: 'publishMissing' } as const;
export type Needed = keyof typeof NEEDED;
export const neededIn = (purpose: Needed) => NEEDED[purpose];

/** The boxes ticked in a form. None is ticked for anybody. What has to be ticked is for the rules below to say. */
export const Ticked = several(
	z
		.array(z.enum([...PURPOSES, NEEDED.evaluate, NEEDED.publish]))
		.superRefine((entries, context) => {
			for (const purpose of ['evaluate', 'publish'] as const) {
				if (!entries.includes(NEEDED[purpose]) || entries.includes(purpose)) continue;
				context.addIssue({ code: 'custom', message: MISSING[purpose] });
			}
		})
		.transform((entries) => entries.flatMap((entry) => PurposeName.safeParse(entry).data ?? []))
);

export interface Consent {
	purpose: Purpose;
	textVersion: string;
	/** In which language it was read, and which words exactly; see `wordsDigest`. */
	language: string;
	wordsDigest: string;
	givenAt: string;
}

export type Allowed = ReadonlySet<Purpose>;

/** Nobody reads a text its author has not allowed us to read. */
export function mayEvaluate(allowed: Allowed): Verdict {
	return noWhen(!allowed.has('evaluate'), 'consentMissing');
}

/** A comment is part of a public conversation; a contribution can be sent for evaluation only. */
export function mayPublish(allowed: Allowed): Verdict {
	return noWhen(!allowed.has('publish'), 'publicMissing');
}

/** Words that the team reads and everybody does afterwards. */
export const mayShowWords = (allowed: Allowed): Verdict => all(mayEvaluate(allowed), mayPublish(allowed));

/** What a form has to ask for: what is needed there and not allowed yet. */
export function toAsk(allowed: Allowed): Needed[] {
	return (['evaluate', 'publish'] as const).filter((purpose) => !allowed.has(purpose));
}
