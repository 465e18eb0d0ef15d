import { z } from 'zod';
import { GroupName } from '../../people/person.ts';
import * as profile from '../../profile/profile.server.ts';
import type { Ctx } from '../../server/ctx.ts';
import { shownRound, type ShownRound } from './publishedResult.ts';
import { LinesText, type Publication } from './publication.ts';
import * as publications from './store.server.ts';
import type { Result, Round } from './result.ts';
import * as store from '../ballots/store.server.ts';
import * as strategy from '../../strategy/strategy.server.ts';
import type { Surveyed } from './overview.ts';
import { positionsOn } from '../positions/positions.server.ts';
import { sortRounds } from './rounds.ts';

const StandingName = z.enum(['person', 'organisation']);

interface TallyRow {
	group: string;
	standing: string;
	agree: number;
	pass: number;
	disagree: number;
	recorded: number;
}

export function resultOf({ group, standing, agree, pass, disagree, recorded }: TallyRow): Result {
	const who = { group: GroupName.parse(group), standing: StandingName.parse(standing) };
	return { ...who, agree, pass, disagree, n: agree + pass + disagree, recorded };
}

/** The exact results of each point, newest round first. Not for pages: they ask `published`. */
export async function currentResults(ctx: Ctx, pointIds: readonly string[]): Promise<Map<string, Round[]>> {
	const points = new Map<string, Round[]>();
	for (const { pointId, wordingId, phaseId, phaseSlug, phaseTitle, ...row } of await store.talliesOf(
		ctx.db,
		pointIds
	)) {
		const rounds = points.get(pointId) ?? [];
		points.set(pointId, rounds);
		let round = rounds.find((one) => one.wordingId === wordingId && one.phaseId === phaseId);
		if (!round) {
			round = { wordingId, phaseId, phaseSlug, phaseTitle, results: [] };
			rounds.push(round);
		}
		round.results.push(resultOf(row));
	}
	return points;
}

export const subjectOf = (boxId: number) => `box ${boxId}`;

/** What is shown now of these subjects. */
export async function publicationsOf(ctx: Ctx, subjects: readonly string[]): Promise<Map<string, Publication>> {
	const rows = await publications.latest(ctx.db, subjects);
	return new Map(rows.map(({ subject, at, lines }) => [subject, { at, lines: LinesText.parse(JSON.parse(lines)) }]));
}

/** What everybody may see of the results of each point, newest round first. */
export async function published(ctx: Ctx, pointIds: readonly string[]): Promise<Map<string, ShownRound[]>> {
	const boxes = await publications.boxesOf(ctx.db, pointIds);
	const known = await publicationsOf(
		ctx,
		boxes.map(({ id }) => subjectOf(id))
	);
	const groups = await profile.groupKeys(ctx);
	const points = new Map<string, ShownRound[]>();
	for (const { id, pointId, ...head } of boxes) {
		const publication = known.get(subjectOf(id));
		if (!publication) continue;
		const round = shownRound(head, publication.at, publication.lines, groups);
		points.set(pointId, [...(points.get(pointId) ?? []), round]);
	}
	return points;
}

/** All points that stand now, with what everybody may see of their results. */
export async function survey(ctx: Ctx, consultationId: string): Promise<Surveyed[]> {
	const points = await strategy.currentPoints(ctx, consultationId);
	const ids = points.map((point) => point.pointId);
	const rounds = await published(ctx, ids);
	const said = await positionsOn(ctx, ids);
	return points.map(({ pointId, wordingId, ...point }) => {
		const { current, older } = sortRounds(rounds.get(pointId) ?? [], [], wordingId);
		const positions = sortRounds(said.get(pointId) ?? [], [], wordingId).current?.positions ?? [];
		return { ...point, round: current, older: older.length, positions };
	});
}
