import * as consultations from '../consultations/consultations.server.ts';
import { openPhase } from '../consultations/consultation.ts';
import type { Ctx } from '../server/ctx.ts';
import * as strategy from '../strategy/strategy.server.ts';
import { readMarks } from './ballot.ts';
import * as store from './own.store.server.ts';
import { ballotOf } from './store.server.ts';
import type { Choice } from './vote.ts';
import { knownVoter } from './voter.server.ts';

export interface Mine {
	wordingId: string;
	choice: Choice;
}

/** How the one who asks has voted on these points, while the phase runs. Afterwards it is not told any more. */
export async function mine(ctx: Ctx, pointIds: readonly string[]): Promise<Map<string, Mine[]>> {
	const points = new Map<string, Mine[]>();
	for (const { phaseId, token } of await voters(ctx)) {
		for (const { pointId, wordingId, choice } of await marksOf(ctx, phaseId, token, pointIds)) {
			points.set(pointId, [...(points.get(pointId) ?? []), { wordingId, choice }]);
		}
	}
	return points;
}

export interface OwnVote extends Mine {
	number: number;
	title: string;
	/** False: on a wording that was replaced since. */
	newest: boolean;
	/** A helper wrote it down. */
	recorded: boolean;
}

/** All one's own votes of the phases that run now, with what was voted on, in order of the points. */
export async function own(ctx: Ctx): Promise<OwnVote[]> {
	const known = (await voters(ctx)).map(({ phaseId, token }) => marksOf(ctx, phaseId, token));
	const rows = (await Promise.all(known)).flat();
	const headings = await strategy.headingsOf(
		ctx,
		rows.map((row) => row.wordingId)
	);
	const votes = rows.flatMap(({ wordingId, choice, hand }) => {
		const heading = headings.get(wordingId);
		return heading ? [{ ...heading, wordingId, choice, recorded: hand !== null }] : [];
	});
	return votes.sort((a, b) => a.number - b.number);
}

/** What stands on her ballot of a phase; `pointIds`: only of these. */
async function marksOf(ctx: Ctx, phaseId: string, token: string, pointIds?: readonly string[]) {
	if (pointIds?.length === 0) return [];
	const ballot = await ballotOf(ctx.db, token);
	if (!ballot) return [];
	const marks = readMarks(ballot.marks);
	const boxes = await store.boxesIn(ctx.db, phaseId, pointIds ? { pointIds } : { ids: [...marks.keys()] });
	return boxes.flatMap(({ id, pointId, wordingId }) => {
		const mark = marks.get(id);
		return mark ? [{ pointId, wordingId, choice: mark.choice, hand: mark.hand }] : [];
	});
}

/** The tokens under which the one who asks can have voted in what is open now: seldom more than one. */
async function voters(ctx: Ctx): Promise<{ phaseId: string; token: string }[]> {
	const { person } = ctx;
	if (!person) return [];
	const known = (await votingNow(ctx)).map(async (id) => ({ phaseId: id, token: await knownVoter(ctx, id, person) }));
	return (await Promise.all(known)).flatMap(({ phaseId, token }) => (token === null ? [] : [{ phaseId, token }]));
}

/** The phases in which one can vote, and tell one's own ballots. */
export async function votingNow(ctx: Ctx): Promise<string[]> {
	const open = (await consultations.all(ctx)).map(({ phases }) => openPhase(phases, 'vote', ctx.now));
	return open.flatMap((phase) => (phase && !phase.ballotsSealedAt ? [phase.id] : []));
}
