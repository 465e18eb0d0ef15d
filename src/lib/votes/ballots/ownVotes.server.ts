import * as consultations from '../../consultations/consultations.server.ts';
import { isBalloting } from '../../consultations/consultation.ts';
import type { Person } from '../../people/person.ts';
import type { Ctx } from '../../server/ctx.ts';
import * as strategy from '../../strategy/strategy.server.ts';
import { readMarks, votesIn } from './ballot.ts';
import * as store from './ownVotes.store.server.ts';
import { ownPositions } from '../positions/positions.server.ts';
import { ballotOf } from './store.server.ts';
import type { Choice } from '../vote.ts';
import { knownVoter } from './voterToken.server.ts';

export interface Mine {
	wordingId: string;
	choice: Choice;
	/** Of an organisation's position: since when, and whether the one who asks said so herself. */
	since?: string;
	byMe?: boolean;
}

/** How the one who asks has voted on these points, while the phase runs. Afterwards it is not told any more. */
export async function mine(ctx: Ctx, pointIds: readonly string[]): Promise<Map<string, Mine[]>> {
	const points = new Map<string, Mine[]>();
	if (ctx.person?.organisationId) {
		for (const { pointId, ...said } of await ownPositions(ctx, ctx.person, await votingNow(ctx))) {
			if (pointIds.includes(pointId)) points.set(pointId, [...(points.get(pointId) ?? []), said]);
		}
		return points;
	}
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
	const rows = ctx.person?.organisationId ? await positions(ctx, ctx.person) : await marks(ctx);
	const headings = await strategy.headingsOf(
		ctx,
		rows.map((row) => row.wordingId)
	);
	const votes = rows.flatMap((row) => {
		const heading = headings.get(row.wordingId);
		return heading ? [{ ...heading, ...row }] : [];
	});
	return votes.sort((a, b) => a.number - b.number);
}

async function marks(ctx: Ctx) {
	const known = (await voters(ctx)).map(({ phaseId, token }) => marksOf(ctx, phaseId, token));
	return (await Promise.all(known)).flat().map(({ wordingId, choice, hand }) => {
		return { wordingId, choice, recorded: hand !== null };
	});
}

async function positions(ctx: Ctx, person: Person) {
	const own = await ownPositions(ctx, person, await votingNow(ctx));
	return own.map(({ pointId: _, ...said }) => ({ ...said, recorded: false }));
}

/** What stands on her ballot of a phase; `pointIds`: only of these. */
async function marksOf(ctx: Ctx, phaseId: string, token: string, pointIds?: readonly string[]) {
	if (pointIds?.length === 0) return [];
	const ballot = await ballotOf(ctx.db, token);
	if (!ballot) return [];
	const marks = votesIn(readMarks(ballot.marks));
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

/** The phases in which somebody can cast a ballot, and tell one's own. */
export async function votingNow(ctx: Ctx): Promise<string[]> {
	const phases = (await consultations.all(ctx)).flatMap((one) => one.phases);
	const open = phases.filter((phase) => isBalloting(phase, ctx.now) && !phase.ballotsSealedAt);
	return open.map(({ id }) => id);
}
