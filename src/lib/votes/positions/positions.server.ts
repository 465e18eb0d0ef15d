import { seatsOf } from '../../people/organisations/organisations.server.ts';
import { accountIdOf, GroupName, type Person } from '../../people/person.ts';
import type { Ctx } from '../../server/ctx.ts';
import { record } from '../../server/journal/journal.server.ts';
import { t } from '../../texts/texts.ts';
import { Stale } from '../../verdict.ts';
import { put } from '../ballots/ballots.server.ts';
import { byName, ChoiceName, seenOf, type OwnPosition, type PositionRound } from './position.ts';
import * as store from './store.server.ts';
import type { Choice } from '../vote.ts';
import { ballotOf } from '../ballots/store.server.ts';
import { knownVoter } from '../ballots/voterToken.server.ts';

interface Cast {
	pointId: string;
	number: number;
	wordingId: string;
	phaseId: string;
	consultationId: string;
	choice: Choice | null;
	/** As `seenOf` says; not given: whatever was there before. */
	seen?: string | undefined;
}

/**
 * An organisation's one position, whoever of it says so. What a colleague has said since the form was read stays: Stale
 * (positionChanged). Ballots that its seats put in secretly before organisations voted openly go. Call it inside
 * `transaction`.
 */
export async function take(ctx: Ctx, person: Person, cast: Cast): Promise<void> {
	const { pointId, wordingId, phaseId, choice, consultationId } = cast;
	const place = { organisationId: person.id, wordingId, phaseId };
	const former = await store.position(ctx.db, place);
	if ((former?.choice ?? null) === choice) return;
	if (cast.seen !== undefined && cast.seen !== seenOf(former)) {
		const now = former ? t.votes.choices[ChoiceName.parse(former.choice)] : t.votes.organisation.nothing;
		throw new Stale('position', 'positionChanged', { choice: now });
	}
	const said = { since: ctx.now, seatId: accountIdOf(person) };
	if (choice === null) await store.remove(ctx.db, place);
	else await store.put(ctx.db, { ...place, pointId }, { choice, ...said });
	await dropSecretBallots(ctx, place);
	const details = { number: cast.number };
	await record(ctx, { verb: 'position.taken', subjectId: pointId, consultationId, details });
}

/** As long as the phase runs its key tells which they are. */
async function dropSecretBallots(ctx: Ctx, { organisationId, wordingId, phaseId }: store.Place): Promise<void> {
	const boxId = await store.secretBox(ctx.db, wordingId, phaseId);
	if (boxId === null) return;
	for (const { id } of await seatsOf(ctx, organisationId)) {
		const voter = await knownVoter(ctx, phaseId, { id });
		const ballot = voter === null ? undefined : await ballotOf(ctx.db, voter);
		if (!ballot) continue;
		const who = {
			voter: ballot.voter,
			phaseId,
			group: GroupName.parse(ballot.group),
			standing: 'organisation' as const
		};
		await put(ctx, [{ ...who, boxId, mark: null }]);
	}
}

/** Whether organisations voted secretly on this wording before they voted openly: that counts until they say it anew. */
export async function votedSecretly(ctx: Ctx, wordingId: string, phaseId: string): Promise<boolean> {
	return (await store.secretBox(ctx.db, wordingId, phaseId)) !== null;
}

/** How organisations stand to each point, newest round first, in it by name. */
export async function positionsOn(ctx: Ctx, pointIds: readonly string[]): Promise<Map<string, PositionRound[]>> {
	const points = new Map<string, PositionRound[]>();
	for (const { pointId, wordingId, phaseId, phaseSlug, phaseTitle, choice, ...who } of await store.onPoints(
		ctx.db,
		pointIds
	)) {
		const rounds = points.get(pointId) ?? [];
		points.set(pointId, rounds);
		let round = rounds.find((one) => one.wordingId === wordingId && one.phaseId === phaseId);
		if (!round) {
			round = { wordingId, phaseId, phaseSlug, phaseTitle, positions: [] };
			rounds.push(round);
		}
		round.positions.push({ ...who, choice: ChoiceName.parse(choice) });
	}
	for (const round of [...points.values()].flat()) round.positions.sort(byName);
	return points;
}

/** What the organisation of the one who asks has said in these phases. */
export async function ownPositions(
	ctx: Ctx,
	person: Person,
	phaseIds: readonly string[]
): Promise<(OwnPosition & { pointId: string })[]> {
	const rows = await store.ofOrganisation(ctx.db, person.id, phaseIds);
	return rows.map(({ pointId, wordingId, choice, since, seatId }) => ({
		...{ pointId, wordingId, since },
		choice: ChoiceName.parse(choice),
		byMe: seatId === accountIdOf(person)
	}));
}

/** Everything an organisation has said, the newest first. */
export async function positionsOf(ctx: Ctx, organisationId: string) {
	const rows = await store.saidBy(ctx.db, organisationId);
	return rows.map((row) => ({ ...row, choice: ChoiceName.parse(row.choice) }));
}

/** A seat leaves: what it said stays the organisation's, and nothing leads to it. Call it inside `transaction`. */
export async function forgetSeat(ctx: Ctx, seatId: string): Promise<void> {
	await store.forgetSeat(ctx.db, seatId);
}
