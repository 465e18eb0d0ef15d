import { z } from 'zod';
import type { Understood, Waived } from './understood.ts';
import type { VersionPoint } from './point.ts';

/** A version is put up for discussion, or it is the one that counts. */
export const KINDS = ['draft', 'final'] as const;
export type VersionKind = (typeof KINDS)[number];
export const KindName = z.enum(KINDS);

const whole = z.number().int().nonnegative();

/** Counted once, on the day of publication, and frozen with the text: reports quote them years later. */
export const VersionNumbers = z.strictObject({
	contributions: whole,
	answered: whole,
	unanswered: whole,
	/** Versions from before organisations were told apart have no number for them. */
	byGroup: z.strictObject({
		...{ affected: whole, practice: whole, research: whole, none: whole },
		organisation: whole.optional()
	}),
	points: whole
});
export type VersionNumbers = z.output<typeof VersionNumbers>;

export interface VersionHead {
	id: string;
	number: number;
	consultationId: string;
	kind: VersionKind;
	title: string;
	/** Markdown. */
	preamble: string;
	/** In short, in easy words; Markdown. Empty: there is none. */
	easy: string;
	/** What was left out before publication, and why. */
	waived: Waived;
	/** Who was asked whether they were understood; frozen at publication, null in a draft. */
	understood: Understood | null;
	/** Grows with every change of a draft. */
	revision: number;
	createdAt: string;
	/** null: a draft. */
	publishedAt: string | null;
	digest: string | null;
	previousId: string | null;
	previousNumber: number | null;
	previousDigest: string | null;
	/** Frozen at publication; null in a draft. */
	numbers: VersionNumbers | null;
}

/** A point of the version before that no longer stands in this one. */
export interface Drop {
	pointId: string;
	number: number;
	/** As it was called in the version before. */
	title: string;
	reason: string;
	/** Numbers of the points that took it in; none: it was dropped. */
	into: number[];
}

export interface Version extends VersionHead {
	/** In the order of the document: by field, then by place. */
	points: VersionPoint[];
	drops: Drop[];
}
