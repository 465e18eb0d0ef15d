import { z } from 'zod';
import type { RoundHead } from '../results/result.ts';
import { CHOICES, type Choice } from '../vote.ts';

export const ChoiceName = z.enum(CHOICES);

/** How an organisation stands to a wording. Open, by name: no figure, so nothing of it is ever held back. */
export interface Position {
	organisationId: string;
	organisation: string;
	choice: Choice;
	/** When it was said, or said anew. */
	since: string;
}

/** All positions on one wording in one phase, by name. */
export interface PositionRound extends RoundHead {
	positions: Position[];
}

/** As colleagues see it: `seat` is where it was said. */
export interface OwnPosition {
	wordingId: string;
	choice: Choice;
	since: string;
	/** Whether the one who asks said so, or somebody else of the organisation. */
	byMe: boolean;
}

/** What was on the screen, so that nobody's later word is overwritten by an older one. Nothing: there was no position. */
export function seenOf(position: { since: string; choice: string } | null | undefined): string {
	return position ? `${position.since} ${position.choice}` : '';
}

/** In the order of the alphabet as people know it, whatever database they come from. */
export function byName(one: Position, other: Position): number {
	return (
		one.organisation.localeCompare(other.organisation, 'de') || (one.organisationId < other.organisationId ? -1 : 1)
	);
}
