import { z } from 'zod';
import { AuthorGroupName } from '../../people/person.ts';
import type { BoardStatement } from './board/boardStatement.ts';
import type { Understood, Waived } from './comprehension.ts';
import type { Omitted } from './omitted.ts';
import type { Justified, Represented } from './represented.ts';
import type { VersionPoint } from '../points/point.ts';

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
	/** As the groups were on that day. Versions from before organisations were told apart have no number for them. */
	byGroup: z.record(AuthorGroupName, whole),
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
	/** Whom it stands for, likewise; null also where nobody took part, and in versions from before this was asked. */
	represented: Represented | null;
	/** What the board of affected people said of it, likewise; null also where there was none. */
	board: BoardStatement | null;
	/** What it does not say, likewise; null also in versions from before this was asked. */
	omitted: Omitted | null;
	/** In a draft: why it goes out although people are left out. */
	justified: Justified;
	/** Grows with every change of a draft. */
	revision: number;
	createdAt: string;
	/** null: a draft. */
	publishedAt: string | null;
	digest: string | null;
	/** Of the text as it is now; null: as it was sealed. */
	digestNow: string | null;
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
