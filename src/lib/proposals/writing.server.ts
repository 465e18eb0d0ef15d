import * as consultations from '../consultations/consultations.server.ts';
import type { Consultation } from '../consultations/consultation.ts';
import { mayEvaluate, mayPublish } from '../people/consent.ts';
import * as consents from '../people/consents.server.ts';
import { authorGroupOf, publicName } from '../people/person.ts';
import { signedIn, type Ctx } from '../server/ctx.ts';
import { nextNumber } from '../server/db/counters.ts';
import { together } from '../server/db/together.ts';
import { expectUnused } from '../server/db/unused.ts';
import { record } from '../server/journal/journal.server.ts';
import { found, NotFound, obey, Refused, Stale } from '../verdict.ts';
import { mayEdit, mayPropose, type DraftInput, type ProposalInput } from './proposal.ts';
import { read, type Proposal } from './reading.server.ts';
import * as residences from './residence.store.server.ts';
import * as sent from './sent.store.server.ts';
import * as store from './store.server.ts';

/** One's own draft, or one's organisation's. `changedAt` goes out with its form and comes back as `seen`. */
export async function draft(ctx: Ctx, id: string): Promise<Proposal & { changedAt: string }> {
	const row = found(await store.rowById(ctx.db, id), 'draft');
	const proposal = read(ctx, row);
	if (!proposal.mine || proposal.state !== 'draft') throw new NotFound('draft');
	return { ...proposal, changedAt: row.changedAt };
}

async function write(ctx: Ctx, consultation: Consultation, form: DraftInput | ProposalInput): Promise<void> {
	const person = signedIn(ctx);
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
		evidence: form.kind === 'evidence' ? form.evidence || null : null,
		language: form.language ?? 'de'
	};
	if (known && !sameText(known, text)) expectUnchanged(known, form.seen);
	if (known) await store.changeText(ctx.db, form.id, text, ctx.now);
	else {
		await expectUnused(ctx.db, form.id);
		const head = { id: form.id, consultationId: consultation.id, authorId: person.id };
		await store.addDraft(ctx.db, head, text, ctx.now);
	}
	// What is said for an organisation is said from nowhere in particular.
	await residences.put(ctx.db, form.id, person.organisationId === null ? (form.district ?? null) : null);
}

/** What stands there was written after the form was filled: it is not overwritten. Not given: a program writes. */
function expectUnchanged({ title, body, evidence, changedAt }: Text & { changedAt: string }, seen?: string): void {
	if (seen === undefined || seen === changedAt) return;
	const texts = { title, body, evidence: evidence ?? '' };
	throw new Stale('draft', 'draftChanged', {}, { marks: { seen: changedAt }, texts, others: [] });
}

interface Text {
	title: string;
	body: string;
	kind: string;
	evidence: string | null;
	fieldId: string | null;
}

const sameText = (one: Text, other: Text) =>
	one.title === other.title &&
	one.body === other.body &&
	one.kind === other.kind &&
	one.fieldId === other.fieldId &&
	(one.evidence ?? '') === (other.evidence ?? '');

/**
 * Keeps a half-finished text. The form carries the id, so sending it twice keeps one draft. Stale (draftChanged): a
 * colleague, or somebody on another device, has written on meanwhile.
 */
export async function saveDraft(ctx: Ctx, consultationId: string, form: DraftInput): Promise<void> {
	await together(ctx, async (ctx) => {
		await write(ctx, await consultations.byId(ctx, consultationId), form);
	});
}

/** What one has sent of this draft, or null: whoever goes back to its form finds it there. */
export async function sentAs(ctx: Ctx, id: string): Promise<number | null> {
	const row = await store.rowById(ctx.db, id);
	return row && ctx.person && row.authorId === ctx.person.id ? row.number : null;
}

/** A colleague has sent it: another text than that must not get lost unseen. */
function sentBefore(known: NonNullable<store.ProposalRow>, number: number, form: ProposalInput): number {
	const untouched = !known.redactedAt && !known.withdrawnAt;
	if (untouched && (known.title !== form.title || known.body !== form.body))
		throw new Refused('draftSent', { number: String(number) });
	return number;
}

const aDayBefore = (now: string) => new Date(Date.parse(now) - 24 * 60 * 60 * 1000).toISOString();

/**
 * Sends a text to moderation and freezes group and organisation. Returns its number. Sending the same form twice
 * changes nothing and returns the same number; so does the same text in a form that a browser brought back.
 */
export async function submit(ctx: Ctx, consultationId: string, form: ProposalInput): Promise<number> {
	return together(ctx, async (ctx) => {
		const person = signedIn(ctx);
		const known = await store.rowById(ctx.db, form.id);
		if (known?.authorId === person.id && known.number !== null) return sentBefore(known, known.number, form);
		const same = await sent.numberOfSame(ctx.db, { authorId: person.id, ...form }, aDayBefore(ctx.now));
		if (same !== null) return same;
		const consultation = await consultations.byId(ctx, consultationId);
		found(
			consultation.fields.find((field) => field.slug === form.field),
			'field'
		);
		await write(ctx, consultation, form);
		const allowed = await consents.accept(ctx, form.consents);
		obey(mayEvaluate(allowed));
		if (!mayPublish(allowed).ok) await store.setMoments(ctx.db, form.id, { withheldAt: ctx.now });
		const number = await nextNumber(ctx, 'proposal');
		await store.submit(ctx.db, form.id, {
			number,
			authorName: publicName(person),
			authorGroup: authorGroupOf(person),
			organisationId: person.organisationId,
			submittedAt: ctx.now
		});
		await record(ctx, { verb: 'proposal.submitted', subjectId: form.id, consultationId, details: { number } });
		return number;
	});
}

/** Stale: somebody has written on meanwhile, and that has not been read. */
export async function removeDraft(ctx: Ctx, id: string, seen?: string): Promise<void> {
	await together(ctx, async (ctx) => {
		expectUnchanged(await draft(ctx, id), seen);
		await store.removeDraft(ctx.db, id);
	});
}
