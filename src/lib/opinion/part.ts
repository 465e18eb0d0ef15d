import type { Matrix } from './matrix.ts';

const PART = { people: 1_000, least: 500, votes: 60_000 };

/** How many people a trial looks at: of more than this a part. With fewer people groups look less stable, never more. */
export function partOf({ participants, columns }: Matrix): number {
	const votes = columns.length / Math.max(1, participants.length);
	return Math.min(participants.length, PART.people, Math.max(PART.least, Math.round(PART.votes / votes)));
}
