import * as proposals from '../proposals/proposals.server.ts';
import { signedIn, type Ctx } from '../server/ctx.ts';
import { transaction } from '../server/db/transaction.ts';
import { newId } from '../server/ids.ts';
import { record } from '../server/journal/journal.server.ts';
import { canonical, digestOf, digestOfRows, type Answered } from '../strategy/frozen/versionDigest.ts';
import * as strategy from '../strategy/strategy.server.ts';
import type { VersionHead } from '../strategy/versions/version.ts';
import { found, NotFound, obey, Refused, Stale, type Current } from '../verdict.ts';
import { DispositionName, mayAnswer, namesPoint, seenMark, type AnswerInput, type Disposition } from './answer.ts';
import { fill, t } from '../texts/texts.ts';
import * as store from './store.server.ts';
import * as undo from './worklist/undo.server.ts';

export { deadlines } from './deadlines/deadlines.server.ts';
export { answersWithoutPoint, counts, unanswered } from './worklist/unanswered.server.ts';

/**
 * Answers one contribution or several in the draft version they will go out with. Until then only staff see it, and a
 * second answer takes the place of the first. Refused: noDraft, roleMissing, adoptedNowhere. NotFound: a contribution that is not public.
 * Stale: a colleague has answered since the form was opened. `batchId`: under which it can be taken back.
 */
export async function write(ctx: Ctx, form: AnswerInput, batchId: string | null = null): Promise<void> {
	await transaction(ctx, async (ctx) => {
		obey(mayAnswer(ctx.person));
		const person = signedIn(ctx);
		const ids = [...new Set(form.proposals)];
		const answered = await proposals.published(ctx, ids);
		const consultationId = found(answered[0], 'proposal').consultationId;
		if (answered.length < ids.length || answered.some((one) => one.consultationId !== consultationId)) {
			throw new NotFound('proposal');
		}
		const draft = await strategy.draftOf(ctx, consultationId);
		if (!draft) throw new Refused('noDraft');
		await expectPlace(ctx, draft.id, answered, form.disposition);
		await expectSeen(ctx, draft.id, ids, form);
		const { disposition, reason } = form;
		const responsible = disposition === 'elsewhere' ? form.responsible : null;
		const text = { versionId: draft.id, disposition, reason, responsible, writtenBy: person.id };
		if (batchId !== null) await undo.keep(ctx, { batchId, ...text }, ids);
		for (const proposalId of ids) {
			await store.put(ctx.db, { id: newId(Date.parse(ctx.now)), proposalId, ...text }, ctx.now);
		}
		const details = { count: ids.length, version: draft.number };
		await record(ctx, { verb: 'answers.written', subjectId: draft.id, consultationId, details });
	});
}

async function expectPlace(
	ctx: Ctx,
	versionId: string,
	answered: readonly { id: string; number: number }[],
	disposition: Disposition
): Promise<void> {
	if (!namesPoint(disposition)) return;
	const behind = await strategy.sourcedIn(
		ctx,
		versionId,
		answered.map(({ id }) => id)
	);
	const nowhere = answered.filter(({ id }) => !behind.has(id)).map(({ number }) => number);
	if (nowhere.length > 0) throw new Refused('adoptedNowhere', { numbers: nowhere.join(', ') });
}

/** An answer may only take the place of one that was seen; the same once more is nothing new. */
async function expectSeen(ctx: Ctx, versionId: string, ids: readonly string[], form: AnswerInput): Promise<void> {
	if (!form.seen) return;
	const seen = new Set(form.seen);
	const responsible = form.disposition === 'elsewhere' ? form.responsible : null;
	const changed = (await store.standing(ctx.db, versionId, ids)).filter((known) => {
		const same = known.disposition === form.disposition && known.reason === form.reason;
		const whole = same && known.responsible === responsible;
		return !whole && !seen.has(seenMark(known.proposalId, known.revision));
	});
	if (changed.length === 0) return;
	const marks = changed.map(({ proposalId, revision }) => [`seen ${proposalId}`, seenMark(proposalId, revision)]);
	const [only] = ids.length === 1 ? changed : [];
	const texts: Current['texts'] = only ? { reason: only.reason, responsible: only.responsible ?? '' } : {};
	const numbers = new Map((await proposals.headings(ctx, ids)).map(({ id, number }) => [id, number]));
	const others = changed.map(({ proposalId, disposition, reason }) => ({
		label: fill(t.proposals.number, { number: numbers.get(proposalId) ?? 0 }),
		text: [t.answers.dispositions[DispositionName.parse(disposition)], only ? '' : reason].filter(Boolean).join(': ')
	}));
	throw new Stale('answer', null, {}, { marks: Object.fromEntries(marks), texts, others });
}

export interface Answer {
	disposition: Disposition;
	reason: string;
	/** Who decides instead; only for `elsewhere`. */
	responsible: string | null;
	/** null: not yet, it goes out with its version. */
	publishedAt: string | null;
	versionNumber: number;
}

export interface PublishedAnswer extends Answer {
	/** What was answered with earlier versions, newest first. */
	earlier: Answer[];
}

/** The newest answer to each of these contributions that has gone out, with those before it. */
export async function publishedFor(ctx: Ctx, proposalIds: readonly string[]): Promise<Map<string, PublishedAnswer>> {
	const answers = new Map<string, PublishedAnswer>();
	for (const { proposalId, ...row } of await store.published(ctx.db, proposalIds)) {
		const answer = { ...row, disposition: DispositionName.parse(row.disposition) };
		const newer = answers.get(proposalId);
		if (newer) newer.earlier.push(answer);
		else answers.set(proposalId, { ...answer, earlier: [] });
	}
	return answers;
}

/** In a word what became of each of these contributions, where an answer has gone out. */
export async function dispositionsOf(ctx: Ctx, proposalIds: readonly string[]): Promise<Map<string, Disposition>> {
	const rows = await store.dispositions(ctx.db, proposalIds);
	return new Map(rows.map((row) => [row.proposalId, DispositionName.parse(row.disposition)]));
}

/** Sends out what was written for this version. Call it in the transaction that publishes it. Returns how many. */
export async function publishAnswers(
	ctx: Ctx,
	{ id: versionId, number, consultationId }: Pick<VersionHead, 'id' | 'number' | 'consultationId'>
): Promise<number> {
	const count = await store.publishAnswers(ctx.db, versionId, ctx.now);
	if (count > 0) {
		const details = { count, version: number };
		await record(ctx, { verb: 'answers.published', subjectId: versionId, consultationId, details });
	}
	return count;
}

/** What went out with a version, for its digest. */
export async function sentWith(ctx: Ctx, versionId: string): Promise<Answered> {
	const rows = await store.sentWith(ctx.db, versionId);
	return {
		answers: rows.map(({ number, disposition, reason, responsible }) => ({
			contribution: number ?? 0,
			disposition,
			words: digestOf(canonical({ reason, responsible }))
		})),
		rows: digestOfRows(rows)
	};
}
