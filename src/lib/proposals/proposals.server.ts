import * as consultations from '../consultations/consultations.server.ts';
import type { Consultation } from '../consultations/consultation.ts';
import { GroupName, publicName, type Group } from '../people/person.ts';
import type { Ctx } from '../server/ctx.ts';
import { nextNumber } from '../server/db/counters.ts';
import { together } from '../server/db/together.ts';
import { record } from '../server/journal/journal.server.ts';
import { found, NotFound, obey, Refused } from '../verdict.ts';
import { Cursor } from './cursor.ts';
import {
	KINDS,
	mayEdit,
	mayPropose,
	maySupport,
	stateOf,
	type DraftInput,
	type Kind,
	type ListInput,
	type ProposalInput,
	type State
} from './proposal.ts';
import { z } from 'zod';
import * as store from './store.server.ts';

export const PAGE = 20;
const KindName = z.enum(KINDS);

export interface Proposal {
	id: string;
	/** 0 while a draft. */
	number: number;
	consultationId: string;
	fieldId: string | null;
	field: string | null;
	kind: Kind;
	title: string;
	body: string;
	evidence: string | null;
	authorName: string | null;
	authorGroup: Group | null;
	organisation: string | null;
	state: State;
	createdAt: string;
	submittedAt: string | null;
	publishedAt: string | null;
	redactedAt: string | null;
	supportCount: number;
	commentCount: number;
	originUrl: string | null;
	/** Whether the one who asks wrote it. Never says who did. */
	mine: boolean;
}

function read(ctx: Ctx, row: NonNullable<store.ProposalRow>): Proposal {
	const { authorId, changedAt: _c, rejectedAt: _r, hiddenAt: _h, origin: _o, ...rest } = row;
	return {
		...rest,
		number: row.number ?? 0,
		kind: KindName.parse(row.kind),
		authorGroup: row.authorGroup === null ? null : GroupName.parse(row.authorGroup),
		state: stateOf(row),
		mine: ctx.person !== null && authorId === ctx.person.id
	};
}

/** One page of the public list. `next` is the cursor of the following page, or null. */
export async function list(
	ctx: Ctx,
	consultationId: string,
	ask: ListInput
): Promise<{ proposals: Proposal[]; next: string | null }> {
	const cursor = Cursor.read(ask.sort, ask.after);
	const rows = await store.publishedPage(ctx.db, consultationId, ask, cursor, PAGE);
	const proposals = rows.slice(0, PAGE).map((row) => read(ctx, row));
	const last = proposals.at(-1);
	return { proposals, next: rows.length > PAGE && last ? Cursor.write(ask.sort, last) : null };
}

/** What the one who asks may see: what is published, and one's own. Everything else is not found. */
export async function byNumber(ctx: Ctx, number: number): Promise<Proposal> {
	const row = await store.rowByNumber(ctx.db, number);
	const proposal = row ? read(ctx, row) : null;
	if (!proposal || (proposal.state !== 'published' && !proposal.mine)) throw new NotFound('proposal');
	return proposal;
}

/** Several published ones by id, e.g. the sources of a point; hidden ones are left out. */
export async function published(ctx: Ctx, ids: readonly string[]): Promise<Proposal[]> {
	const rows = await store.rowsById(ctx.db, ids);
	return rows.map((row) => read(ctx, row)).filter((proposal) => proposal.state === 'published');
}

/** All of one's own, drafts included, newest first. */
export async function mine(ctx: Ctx): Promise<Proposal[]> {
	if (!ctx.person) throw new Refused('signInFirst');
	const rows = await store.rowsOfAuthor(ctx.db, ctx.person.id);
	return rows.map((row) => read(ctx, row));
}

/** One's own draft. */
export async function draft(ctx: Ctx, id: string): Promise<Proposal> {
	const row = found(await store.rowById(ctx.db, id), 'draft');
	const proposal = read(ctx, row);
	if (!proposal.mine || proposal.state !== 'draft') throw new NotFound('draft');
	return proposal;
}

async function write(ctx: Ctx, consultation: Consultation, form: DraftInput | ProposalInput): Promise<void> {
	const person = ctx.person;
	if (!person) throw new Refused('signInFirst');
	const known = await store.rowById(ctx.db, form.id);
	// Whoever guesses the id of somebody else's text learns nothing.
	if (known && known.authorId !== person.id) throw new NotFound('draft');
	const facts = { person, phases: consultation.phases, now: ctx.now };
	obey(known ? mayEdit({ ...facts, authorId: known.authorId, submittedAt: known.submittedAt }) : mayPropose(facts));
	const field = consultation.fields.find((one) => one.slug === form.field);
	const text = {
		fieldId: field?.id ?? null,
		kind: form.kind,
		title: form.title,
		body: form.body,
		evidence: form.kind === 'evidence' ? form.evidence || null : null
	};
	if (known) await store.changeText(ctx.db, form.id, text, ctx.now);
	else {
		const head = { id: form.id, consultationId: consultation.id, authorId: person.id };
		await store.addDraft(ctx.db, head, text, ctx.now);
	}
}

/** Keeps a half-finished text. The form carries the id, so sending it twice keeps one draft. */
export async function saveDraft(ctx: Ctx, consultationId: string, form: DraftInput): Promise<void> {
	await together(ctx, async (ctx) => {
		await write(ctx, await consultations.byId(ctx, consultationId), form);
	});
}

/**
 * Sends a text to moderation and freezes group and organisation. Returns its number. Sending the same form twice
 * changes nothing and returns the same number.
 */
export async function submit(ctx: Ctx, consultationId: string, form: ProposalInput): Promise<number> {
	return together(ctx, async (ctx) => {
		const person = ctx.person;
		if (!person) throw new Refused('signInFirst');
		const known = await store.rowById(ctx.db, form.id);
		if (known?.authorId === person.id && known.number !== null) return known.number;
		const consultation = await consultations.byId(ctx, consultationId);
		found(
			consultation.fields.find((field) => field.slug === form.field),
			'field'
		);
		await write(ctx, consultation, form);
		const number = await nextNumber(ctx, 'proposal');
		await store.submit(ctx.db, form.id, {
			number,
			authorName: publicName(person),
			authorGroup: person.group,
			organisationId: person.organisationId,
			submittedAt: ctx.now
		});
		await record(ctx, { verb: 'proposal.submitted', subjectId: form.id, consultationId, details: { number } });
		return number;
	});
}

export async function removeDraft(ctx: Ctx, id: string): Promise<void> {
	await together(ctx, async (ctx) => {
		await draft(ctx, id);
		await store.removeDraft(ctx.db, id);
	});
}

/** Support it, or take the support back. Doing the same twice changes nothing. */
export async function support(ctx: Ctx, number: number, wanted: boolean): Promise<void> {
	await together(ctx, async (ctx) => {
		const row = found(await store.rowByNumber(ctx.db, number), 'proposal');
		const { phases } = await consultations.byId(ctx, row.consultationId);
		const state = stateOf(row);
		obey(maySupport({ person: ctx.person, phases, now: ctx.now, authorId: row.authorId, state }));
		if (!ctx.person) throw new Refused('signInFirst');
		const changed = wanted
			? await store.addSupport(
					ctx.db,
					{ proposalId: row.id, personId: ctx.person.id, group: ctx.person.group },
					ctx.now
				)
			: await store.removeSupport(ctx.db, row.id, ctx.person.id);
		if (changed) await store.addToCount(ctx.db, row.id, 'supportCount', wanted ? 1 : -1);
	});
}

/** Which of these the one who asks supports. */
export async function supported(ctx: Ctx, ids: readonly string[]): Promise<Set<string>> {
	return new Set(ctx.person ? await store.supportedBy(ctx.db, ctx.person.id, ids) : []);
}

/** Comments keep their count here, in their own transaction. */
export async function countComment(ctx: Ctx, id: string, change: 1 | -1): Promise<void> {
	await store.addToCount(ctx.db, id, 'commentCount', change);
}

/** What moderation sees and decides about: everything that was ever submitted. */
export async function forModeration(ctx: Ctx, id: string): Promise<Proposal & { authorId: string | null }> {
	const row = found(await store.rowById(ctx.db, id), 'proposal');
	if (!row.submittedAt) throw new NotFound('proposal');
	return { ...read(ctx, row), authorId: row.authorId };
}

/** Oldest first. */
export async function waiting(ctx: Ctx, limit: number): Promise<Proposal[]> {
	return (await store.waiting(ctx.db, limit)).map((row) => read(ctx, row));
}

export async function countWaiting(ctx: Ctx): Promise<number> {
	return store.countWaiting(ctx.db);
}

export type Deed =
	| { deed: 'publish' | 'reject' | 'hide' | 'restore' }
	| { deed: 'redact'; title: string; body: string };

/** Carries out what moderation decided; the rules are moderation's. Call it inside its transaction. */
export async function screened(ctx: Ctx, id: string, deed: Deed): Promise<void> {
	const row = found(await store.rowById(ctx.db, id), 'proposal');
	if (deed.deed === 'publish') await store.setMoments(ctx.db, id, { publishedAt: ctx.now, rejectedAt: null });
	if (deed.deed === 'reject') await store.setMoments(ctx.db, id, { rejectedAt: ctx.now });
	if (deed.deed === 'hide') await store.setMoments(ctx.db, id, { hiddenAt: ctx.now });
	if (deed.deed === 'restore') await store.setMoments(ctx.db, id, { hiddenAt: null });
	if (deed.deed === 'redact') {
		await store.changeText(ctx.db, id, { title: deed.title, body: deed.body }, ctx.now);
		await store.setMoments(ctx.db, id, { redactedAt: ctx.now });
	}
	const after = found(await store.rowById(ctx.db, id), 'proposal');
	await store.index(ctx.db, id, stateOf(after) === 'published' ? after : null);
	if (deed.deed === 'publish') {
		const details = { number: row.number ?? 0, title: row.title };
		await record(ctx, { verb: 'proposal.published', subjectId: id, consultationId: row.consultationId, details });
	}
}

/** Ids of everything a version of this consultation has to answer, in order of number. */
export async function inScope(ctx: Ctx, consultationId: string): Promise<string[]> {
	return store.idsInScope(ctx.db, consultationId);
}

/** Published contributions by the group frozen in them. */
export async function countByGroup(ctx: Ctx, consultationId: string): Promise<Record<Group, number>> {
	const counts = { affected: 0, practice: 0, research: 0, none: 0 };
	for (const row of await store.countsByGroup(ctx.db, consultationId)) {
		counts[GroupName.catch('none').parse(row.group)] += row.count;
	}
	return counts;
}

export interface ImportRow {
	id: string;
	consultationId: string;
	fieldId: string;
	kind: Kind;
	title: string;
	body: string;
	authorName: string;
	origin: string;
	originId: string;
	originUrl: string | null;
}

/** Takes over published contributions of another process, with where they are from. Call with rows not yet known. */
export async function takeOver(ctx: Ctx, rows: readonly ImportRow[]): Promise<void> {
	await together(ctx, async (ctx) => {
		for (const row of rows) {
			const number = await nextNumber(ctx, 'proposal');
			await store.addImported(
				ctx.db,
				{ ...row, number, evidence: null, authorGroup: 'none', publishedAt: ctx.now },
				ctx.now
			);
			await store.index(ctx.db, row.id, { title: row.title, body: row.body, evidence: null });
			const { consultationId } = row;
			await record(ctx, { verb: 'proposal.imported', subjectId: row.id, consultationId, details: { number } });
		}
	});
}

export async function knownOriginIds(ctx: Ctx, origin: string): Promise<Set<string>> {
	return new Set(await store.knownOriginIds(ctx.db, origin));
}
