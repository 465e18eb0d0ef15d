import * as proposals from '../../proposals/proposals.server.ts';
import type { Ctx } from '../../server/ctx.ts';
import { transaction } from '../../server/db/transaction.ts';
import { eachOnItsOwn } from '../../server/eachOnItsOwn.ts';
import { newId } from '../../server/ids.ts';
import { record } from '../../server/journal/journal.server.ts';
import * as strategy from '../../strategy/strategy.server.ts';
import { fill, t } from '../../texts/texts.ts';
import { found, obey, Refused, Stale } from '../../verdict.ts';
import { mayAnswer, seenMark, type AnswerAllInput, type AnswersInput, type UndoInput } from '../answer.ts';
import { write } from '../answers.server.ts';
import * as answers from '../store.server.ts';
import * as store from './replaced.store.server.ts';
import { worklist } from './worklist.server.ts';
import type { WorkInput } from './worklist.ts';

/**
 * The same answer for several contributions, each for itself: what cannot be answered so keeps no other from it. Refused:
 * someNotDone, with what is left and why.
 */
export async function writeEach(ctx: Ctx, form: AnswersInput): Promise<number> {
	obey(mayAnswer(ctx.person));
	const { id: batchId, seen, disposition, reason, responsible } = form;
	const ids = [...new Set(form.proposals)];
	const numbers = new Map((await proposals.headings(ctx, ids)).map(({ id, number }) => [id, number]));
	await eachOnItsOwn(ids, {
		work: (id) => write(ctx, { proposals: [id], seen, disposition, reason, responsible }, batchId),
		name: (id) => fill(t.proposals.number, { number: numbers.get(id) ?? '' })
	});
	return ids.length;
}

/** At one go, so that a slip with ten thousand contributions does not hold up everybody. */
const MOST = 500;

/** The same for all that the filter shows, not only for those on the page. */
export async function writeMatching(
	ctx: Ctx,
	consultationId: string,
	ask: WorkInput,
	form: AnswersInput
): Promise<number> {
	obey(mayAnswer(ctx.person));
	const ids: string[] = [];
	const seen: string[] = [];
	let after: string | undefined;
	do {
		const { items, next } = await worklist(ctx, consultationId, { ...ask, after });
		ids.push(...items.map((item) => item.id));
		seen.push(...items.map((item) => item.seen));
		after = next ?? undefined;
	} while (after !== undefined && ids.length < MOST);
	return writeEach(ctx, { ...form, proposals: ids, seen });
}

/** The mark of what stands in the draft for these: how many answers, and how often they were written. */
export async function marksOfAll(ctx: Ctx, consultationId: string, ids: readonly string[]): Promise<string> {
	const draft = await strategy.draftOf(ctx, consultationId);
	let [count, revisions] = [0, 0];
	for (let from = 0; draft && from < ids.length; from += MOST) {
		const known = await answers.standing(ctx.db, draft.id, ids.slice(from, from + MOST));
		count += known.length;
		revisions += known.reduce((sum, { revision }) => sum + revision, 0);
	}
	return `${count}.${revisions}`;
}

/**
 * The same for all of these, of those with an answer only where its mark is what was seen. Refused: noDraft. Stale: a
 * colleague has answered some of them since.
 */
export async function writeToAll(
	ctx: Ctx,
	consultationId: string,
	ids: readonly string[],
	{ id, disposition, reason, responsible, replace, seen: asSeen }: AnswerAllInput
): Promise<void> {
	obey(mayAnswer(ctx.person));
	const draft = await strategy.draftOf(ctx, consultationId);
	if (!draft) throw new Refused('noDraft');
	const mark = await marksOfAll(ctx, consultationId, ids);
	if (replace === 'yes' && mark !== asSeen) {
		throw new Stale('answers', null, {}, { marks: { seen: mark }, texts: {}, others: [] });
	}
	for (let from = 0; from < ids.length; from += MOST) {
		const some = ids.slice(from, from + MOST);
		const known = await answers.standing(ctx.db, draft.id, some);
		const seen = known.map(({ proposalId, revision }) => seenMark(proposalId, revision));
		await writeEach(ctx, { id, disposition, reason, responsible, proposals: some, seen });
	}
}

/** Puts back into the draft what stood there before. What a colleague has answered since stays. NotFound: longer ago than a day. */
export async function takeBack(ctx: Ctx, { deed }: UndoInput): Promise<number> {
	obey(mayAnswer(ctx.person));
	const rows = await store.replacedBy(ctx.db, deed);
	found(rows[0], 'answer');
	const heads = await proposals.headings(
		ctx,
		rows.map(({ proposalId }) => proposalId)
	);
	await eachOnItsOwn(rows, {
		work: (row) => transaction(ctx, (ctx) => putBack(ctx, row)),
		name: ({ proposalId }) =>
			fill(t.proposals.number, { number: heads.find(({ id }) => id === proposalId)?.number ?? '' })
	});
	return rows.length;
}

async function putBack(ctx: Ctx, row: store.Replaced): Promise<void> {
	const { batchId, proposalId, versionId, revision, disposition, reason, responsible, writtenBy } = row;
	const [now] = await answers.standing(ctx.db, versionId, [proposalId]);
	if (now?.revision !== revision) throw new Refused('answeredSince');
	const { consultationId, number } = await strategy.versionById(ctx, versionId);
	if ((await strategy.draftOf(ctx, consultationId))?.id !== versionId) throw new Refused('noDraft');
	if (disposition === null) await answers.remove(ctx.db, versionId, proposalId);
	else {
		const text = { proposalId, versionId, disposition, reason, responsible, writtenBy };
		await answers.put(ctx.db, { id: newId(Date.parse(ctx.now)), ...text }, ctx.now);
	}
	await store.drop(ctx.db, batchId, proposalId);
	const details = { count: 1, version: number };
	await record(ctx, { verb: 'answers.takenBack', subjectId: versionId, consultationId, details });
}
