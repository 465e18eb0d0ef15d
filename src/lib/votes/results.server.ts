import { z } from 'zod';
import { PHASES } from '../consultations/consultation.ts';
import { GroupName } from '../people/person.ts';
import type { Ctx } from '../server/ctx.ts';
import { shownRound, type ShownRound } from './disclosure.ts';
import { LinesText, type Publication } from './publication.ts';
import * as publications from './publications.store.server.ts';
import type { Result, Round } from './result.ts';
import * as store from './store.server.ts';

const KindName = z.enum(PHASES);
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
export async function standing(ctx: Ctx, pointIds: readonly string[]): Promise<Map<string, Round[]>> {
	const points = new Map<string, Round[]>();
	for (const { pointId, wordingId, phaseId, phaseKind, ...row } of await store.talliesOf(ctx.db, pointIds)) {
		const rounds = points.get(pointId) ?? [];
		points.set(pointId, rounds);
		let round = rounds.find((one) => one.wordingId === wordingId && one.phaseId === phaseId);
		if (!round) {
			round = { wordingId, phaseId, phaseKind: KindName.parse(phaseKind), results: [] };
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
	const points = new Map<string, ShownRound[]>();
	for (const { id, pointId, phaseKind, ...head } of boxes) {
		const publication = known.get(subjectOf(id));
		if (!publication) continue;
		const round = shownRound({ ...head, phaseKind: KindName.parse(phaseKind) }, publication.at, publication.lines);
		points.set(pointId, [...(points.get(pointId) ?? []), round]);
	}
	return points;
}
