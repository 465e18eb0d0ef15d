import { GroupName, type Group } from '../people/person.ts';
import type { Ctx } from '../server/ctx.ts';
import { VALUE } from '../votes/vote.ts';
import * as votes from '../votes/votes.server.ts';
import { Collecting } from './polis/collectVotes.ts';
import * as store from './store.server.ts';

/** YYYY-MM-DD, as ballots have it. */
export const dayOf = (at: string) => at.slice(0, 10);

/**
 * A chore of every night: ballots of running phases are written anew in random order. Their days are told apart only as
 * far as the next landscape needs it: those since the last one are all yesterday.
 */
export async function rewriteBallots(ctx: Ctx): Promise<number> {
	return votes.rewriteRunning(ctx, async (consultationId) => {
		const last = await store.newest(ctx.db, consultationId);
		return last ? dayOf(last.at) : null;
	});
}

type Boxes = readonly { id: number; wordingId: string; phaseId: string }[];

/** Who voted, as the ballots know them: a token in this phase, with the group it declared. Only persons. */
export async function collect(ctx: Ctx, boxes: Boxes, before: string) {
	const collecting = new Collecting();
	const wordings = new Map(boxes.map(({ id, wordingId }) => [id, wordingId]));
	const groups = new Map<string, Group>();
	for await (const { voter, group, marks } of votes.personalBallots(ctx, boxes[0]?.phaseId ?? '')) {
		for (const [boxId, { choice, day }] of marks) {
			const wording = wordings.get(boxId);
			if (wording === undefined || (day !== null && day >= before)) continue;
			collecting.add(collecting.participant(voter), collecting.statement(wording), VALUE[choice]);
			groups.set(voter, GroupName.parse(group));
		}
	}
	const matrix = collecting.matrix();
	return { matrix, declared: matrix.participants.map((voter) => groups.get(voter) ?? 'none') };
}

/** How many people have voted, or voted anew, on these days. */
export async function votersSince(
	ctx: Ctx,
	boxes: Boxes,
	{ from, before }: { from: string; before: string }
): Promise<number> {
	const ids = new Set(boxes.map(({ id }) => id));
	let voters = 0;
	for await (const { marks } of votes.personalBallots(ctx, boxes[0]?.phaseId ?? '')) {
		const anew = [...marks].some(([id, { day }]) => ids.has(id) && day !== null && day >= from && day < before);
		if (anew) voters++;
	}
	return voters;
}
