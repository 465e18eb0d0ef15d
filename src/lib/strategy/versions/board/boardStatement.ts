import { z } from 'zod';

const whole = z.number().int().nonnegative();

/**
 * What a board of affected people said of a version before it went out, as it is frozen with it. Sums are exact: members
 * know, before they say anything, that they are published. Nobody is named, and reasons stand in the order of their
 * letters, so that none tells who was first.
 */
export const BoardStatement = z.strictObject({
	/** Whether it was asked at all. */
	asked: z.boolean(),
	members: whole,
	/** So many have to say something, so that it counts as the board's. */
	quorum: whole,
	agreed: whole,
	dissented: whole,
	silent: whole,
	/** Why somebody agrees, where they said so; why somebody dissents, each of them. */
	agreements: z.array(z.string()),
	dissents: z.array(z.string())
});
export type BoardStatement = z.output<typeof BoardStatement>;

export function isQuorate({ agreed, dissented, quorum }: BoardStatement): boolean {
	return agreed + dissented >= quorum;
}
