import * as answers from '../answers/answers.server.ts';
import * as calls from '../calls/calls.server.ts';
import * as comments from '../comments/comments.server.ts';
import type { Consultation } from '../consultations/consultation.ts';
import * as evaluations from '../evaluations/evaluations.server.ts';
import type { Group } from '../people/person.ts';
import { ORGANISATION, personKeys, recordOf } from '../profile/groups/group.ts';
import * as profile from '../profile/profile.server.ts';
import * as proposals from '../proposals/proposals.server.ts';
import type { Ctx } from '../server/ctx.ts';
import type { VersionPoint } from '../strategy/points/point.ts';
import * as strategy from '../strategy/strategy.server.ts';
import type { Version } from '../strategy/versions/version.ts';
import type { ShownRound } from '../votes/results/publishedResult.ts';
import type { PositionRound } from '../votes/positions/position.ts';
import type { RoundHead } from '../votes/results/result.ts';
import * as votes from '../votes/votes.server.ts';
import type { Figures, PointFigures } from './figures.ts';

type Rounds = ReadonlyMap<string, readonly ShownRound[]>;
type Positions = ReadonlyMap<string, readonly PositionRound[]>;

/** Counts everything as it is now. Inside a transaction all figures are of the same instant. */
export async function count(ctx: Ctx, consultation: Consultation): Promise<Figures> {
	const heads = await strategy.versions(ctx, consultation.id);
	const versions: Version[] = [];
	for (const head of heads.toReversed()) versions.push(await strategy.version(ctx, head.number));
	const points = new Set(versions.flatMap((version) => version.points.map((point) => point.pointId)));
	const rounds = await votes.published(ctx, [...points]);
	const taken = await votes.positionsOn(ctx, [...points]);
	const newest = versions.at(-1)?.points ?? [];
	return {
		asOf: ctx.now,
		consultation: consultation.title,
		participation: await participation(ctx, consultation.id, votesIn(newest, rounds, taken)),
		answers: await answers.counts(ctx, consultation.id),
		deadlines: await answers.deadlines(ctx, consultation),
		evaluations: (await evaluations.published(ctx)).map(({ result }) => result).toReversed(),
		versions: versions.map(versionFigures),
		points: newest.map((point) => pointFigures(point, rounds, taken)),
		calls: await callFigures(ctx, consultation.id)
	};
}

function versionFigures({ points, represented, board, ...version }: Version): Figures['versions'][number] {
	const { number, kind, title, publishedAt, digest } = version;
	const head = { number, kind, title, publishedAt: publishedAt ?? '', digest: digest ?? '', points: points.length };
	return { ...head, ...(represented && { missing: represented.violations.length }), ...(board && { board }) };
}

/** The newest round about the wording that stands in the version: votes on an older one are about another text. */
function newestRound<R extends RoundHead>(
	{ pointId, wordingId }: VersionPoint,
	rounds: ReadonlyMap<string, readonly R[]>
): R | undefined {
	return (rounds.get(pointId) ?? []).find((one) => one.wordingId === wordingId);
}

function pointFigures(point: VersionPoint, rounds: Rounds, taken: Positions): PointFigures {
	const { number, title, field } = point;
	const round = newestRound(point, rounds);
	const positions = (newestRound(point, taken)?.positions ?? []).map(({ organisation, choice }) => {
		return { organisation, choice };
	});
	if (!round) return { number, title, field, round: null, positions };
	const { phaseSlug: phase, persons, organisations, summary: said } = round;
	const { bridge: _, together: __, ...summary } = said;
	return { number, title, field, round: { phase, persons, organisations, summary }, positions };
}

async function callFigures(ctx: Ctx, consultationId: string): Promise<Figures['calls']> {
	const published = (await calls.published(ctx)).filter((call) => {
		return call.consultationId === consultationId && call.withdrawnAt === null;
	});
	return published.toReversed().map(({ number, title, versionNumber, publishedAt }) => ({
		...{ number, title },
		version: versionNumber,
		publishedAt: publishedAt ?? ''
	}));
}

interface Cast {
	/** On the wordings that count today, in the newest phase they were voted on. */
	now: readonly ShownRound[];
	/** On former wordings, and in former phases: about another text, or at another time. */
	earlier: readonly ShownRound[];
	/** How often organisations have spoken on each. */
	positions: { now: number; earlier: number };
}

function votesIn(newest: readonly VersionPoint[], rounds: Rounds, taken: Positions): Cast {
	const now = newest.flatMap((point) => newestRound(point, rounds) ?? []);
	const spoken = newest.flatMap((point) => newestRound(point, taken) ?? []);
	const all = [...taken.values()].flat();
	const sum = (of: readonly PositionRound[]) => of.reduce((total, { positions }) => total + positions.length, 0);
	return {
		now,
		earlier: [...rounds.values()].flat().filter((round) => !now.includes(round)),
		positions: { now: sum(spoken), earlier: sum(all) - sum(spoken) }
	};
}

async function participation(ctx: Ctx, consultationId: string, cast: Cast): Promise<Figures['participation']> {
	const contributions = await proposals.countByGroup(ctx, consultationId);
	const talk = await comments.countByGroup(ctx, consultationId);
	const of = (group: Group) => ({
		contributions: contributions[group] ?? 0,
		comments: talk[group] ?? 0,
		votes: votesOf(cast.now, group),
		earlier: votesOf(cast.earlier, group)
	});
	return {
		...recordOf(personKeys((await profile.current(ctx)).groups), of),
		organisation: {
			...{ contributions: contributions[ORGANISATION] ?? 0, comments: talk[ORGANISATION] ?? 0 },
			...{ votes: cast.positions.now, earlier: cast.positions.earlier }
		}
	};
}

/** Only what is shown anyway: with a sum over everything, what is held back could be computed. */
function votesOf(rounds: readonly ShownRound[], group: Group): number {
	const rows = rounds.flatMap((round) => round.persons);
	return rows.reduce((sum, row) => sum + (row.group === group && 'n' in row ? row.n : 0), 0);
}
