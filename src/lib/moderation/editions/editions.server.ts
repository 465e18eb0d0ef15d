import { FROM_OLDEST } from '../../cursor.ts';
import { z } from 'zod';
import * as amendments from '../../amendments/amendments.server.ts';
import { seenMark } from '../../editState.ts';
import * as proposals from '../../proposals/proposals.server.ts';
import type { Ctx } from '../../server/ctx.ts';
import { transaction } from '../../server/db/transaction.ts';
import { newId } from '../../server/ids.ts';
import { record } from '../../server/journal/journal.server.ts';
import { found, NotFound, noWhen, obey, Refused, Stale, type Verdict } from '../../verdict.ts';
import { DAY, earlier } from '../../time.ts';
import { blacken } from '../redaction.ts';
import { GroundName, KindName } from '../schemas.ts';
import { mayScreen, type Ground, type Kind } from '../screening.ts';
import { reword, subjectOf, type Subject } from '../subject.server.ts';
import { underAppeal } from '../appeals/appeals.server.ts';
import { mayAcceptChange, mayChangeText, OUTCOMES, PARTS, type ChangeInput, type EditionInput } from './edition.ts';
import * as store from './store.server.ts';

const Texts = z.array(z.string());
const OutcomeName = z.enum(OUTCOMES);
const textsIn = (json: string) => Texts.parse(JSON.parse(json));

/** How long words are kept that took another's place and were never public. */
const KEPT = 90 * DAY;

export interface Edition {
	id: string;
	texts: readonly string[];
	sentAt: string;
	/** null: it waits to be screened. */
	outcome: (typeof OUTCOMES)[number] | null;
	ground: Ground | null;
	note: string | null;
	decidedAt: string | null;
}

type Row = Awaited<ReturnType<typeof store.ofSubjects>>[number];

const read = ({ id, texts, sentAt, outcome, ground, note, decidedAt }: Row): Edition => ({
	...{ id, sentAt, note, decidedAt, texts: textsIn(texts) },
	outcome: OutcomeName.nullable().parse(outcome),
	ground: GroundName.parse(ground)
});

/** What a form about these words carries as `seen`. */
export const wordsMark = (texts: readonly string[]): string => seenMark({ texts });

/** As people call it: contributions and amendments by their number, comments by their id. Everybody else's is not found. */
async function ownId(ctx: Ctx, kind: Kind, which: string): Promise<string> {
	if (kind === 'comment') return z.uuid().safeParse(which).success ? which : '';
	const number = /^\d{1,9}$/.test(which) ? Number(which) : 0;
	const id = kind === 'proposal' ? proposals.idOf(ctx, number) : amendments.idOf(ctx, number);
	return (await id) ?? '';
}

/** What may have come to a text since it was published. `unread`: a reply counts before moderation has read it. */
async function sinceThen(ctx: Ctx, { kind, id }: Subject, unread: boolean) {
	const appealed = (await underAppeal(ctx)).includes(id);
	return { appealed, answered: kind === 'comment' && (await store.isAnswered(ctx.db, id, unread)) };
}

/** Whether a change of this text can still take the place of what stands there. */
export async function acceptable(ctx: Ctx, subject: Subject): Promise<Verdict> {
	return mayAcceptChange({ ...subject, ...(await sinceThen(ctx, subject, true)) });
}

async function changeable(ctx: Ctx, kind: Kind, which: string): Promise<{ subject: Subject; may: Verdict }> {
	const subject = await subjectOf(ctx, kind, await ownId(ctx, kind, which));
	const may = mayChangeText({ ...subject, person: ctx.person, ...(await sinceThen(ctx, subject, false)) });
	// Whoever guesses learns nothing.
	if (!may.ok && may.because === 'notYours') throw new NotFound('text');
	return { subject, may };
}

/** The change that waits, or was refused last; null: what stands there is what its author wants. */
async function lastChange(ctx: Ctx, subjectId: string): Promise<Edition | null> {
	const rows = (await store.ofSubjects(ctx.db, [subjectId])).map(read);
	const last = rows.findLast(({ outcome }) => outcome !== 'replaced');
	return last && last.outcome !== 'accepted' && last.texts.length > 0 ? last : null;
}

/** One's own text with what stands in the form that changes it: what waits, or was refused last, else what stands there. */
export async function toChange(ctx: Ctx, kind: Kind, which: string) {
	const { subject, may } = await changeable(ctx, kind, which);
	const mine = await lastChange(ctx, subject.id);
	const texts = mine?.texts ?? subject.texts;
	return {
		...{ may, state: subject.state, texts, seen: wordsMark(texts) },
		/** What was said to the change before, where it was refused. */
		refused: mine?.outcome === 'refused' ? mine : null
	};
}

/**
 * Changes one's own text. What nobody has read yet is replaced and screened as it is now; of what is public the new words
 * wait to be screened, and the old ones stand until then. The same words again change nothing. Stale: on another device it was changed
 * meanwhile. NotFound: it is somebody else's. Refused: notChangeable, changeRedacted, amendmentDecided, changeAppealed.
 */
export async function change(ctx: Ctx, kind: Kind, which: string, { texts, seen }: ChangeInput): Promise<void> {
	await transaction(ctx, async (ctx) => {
		const { subject, may } = await changeable(ctx, kind, which);
		obey(may);
		const same = texts.length === subject.texts.length && texts.every((text, at) => text === subject.texts[at]);
		if (same && subject.state !== 'rejected') return store.drop(ctx.db, subject.id, 'waiting');
		if (same) throw new Refused('textUnchanged');
		const now = (await lastChange(ctx, subject.id))?.texts ?? subject.texts;
		if (seen !== undefined && seen !== wordsMark(now)) throw staleText(subject, now);
		const isPublic = subject.state === 'published';
		const head = { id: newId(Date.parse(ctx.now)), subjectKind: kind, subjectId: subject.id, sentAt: ctx.now };
		await store.drop(ctx.db, subject.id, 'waiting');
		if (isPublic) await store.add(ctx.db, { ...head, texts: JSON.stringify(texts), outcome: null, decidedAt: null });
		else {
			const former = { texts: JSON.stringify(subject.texts), outcome: 'replaced', decidedAt: ctx.now };
			await store.add(ctx.db, { ...head, ...former });
			await reword(ctx, subject, texts, true);
		}
		const { consultationId } = subject;
		await record(ctx, { verb: 'subject.changed', subjectId: subject.id, consultationId, details: { kind } });
	});
}

function staleText({ kind }: Subject, texts: readonly string[]): Stale {
	const names = Object.keys(PARTS[kind]);
	const now = Object.fromEntries(names.map((name, at) => [name, texts[at] ?? '']));
	return new Stale('text', null, {}, { marks: { seen: wordsMark(texts) }, texts: now, others: [] });
}

/** For the desk: what waits, else what stood there before it was changed. Whoever calls has asked who may see it. */
export async function forDesk(ctx: Ctx, subjectId: string): Promise<Edition | null> {
	const rows = (await store.ofSubjects(ctx.db, [subjectId])).map(read);
	return rows.find(({ outcome }) => outcome === null) ?? rows.findLast(({ outcome }) => outcome === 'replaced') ?? null;
}

/** Subjects of the changes that wait, oldest first, unless it is asked otherwise. */
export async function waiting(
	ctx: Ctx,
	limit: number,
	from = FROM_OLDEST
): Promise<{ kind: Kind; id: string; sentAt: string; texts: string[] }[]> {
	return (await store.waiting(ctx.db, limit, from)).map(({ subjectKind, subjectId, sentAt, texts }) => ({
		...{ kind: KindName.parse(subjectKind), id: subjectId, sentAt, texts: textsIn(texts) }
	}));
}

export async function countWaiting(ctx: Ctx): Promise<number> {
	return store.countWaiting(ctx.db);
}

/**
 * Lets a changed text through, or not. Of what others have answered or supported, what they read stays readable beside it.
 * Refused: as for every screening; textChanged, when it is no longer what the moderator read; what `mayAcceptChange` says, when the
 * text cannot change any more: then the change lapses, and its author is told. Twice is once.
 */
export async function decideEdition(ctx: Ctx, form: EditionInput): Promise<void> {
	await transaction(ctx, async (ctx) => {
		const edition = found(await store.byId(ctx.db, form.edition), 'edition');
		const subject = await subjectOf(ctx, KindName.parse(edition.subjectKind), edition.subjectId);
		obey(mayScreen({ ...subject, person: ctx.person }));
		if (edition.outcome !== null) {
			const same = edition.outcome === (form.deed === 'accept' ? 'accepted' : 'refused');
			if (same) return;
			throw new Refused('alreadyScreened');
		}
		const texts = textsIn(edition.texts);
		if (form.seen !== wordsMark(texts)) throw new Refused('textChanged');
		const late = await acceptable(ctx, subject);
		if (form.deed === 'accept') obey(late);
		if (form.deed === 'lapse') obey(noWhen(late.ok, 'changeHolds'));
		const done = { decidedBy: ctx.person?.id ?? null, decidedAt: ctx.now };
		if (form.deed === 'accept') await takeOver(ctx, subject, { id: edition.id, texts }, done);
		else {
			const why = form.deed === 'refuse' ? { ground: form.ground, note: form.note || null } : {};
			await store.settle(ctx.db, edition.id, { ...done, ...why, outcome: 'refused' });
		}
		const details = { kind: subject.kind, outcome: form.deed === 'accept' ? 'accepted' : 'refused' };
		const { consultationId } = subject;
		await record(ctx, { verb: 'edition.decided', subjectId: subject.id, consultationId, details });
	});
}

async function takeOver(
	ctx: Ctx,
	subject: Subject,
	{ id, texts }: { id: string; texts: readonly string[] },
	done: { decidedBy: string | null; decidedAt: string }
): Promise<void> {
	const touched = await store.isTouched(ctx.db, subject.id);
	const former = touched ? JSON.stringify(subject.texts) : '[]';
	const settled = { ...done, outcome: 'accepted', texts: former, shownAt: touched ? ctx.now : null };
	await store.settle(ctx.db, id, settled);
	await reword(ctx, subject, texts, false);
}

/** For everybody: what stood there before, newest first. */
export async function former(ctx: Ctx, subjectId: string): Promise<{ texts: string[]; until: string }[]> {
	const rows = await store.ofSubjects(ctx.db, [subjectId]);
	return rows
		.flatMap(({ shownAt, texts }) => (shownAt === null ? [] : [{ texts: textsIn(texts), until: shownAt }]))
		.reverse();
}

/** For their author: changes that wait or were refused. Call it with ids of one's own only. */
export async function ownChanges(ctx: Ctx, ids: readonly string[]): Promise<Map<string, Edition>> {
	const rows = (await store.ofSubjects(ctx.db, ids)).filter(({ outcome }) => outcome !== 'replaced');
	return new Map(rows.map((row) => [row.subjectId, read(row)]));
}

/** Of one's own texts: every wording that is kept beside what stands there, and what became of it. Call it with ids of one's own only. */
export async function keptOf(ctx: Ctx, ids: readonly string[]) {
	return (await store.ofSubjects(ctx.db, ids)).map(({ subjectKind, subjectId, texts, ...row }) => {
		const { sentAt, outcome, ground, note, decidedAt } = row;
		return {
			kind: KindName.parse(subjectKind),
			subjectId,
			texts: textsIn(texts),
			sentAt,
			outcome,
			ground,
			note,
			decidedAt
		};
	});
}

/** Every text its author had for it: those that stood there before, that wait, that were not let through. */
export async function everyEdition(ctx: Ctx, subjectId: string): Promise<{ id: string; texts: string[] }[]> {
	return (await store.ofSubjects(ctx.db, [subjectId])).map(({ id, texts }) => ({ id, texts: textsIn(texts) }));
}

/** What was blackened in them stands there again. Of what is gone since, nothing comes back. Call it inside `transaction`. */
export async function restoreEditions(
	ctx: Ctx,
	subjectId: string,
	sealed: readonly { id: string; texts: readonly string[] }[]
): Promise<void> {
	const there = new Map((await everyEdition(ctx, subjectId)).map(({ id, texts }) => [id, texts.length]));
	for (const { id, texts } of sealed)
		if (there.get(id) === texts.length) await store.setTexts(ctx.db, id, JSON.stringify(texts));
}

/** The same passages go from what stood there before. Call it inside the transaction that blackens them. */
export async function blackenEditions(ctx: Ctx, subjectId: string, passages: readonly string[]): Promise<void> {
	for (const { id, texts } of await store.ofSubjects(ctx.db, [subjectId])) {
		let words: readonly string[] = textsIn(texts);
		for (const passage of passages) {
			const { texts: without, missing } = blacken(words, [passage]);
			if (missing === null) words = without;
		}
		await store.setTexts(ctx.db, id, JSON.stringify(words));
	}
}

/** It is public now: what was never public before needs nobody any more. Call it inside `transaction`. */
export async function forgetReplaced(ctx: Ctx, subjectId: string): Promise<void> {
	await store.drop(ctx.db, subjectId, 'replaced');
}

/** A chore: words that were never public go after a while. */
export async function emptyEditions(ctx: Ctx): Promise<void> {
	await transaction(ctx, ({ db, now }) => store.emptyBefore(db, earlier(now, KEPT)));
}
