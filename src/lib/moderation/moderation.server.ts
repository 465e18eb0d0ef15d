import { z } from 'zod';
import type { Ctx } from '../server/ctx.ts';
import { together } from '../server/db/together.ts';
import { record, type JournalVerb } from '../server/journal/journal.server.ts';
import { NotFound, obey, Refused } from '../verdict.ts';
import { DEEDS, GROUNDS, KINDS, mayDecide, mayModerate, ORIGINAL_DAYS } from './screening.ts';
import type { DecisionInput, DeedName, Ground, Kind } from './screening.ts';
import * as store from './store.server.ts';
import { carryOut, redact, subjectOf, type Subject } from './subject.server.ts';

export { desk, next, queue, type Desk, type Queue, type Waiting } from './queue.server.ts';

const DAY = 24 * 60 * 60 * 1000;
const KindName = z.enum(KINDS);
const DeedWord = z.enum(DEEDS);
const GroundName = z.enum(GROUNDS).nullable();

/** `published` has an entry of its own in the journal, written by the room it belongs to. */
const VERB: Readonly<Record<Exclude<DeedName, 'publish'>, JournalVerb>> = {
	reject: 'subject.rejected',
	hide: 'subject.hidden',
	restore: 'subject.restored',
	redact: 'subject.redacted'
};

/**
 * Publishes, rejects, hides, restores or redacts. Refused: alreadyScreened, when it is no longer in the state the
 * moderator saw. The same form sent twice changes nothing.
 */
export async function decide(ctx: Ctx, form: DecisionInput): Promise<void> {
	await together(ctx, async (ctx) => {
		obey(mayModerate(ctx.person));
		if (await isDone(ctx, form)) return;
		const subject = await subjectOf(ctx, form.kind, form.subjectId);
		obey(mayDecide({ person: ctx.person, ...subject, deed: form.deed, seen: form.seen }));
		await remember(ctx, form);
		if (form.deed === 'redact') await sealAndRedact(ctx, subject, form);
		else await carryOut(ctx, subject, form.deed);
		await tell(ctx, subject, form);
	});
}

async function isDone(ctx: Ctx, form: DecisionInput): Promise<boolean> {
	const known = await store.byId(ctx.db, form.id);
	if (!known) return false;
	if (known.deed === form.deed && known.subjectId === form.subjectId && known.moderatorId === ctx.person?.id) return true;
	throw new Refused('alreadyScreened');
}

async function remember(ctx: Ctx, form: DecisionInput): Promise<void> {
	if (!ctx.person) throw new Refused('signInFirst');
	const reasoned = form.deed === 'reject' || form.deed === 'hide';
	await store.add(ctx.db, {
		id: form.id,
		subjectKind: form.kind,
		subjectId: form.subjectId,
		deed: form.deed,
		ground: reasoned ? form.ground : form.deed === 'redact' ? 'personal' : null,
		note: reasoned ? form.note || null : null,
		moderatorId: ctx.person.id,
		at: ctx.now
	});
}

async function sealAndRedact(ctx: Ctx, subject: Subject, form: DecisionInput & { deed: 'redact' }): Promise<void> {
	const sealed = ctx.house.keys.seal(JSON.stringify(subject.texts));
	const dropAt = new Date(Date.parse(ctx.now) + ORIGINAL_DAYS * DAY).toISOString();
	await store.seal(ctx.db, { screeningId: form.id, sealed, dropAt });
	await redact(ctx, subject, form.passages);
}

async function tell(ctx: Ctx, subject: Subject, form: DecisionInput): Promise<void> {
	if (form.deed === 'publish') return;
	const ground = 'ground' in form ? { ground: form.ground } : {};
	const details = { kind: subject.kind, ...ground };
	await record(ctx, { verb: VERB[form.deed], subjectId: subject.id, consultationId: subject.consultationId, details });
}

/** A chore: forgets the sealed texts whose time is over. Returns how many. */
export async function dropOriginals(ctx: Ctx): Promise<number> {
	return together(ctx, async (ctx) => {
		const count = await store.dropOriginals(ctx.db, ctx.now);
		if (count > 0) await record(ctx, { verb: 'originals.dropped', subjectId: 'originals', details: { count } });
		return count;
	});
}

export interface Decision {
	deed: 'reject' | 'hide' | 'redact';
	ground: Ground | null;
	note: string | null;
	at: string;
}

/** What still stands against these texts, for their author: call it with ids of one's own only. */
export async function decisionsFor(ctx: Ctx, ids: readonly string[]): Promise<Map<string, Decision>> {
	const standing = new Map<string, Decision>();
	const redactions = new Map<string, Decision>();
	for (const row of await store.ofSubjects(ctx.db, ids)) {
		const deed = DeedWord.parse(row.deed);
		const { note, at, subjectId } = row;
		// Shown again after all: a redaction stays true, a refusal does not.
		if (deed === 'publish' || deed === 'restore') standing.delete(subjectId);
		else (deed === 'redact' ? redactions : standing).set(subjectId, { deed, ground: GroundName.parse(row.ground), note, at });
	}
	return new Map([...redactions, ...standing]);
}

export interface Entry {
	id: string;
	at: string;
	kind: Kind;
	deed: DeedName;
	ground: Ground | null;
}

function entry(row: NonNullable<Awaited<ReturnType<typeof store.byId>>>): Entry & { subjectId: string; note: string | null } {
	const { id, at, subjectId, note } = row;
	const words = { kind: KindName.parse(row.subjectKind), deed: DeedWord.parse(row.deed) };
	return { id, at, subjectId, note, ...words, ground: GroundName.parse(row.ground) };
}

export const LOG_PAGE = 50;
const INTERVENTIONS = DEEDS.filter((deed) => deed !== 'publish');

/** For everybody: what was done against a text, when and on which ground; never to whose, by whom, or its words. */
export async function log(ctx: Ctx, cursor: string | null): Promise<{ entries: Entry[]; next: string | null }> {
	const before = (cursor && (await store.byId(ctx.db, cursor))) || null;
	const rows = await store.latest(ctx.db, INTERVENTIONS, before, LOG_PAGE + 1);
	const entries = rows.slice(0, LOG_PAGE).map((row) => {
		const { id, at, kind, deed, ground } = entry(row);
		return { id, at, kind, deed, ground };
	});
	return { entries, next: rows.length > LOG_PAGE ? (entries.at(-1)?.id ?? null) : null };
}
