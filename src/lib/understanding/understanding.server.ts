import { expectSeen, seenMark, type State } from '../editState.ts';
import { SpokenName } from '../people/details/language.ts';
import { GroupName, type Person } from '../people/person.ts';
import { signedIn, type Ctx } from '../server/ctx.ts';
import { transaction } from '../server/db/transaction.ts';
import { record } from '../server/journal/journal.server.ts';
import { mayChange, mayReadDraft } from '../strategy/drafts/draft.ts';
import * as strategy from '../strategy/strategy.server.ts';
import type { Understood } from '../strategy/versions/comprehension.ts';
import type { Version } from '../strategy/versions/version.ts';
import { t } from '../texts/texts.ts';
import { found, NotFound, obey, Stale } from '../verdict.ts';
import { shownFigures } from './figures.ts';
import * as store from './store.server.ts';
import {
	AnswerName,
	isOpen,
	mayAnswer,
	type Asked,
	type Line,
	type PointStanding,
	type Round,
	type UnderstandingInput
} from './understanding.ts';
import { sha256 } from '../sha256.ts';

const wordsOf = ({ title, body }: { title: string; body: string }) => sha256(`${title}\n\n${body}`).slice(0, 32);

/** Asks everybody whose contribution is behind a new wording; they find it under "Meine Beiträge". Twice is once. */
export async function open(ctx: Ctx, versionId: string): Promise<void> {
	await turn(ctx, versionId, true);
}

export async function close(ctx: Ctx, versionId: string): Promise<void> {
	await turn(ctx, versionId, false);
}

async function turn(ctx: Ctx, versionId: string, wanted: boolean): Promise<void> {
	await transaction(ctx, async (ctx) => {
		const version = await strategy.versionById(ctx, versionId);
		obey(mayChange(ctx.person, version));
		if (isOpen(await store.roundOf(ctx.db, versionId)) === wanted) return;
		if (wanted) await store.open(ctx.db, versionId, ctx.person?.id ?? null, ctx.now);
		else await store.close(ctx.db, versionId, ctx.now);
		const { consultationId, number } = version;
		const verb = wanted ? 'round.opened' : 'round.closed';
		await record(ctx, { verb, subjectId: versionId, consultationId, details: { version: number } });
	});
}

export async function roundOf(ctx: Ctx, versionId: string): Promise<Round | null> {
	return store.roundOf(ctx.db, versionId);
}

/** The points the one who asks is asked about at the moment. */
export async function asked(ctx: Ctx): Promise<Asked[]> {
	const person = signedIn(ctx);
	return askedOf(ctx, person);
}

type Said = Asked['said'];
const saidState = (said: Said): State => ({ answer: said?.answer ?? '', why: said?.why ?? '' });
const saidInWords = (said: Said) => [
	{ label: t.understanding.page.question, text: said ? t.understanding.answers[said.answer] : '' }
];

async function askedOf(ctx: Ctx, person: Person): Promise<Asked[]> {
	const rows = await store.askedOf(ctx.db, person.id);
	const said = await store.said(ctx.db, [...new Set(rows.map((row) => row.versionId))], person.id);
	const points = new Map<string, Asked>();
	for (const { contribution, contributionTitle, language, ...row } of rows) {
		const words = wordsOf(row);
		const answer = said.find((one) => one.pointId === row.pointId && one.versionId === row.versionId);
		const mine = answer && {
			answer: AnswerName.parse(answer.verdict),
			why: answer.reason,
			current: answer.words === words
		};
		const known = points.get(row.pointId) ?? { ...row, words, contributions: [], said: mine ?? null, seen: '' };
		known.contributions.push({
			...{ number: contribution ?? 0, title: contributionTitle },
			language: SpokenName.parse(language)
		});
		points.set(row.pointId, known);
	}
	return [...points.values()].map((point) => ({ ...point, seen: seenMark(saidState(point.said)) }));
}

/**
 * Says whether a point says what one meant; saying it again takes the place of what was said before. Stale: the words
 * are no longer those that were on the screen. Refused: roundClosed.
 */
export async function answer(ctx: Ctx, form: UnderstandingInput): Promise<void> {
	await transaction(ctx, async (ctx) => {
		const round = await store.roundOf(ctx.db, form.version);
		obey(mayAnswer(ctx.person, round?.publishedAt ? null : round));
		const person = signedIn(ctx);
		const all = await askedOf(ctx, person);
		const point = found(
			all.find((one) => one.versionId === form.version && one.pointId === form.point),
			'point'
		);
		if (point.words !== form.words) throw new Stale('wording');
		if (point.said?.answer === form.answer && point.said.why === form.why && point.said.current) return;
		expectSeen('answer', form.seen, saidState(point.said), saidInWords(point.said));
		const said = { verdict: form.answer, reason: form.why, words: form.words };
		const who = { versionId: form.version, pointId: form.point, personId: person.id };
		await store.put(ctx.db, { ...who, ...said, at: ctx.now });
	});
}

/** How it stands, point by point; for those who may read the draft. Words that have changed since count as not answered. */
export async function standing(ctx: Ctx, versionId: string): Promise<PointStanding[]> {
	if (!mayReadDraft(ctx.person).ok) throw new NotFound('version');
	const people = await store.everybody(ctx.db, versionId);
	const said = await store.said(ctx.db, [versionId]);
	const points = new Map<string, PointStanding>();
	for (const { pointId, authorId, organisationId, ...row } of people) {
		const point = points.get(pointId) ?? { pointId, lines: [], reasons: [] };
		points.set(pointId, point);
		const who = { group: GroupName.parse(row.group), standing: organisationId ? 'organisation' : 'person' } as const;
		const answer = said.find((one) => one.pointId === pointId && one.personId === authorId);
		const current = answer?.words === wordsOf(row);
		lineOf(point.lines, who)[answer && current ? AnswerName.parse(answer.verdict) : 'silent']++;
		if (answer?.verdict === 'wrong') point.reasons.push({ ...who, why: answer.reason, current });
	}
	return [...points.values()];
}

function lineOf(lines: Line[], who: Pick<Line, 'group' | 'standing'>): Line {
	const known = lines.find((line) => line.group === who.group && line.standing === who.standing);
	if (known) return known;
	const line = { ...who, right: 0, wrong: 0, silent: 0 };
	lines.push(line);
	return line;
}

/** What goes out with the version; nothing when nobody was asked. */
export async function figuresOf(ctx: Ctx, { id, points }: Pick<Version, 'id' | 'points'>): Promise<Understood> {
	if (!(await store.roundOf(ctx.db, id))) return [];
	const numbers = new Map(points.map((point) => [point.pointId, point.number]));
	return shownFigures(await standing(ctx, id), (pointId) => found(numbers.get(pointId), 'point'));
}

/** Somebody leaves, or no longer wants to be evaluated: what they said goes. Figures frozen with a version stay. */
export async function forgetAllOf(ctx: Ctx, personId: string): Promise<void> {
	await store.forget(ctx.db, personId);
}

/** Everything one person said, for themselves. */
export async function saidBy(ctx: Ctx, personId: string) {
	const rows = await store.ofPerson(ctx.db, personId);
	return rows.map(({ number, verdict, reason, at }) => {
		return { point: number, answer: AnswerName.parse(verdict), why: reason, at };
	});
}
