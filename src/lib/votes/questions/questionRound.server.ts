import type { Consultation } from '../../consultations/consultation.ts';
import { openPhase, turnOf } from '../../consultations/consultation.ts';
import type { Group, Person } from '../../people/person.ts';
import * as profile from '../../profile/profile.server.ts';
import type { Ctx } from '../../server/ctx.ts';
import type { CurrentPoint } from '../../strategy/points/currentPoints.server.ts';
import * as strategy from '../../strategy/strategy.server.ts';
import { ROUND, type RoundPlace } from './questionRound.ts';
import { tellingOf } from './extremity.server.ts';
import { mine, type Mine } from '../ballots/ownVotes.server.ts';
import { knownOf, type ShownRound } from '../results/publishedResult.ts';
import { published, currentResults } from '../results/results.server.ts';
import type { Round, RoundHead } from '../results/result.ts';
import { questionOn, type Question } from './question.server.ts';
import { nextQuestion, type Askable } from './nextQuestion.ts';
import type { Choice } from '../vote.ts';

export interface Asked {
	/** null: the round is over. */
	question: Question | null;
	/** Which of the round's questions it is, from one. */
	step: number;
	/** The one before it; null: it is the first. */
	previous: number | null;
	/** How many questions this round has. */
	total: number;
	/** What lies behind her in this round. */
	done: { number: number; title: string; mine: Choice | null }[];
	/** Points she has not answered, besides those of this round. */
	left: number;
	/** Points that can be voted on at all. */
	all: number;
}

/** The share of agreement about which one is least sure. */
const NOBODY_KNOWS = 0.5;

/** The next question of a round, or its end. */
export async function questionRound(
	ctx: Ctx,
	person: Person,
	consultation: Consultation,
	place: RoundPlace
): Promise<Asked> {
	const points = await strategy.currentPoints(ctx, consultation.id);
	const answers = await answersOn(ctx, points);
	const behind = new Set(place.schon);
	const open = points.filter((point) => !answers.has(point.pointId) && !behind.has(point.number));
	const wanted = points.find((point) => point.number === place.punkt);
	const over = !wanted && (place.ende || place.schon.length >= ROUND);
	// Organisations speak openly: nobody looks where an answer would tell most, they go through the document.
	const chosen = person.organisationId
		? open[0]
		: wanted || over
			? undefined
			: await choose(ctx, person, consultation, open, place);
	const next = over ? undefined : (wanted ?? chosen);
	const coming = open.length + (wanted && !open.includes(wanted) && !behind.has(wanted.number) ? 1 : 0);
	const done = place.schon.flatMap((number) => points.find((point) => point.number === number) ?? []);
	const at = wanted && behind.has(wanted.number) ? done.indexOf(wanted) : done.length;
	return {
		step: at + 1,
		previous: done[at - 1]?.number ?? null,
		question: next ? await questionOn(ctx, consultation, next, answers.get(next.pointId) ?? null) : null,
		total: Math.min(ROUND, done.length + coming),
		done: done.map(({ number, title, pointId }) => ({ number, title, mine: answers.get(pointId)?.choice ?? null })),
		left: open.length,
		all: points.length
	};
}

/** How she answered on the wordings that stand now, by point. */
async function answersOn(ctx: Ctx, points: readonly CurrentPoint[]): Promise<Map<string, Mine>> {
	const all = await mine(
		ctx,
		points.map((point) => point.pointId)
	);
	return new Map(
		points.flatMap(({ pointId, wordingId }) => {
			const own = all.get(pointId)?.find((one) => one.wordingId === wordingId);
			return own ? [[pointId, own] as const] : [];
		})
	);
}

async function choose(
	ctx: Ctx,
	person: Person,
	{ phases }: Consultation,
	open: readonly CurrentPoint[],
	{ schon }: RoundPlace
): Promise<CurrentPoint | undefined> {
	const phase = openPhase(phases, 'vote', ctx.now, turnOf(person));
	const rounds = await currentResults(
		ctx,
		open.map((point) => point.pointId)
	);
	const told = await published(
		ctx,
		open.map((point) => point.pointId)
	);
	const telling = await tellingOf(
		ctx,
		open.map((point) => point.wordingId)
	);
	const groups = await profile.groupKeys(ctx);
	const askable = open.map((point) => {
		const own = rounds.get(point.pointId)?.find((round) => isOn(round, point.wordingId, phase?.id));
		const shown = told.get(point.pointId)?.find((round) => isOn(round, point.wordingId, phase?.id));
		return { ...askableOf(point.number, own, shown, groups), ...telling.get(point.wordingId) };
	});
	const seed = [person.id, phase?.id, ...schon].join(' ');
	const number = nextQuestion(askable, { group: person.group, seed });
	return open.find((point) => point.number === number);
}

const isOn = (round: RoundHead, wordingId: string, phaseId: string | undefined) =>
	round.wordingId === wordingId && round.phaseId === phaseId;

/**
 * How many of each group have answered is counted to this minute, or groups would get far more than their ten while
 * figures wait to be published. How they answered is what everybody may read: else the order of questions, watched while
 * a few people vote, would be a reading of their votes.
 */
function askableOf(
	number: number,
	round: Round | undefined,
	shown: ShownRound | undefined,
	declared: readonly Group[]
): Askable {
	const persons = (round?.results ?? []).filter((result) => result.standing === 'person');
	const known = (shown?.persons ?? []).flatMap((row) => knownOf(row) ?? []);
	const groups = declared.map((group) => {
		const n = persons.find((one) => one.group === group)?.n ?? 0;
		const told = known.find((one) => one.group === group);
		return { group, n, agree: n * (told ? (told.agree.least + told.agree.most) / 2 / told.n : NOBODY_KNOWS) };
	});
	return { number, groups, answers: persons.reduce((sum, { n }) => sum + n, 0) };
}
