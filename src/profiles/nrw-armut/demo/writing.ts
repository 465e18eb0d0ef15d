import * as consultations from '#lib/consultations/consultations.server.ts';
import * as answers from '#lib/answers/answers.server.ts';
import type { Person } from '#lib/people/person.ts';
import * as publishing from '#lib/publishing/publishing.server.ts';
import type { Ctx } from '#lib/server/ctx.ts';
import { newId } from '#lib/server/ids.ts';
import * as opinion from '#lib/opinion/opinion.server.ts';
import { owedIn } from '#lib/representation/representation.ts';
import * as representation from '#lib/representation/representation.server.ts';
import * as strategy from '#lib/strategy/strategy.server.ts';
import type { Relation } from '#lib/strategy/points/point.ts';
import { found } from '#lib/verdict.ts';
import * as understanding from '#lib/understanding/understanding.server.ts';
import * as votes from '#lib/votes/votes.server.ts';
import { askBoard, gatherBoard } from './advising.ts';
import { lead } from './distilling.ts';
import { explainOmissions } from './explaining.ts';
import { decideOther } from './amendments.ts';
import type { Collected } from './collecting.ts';
import {
	added,
	answersOne,
	answersTwo,
	dropped,
	easyOne,
	easyTwo,
	leftOut,
	notAsked,
	notMeant,
	preambleOne,
	preambleTwo,
	reworded,
	splitOff,
	versionOne,
	type DemoPoint,
	type LeftOut
} from './strategy.ts';
import type { DemoTown, Points } from './town.ts';

export async function marks(ctx: Ctx, consultationId: string) {
	const draft = found(await strategy.draftOf(ctx, consultationId), 'draft');
	return { version: draft.id, revision: draft.revision };
}

async function addSources(
	ctx: Ctx,
	consultationId: string,
	number: number,
	sources: DemoPoint['sources'],
	collected: Collected
): Promise<void> {
	for (const [key, relation, note = ''] of sources) {
		const from = [found(collected.numbers.get(key), 'contribution')];
		await strategy.addSources(ctx, number, { ...(await marks(ctx, consultationId)), from, relation, note });
	}
}

export async function addPoint(
	ctx: Ctx,
	consultationId: string,
	point: DemoPoint,
	collected: Collected
): Promise<number> {
	const { field, title, body, sources, editorialNote } = point;
	const relation: Relation = 'summarises';
	const head = { id: newId(), field, title, body, from: [], relation, note: '' };
	const number = await strategy.addPoint(ctx, { ...(await marks(ctx, consultationId)), ...head });
	await addSources(ctx, consultationId, number, sources, collected);
	for (const [text, responsible, competence] of point.measures ?? []) {
		const measure = { id: newId(), text, responsible, competence };
		await strategy.putMeasure(ctx, number, { ...(await marks(ctx, consultationId)), ...measure });
	}
	if (editorialNote) {
		await strategy.setEditorialNote(ctx, number, { ...(await marks(ctx, consultationId)), editorialNote });
	}
	return number;
}

export async function answer(ctx: Ctx, list: typeof answersOne, { ids }: Collected): Promise<void> {
	for (const [key, disposition, reason, responsible = ''] of list) {
		const proposal = found(ids.get(key), 'contribution');
		await answers.write(ctx, { proposals: [proposal], disposition, reason, responsible });
	}
}

/** Two people of the role: one agrees, the other publishes. */
async function release(town: DemoTown, consultationId: string, day: number): Promise<void> {
	const reader = town.as(town.staff.freigabe1, day);
	const { version } = await marks(reader, consultationId);
	const gate = await publishing.standing(reader, version);
	await publishing.approve(reader, version, (await publishing.readForApproval(reader, version)).state);
	await publishing.publish(town.as(town.staff.freigabe2, day + 1), version, gate.facts.lacking);
}

export async function writeFirst(town: DemoTown, consultationId: string, collected: Collected): Promise<Points> {
	const ctx = town.as(town.staff.redaktion, -31);
	const points: Points = new Map();
	await strategy.startDraft(ctx, consultationId);
	const head = {
		kind: 'draft',
		title: 'Erster Entwurf der Strategie gegen Armut',
		preamble: preambleOne,
		easy: easyOne
	} as const;
	await strategy.changeHead(ctx, { ...(await marks(ctx, consultationId)), ...head });
	for (const point of versionOne) points.set(point.key, await addPoint(ctx, consultationId, point, collected));
	const waiver = { check: 'understood', reason: notAsked } as const;
	await strategy.waive(ctx, { ...(await marks(ctx, consultationId)), ...waiver });
	await answer(ctx, answersOne, collected);
	return points;
}

/** With what it leaves out, named and justified. */
export async function releaseFirst(town: DemoTown, consultationId: string): Promise<void> {
	await justifyLeftOut(town, consultationId, -28.5);
	await release(town, consultationId, -28);
}

export async function writeSecond(
	town: DemoTown,
	consultationId: string,
	collected: Collected,
	points: Points
): Promise<void> {
	const ctx = town.as(town.staff.redaktion, -9);
	await strategy.startDraft(ctx, consultationId);
	const head = {
		kind: 'draft',
		title: 'Zweite Fassung der Strategie gegen Armut',
		preamble: preambleTwo,
		easy: easyTwo
	} as const;
	await strategy.changeHead(ctx, { ...(await marks(ctx, consultationId)), ...head });
	await rewordSome(ctx, consultationId, collected, points);
	const owed = await owedClusters(ctx, consultationId);
	for (const point of added) points.set(point.key, await addPoint(ctx, consultationId, point, collected));
	// The editors have seen whom the draft leaves out: a new point rests on what these people want.
	for (const { takenInBy, number } of owed)
		if (takenInBy) await lead(ctx, consultationId, number, found(points.get(takenInBy), 'point'));
	await splitHousing(ctx, consultationId, points);
	const gone = found(points.get(dropped.key), 'point');
	await strategy.dropPoint(ctx, gone, { ...(await marks(ctx, consultationId)), reason: dropped.reason });
	await decideOther(ctx, consultationId, points);
	await askThePeople(town, ctx, consultationId, {
		day: -7.5,
		by: (place) => place % 4 !== 3,
		wrong: (place) => place % 9 === 4
	});
	await answer(ctx, answersTwo, collected);
	await justifyLeftOut(town, consultationId, -6.5);
	await explainOmissions(town, consultationId, -6.45);
	await gatherBoard(town, -30);
	await askBoard(town, consultationId, -6.4);
	await release(town, consultationId, -6);
}

/** What the draft leaves out although people may expect it. */
async function owedClusters(ctx: Ctx, consultationId: string): Promise<(LeftOut & { number: number })[]> {
	const draft = found(await strategy.draftOf(ctx, consultationId), 'draft');
	const audit = found(await representation.auditOrigins(ctx, draft), 'audit');
	return owedIn(audit).map(({ cluster: { number, title } }) => {
		const told = leftOut.find((one) => one.title === title);
		return { ...found(told, 'reason'), number };
	});
}

/** Whoever publishes says why something is not in it that people may expect. */
async function justifyLeftOut(town: DemoTown, consultationId: string, day: number): Promise<void> {
	const ctx = town.as(town.staff.freigabe1, day);
	const { version } = await marks(ctx, consultationId);
	for (const { number, reason } of await owedClusters(ctx, consultationId))
		await representation.justify(ctx, { version, cluster: number, reason });
}

async function rewordSome(ctx: Ctx, consultationId: string, collected: Collected, points: Points): Promise<void> {
	for (const { key, title, body, add = [] } of reworded) {
		const number = found(points.get(key), 'point');
		const field = found(
			versionOne.find((point) => point.key === key),
			'point'
		).field;
		await strategy.rewordPoint(ctx, number, { ...(await marks(ctx, consultationId)), field, title, body });
		await addSources(ctx, consultationId, number, add, collected);
	}
}

/** Those behind the new wordings are asked; most answer, and nearly all of them feel understood. */
export async function askThePeople(
	town: DemoTown,
	ctx: Ctx,
	consultationId: string,
	said: { day: number; by: (place: number) => boolean; wrong: (place: number) => boolean }
): Promise<void> {
	const { version } = await marks(ctx, consultationId);
	await understanding.open(ctx, version);
	for (const [place, person] of Object.values(town.crowd).flat().entries()) {
		if (!said.by(place)) continue;
		const own = town.as(person, said.day);
		for (const { pointId, words } of await understanding.asked(own)) {
			const wrong = said.wrong(place);
			const verdict = wrong ? ({ answer: 'wrong', why: notMeant } as const) : ({ answer: 'right', why: '' } as const);
			await understanding.answer(own, { version, point: pointId, words, ...verdict });
		}
	}
}

/** What belongs to two offices becomes two points. */
async function splitHousing(ctx: Ctx, consultationId: string, points: Points): Promise<void> {
	const number = found(points.get(splitOff.key), 'point');
	const { title, body, newTitle, newBody, why } = splitOff;
	const form = {
		...(await marks(ctx, consultationId)),
		id: newId(),
		stayTitle: title,
		stayBody: body,
		newTitle,
		newBody
	};
	await strategy.splitPoint(ctx, number, form);
	const draft = found(await strategy.draftOf(ctx, consultationId), 'draft');
	const { fieldId } = found(
		draft.points.find((one) => one.number === number),
		'point'
	);
	const { fields } = await consultations.byId(ctx, consultationId);
	const field = found(
		fields.find((one) => one.id === fieldId),
		'field'
	).slug;
	await strategy.rewordPoint(ctx, number, { ...(await marks(ctx, consultationId)), field, title, body, why });
}

const SURE = 0.86;

/** A fixed dice: the demonstration shows the same results wherever it runs. */
function dice(seed: number): () => number {
	let state = seed;
	return () => {
		state = (state * 48_271) % 2_147_483_647;
		return state / 2_147_483_647;
	};
}

/** Everybody votes as their group leans; some skip a point, some don't know. */
export async function vote(
	town: DemoTown,
	points: Points,
	leanings: readonly { key: string; leaning: readonly [number, number, number] }[],
	day: number,
	turnout: number
): Promise<void> {
	const roll = dice(day * -7 + 11);
	const groups: readonly (readonly Person[])[] = [
		[...town.crowd.affected],
		[...town.crowd.practice, ...town.crowd.verband, ...town.crowd.stadt],
		[...town.crowd.research, ...town.crowd.institut]
	];
	for (const { key, leaning } of leanings) {
		const number = found(points.get(key), 'point');
		const ballots = groups.flatMap((people, group) =>
			people
				.filter(() => roll() < turnout)
				.map((person) => {
					const choice = roll() > SURE ? 'pass' : roll() < (leaning[group] ?? 0) ? 'agree' : 'disagree';
					return votes.castVote(town.as(person, day), number, choice);
				})
		);
		await Promise.all(ballots);
	}
	await votes.publishResults(town.as(null, day));
	await opinion.drawLandscapes(town.as(null, day + 0.1));
}
