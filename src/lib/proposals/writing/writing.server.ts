import * as consultations from '../../consultations/consultations.server.ts';
import type { Consultation } from '../../consultations/consultation.ts';
import { promiseFor } from '../../consultations/phases/answerPromise.ts';
import { mayEvaluate, mayPublish, type Purpose } from '../../people/consents/consent.ts';
import * as consents from '../../people/consents/consents.server.ts';
import { authorGroupOf, publicName } from '../../people/person.ts';
import { signedIn, type Ctx } from '../../server/ctx.ts';
import { nextNumber } from '../../server/db/counters.ts';
import { transaction } from '../../server/db/transaction.ts';
import { expectUnused } from '../../server/db/expectUnusedId.ts';
import { record } from '../../server/journal/journal.server.ts';
import { found, noWhen, NotFound, obey, Refused, Stale } from '../../verdict.ts';
import { mayEdit, mayPropose, ProposalForm, type DraftInput, type ProposalInput } from '../proposal.ts';
import { read, type Proposal } from '../reading.server.ts';
import { newDayId } from '../../server/ids.ts';
import { lastResidence } from '../residence/residence.server.ts';
import * as residences from '../residence/store.server.ts';
import * as sent from './store.server.ts';
import * as store from '../store.server.ts';
import { DAY, earlier } from '../../time.ts';

/** One's own draft, or one's organisation's. `changedAt` goes out with its form and comes back as `seen`. */
export async function draft(ctx: Ctx, id: string): Promise<Proposal & { changedAt: string }> {
	const row = found(await store.rowById(ctx.db, id), 'draft');
	const proposal = read(ctx, row);
	if (!proposal.mine || proposal.state !== 'draft') throw new NotFound('draft');
	return { ...proposal, changedAt: row.changedAt };
}

/** What stands on the first page: of this draft, or nothing yet. It carries the id of what it will make: sent twice, it makes one. */
export function formText(ctx: Ctx, draft: (Proposal & { changedAt: string }) | null) {
	const { id = newDayId(ctx.now), kind = '', body = '', language = '', changedAt: seen = '' } = draft ?? {};
	return { id, kind, body, language, seen };
}

async function write(ctx: Ctx, consultation: Consultation, form: DraftInput): Promise<void> {
	const person = signedIn(ctx);
	const known = await store.rowById(ctx.db, form.id);
	// Whoever guesses the id of somebody else's text learns nothing.
	if (known && known.authorId !== person.id) throw new NotFound('draft');
	const facts = { person, phases: consultation.phases, now: ctx.now };
	obey(known ? mayEdit({ ...facts, authorId: known.authorId, submittedAt: known.submittedAt }) : mayPropose(facts));
	const text = textAfter(consultation, known, form);
	if (known && !sameText(known, text)) expectUnchanged(known, form);
	if (known) await store.changeText(ctx.db, form.id, text, ctx.now);
	else {
		await expectUnused(ctx.db, form.id);
		const head = { id: form.id, consultationId: consultation.id, authorId: person.id };
		await store.addDraft(ctx.db, head, text, ctx.now);
	}
	// What is said for an organisation is said from nowhere in particular.
	const nowhere = person.organisationId !== null;
	if (nowhere || form.district !== undefined)
		await residences.put(ctx.db, form.id, nowhere ? null : (form.district ?? null));
}

/** What stands in the draft when this is written: what the form does not ask for stays. */
function textAfter(consultation: Consultation, known: Known | undefined, form: DraftInput): store.DraftText {
	const kind = form.kind ?? known?.kind ?? 'proposal';
	const evidence = form.evidence ?? known?.evidence ?? '';
	const field = consultation.fields.find((one) => one.slug === form.field)?.id ?? null;
	return {
		fieldId: form.field === undefined ? (known?.fieldId ?? null) : field,
		kind,
		title: form.title ?? known?.title ?? '',
		body: form.body ?? known?.body ?? '',
		evidence: kind === 'evidence' ? evidence || null : null,
		language: form.language ?? known?.language ?? 'de'
	};
}

/** What stands there was written after the form was filled: it is not overwritten. Not given: a program writes. */
function expectUnchanged(known: Known, form: Pick<DraftInput, 'seen' | 'title' | 'body' | 'evidence'>): void {
	if (form.seen === undefined || form.seen === known.changedAt) return;
	const texts = { title: known.title, body: known.body, evidence: known.evidence ?? '' };
	const asked = Object.entries(texts).filter(([name]) => Object.hasOwn(form, name));
	const current = { marks: { seen: known.changedAt }, texts: Object.fromEntries(asked), others: [] };
	throw new Stale('draft', 'draftChanged', {}, current);
}

interface Known extends store.DraftText {
	changedAt: string;
}

/** In its words; where it belongs is chosen, and chosen anew without loss. */
const sameText = (one: store.DraftText, other: store.DraftText) =>
	one.title === other.title &&
	one.body === other.body &&
	one.kind === other.kind &&
	(one.evidence ?? '') === (other.evidence ?? '');

/**
 * Keeps a half-finished text. The form carries the id, so sending it twice keeps one draft. Stale (draftChanged): a
 * colleague, or somebody on another device, has written on meanwhile.
 */
export async function saveDraft(ctx: Ctx, consultationId: string, form: DraftInput): Promise<void> {
	await transaction(ctx, async (ctx) => {
		const known = await store.rowById(ctx.db, form.id);
		if (known && known.number !== null && form.body !== undefined && known.authorId === ctx.person?.id)
			sentBefore(known, known.number, { title: known.title, body: form.body });
		// Nobody is asked twice where they live.
		const district = form.district === undefined && !known ? await lastResidence(ctx) : form.district;
		const said = district === undefined ? form : { ...form, district };
		await write(ctx, await consultations.byId(ctx, consultationId), said);
	});
}

/** One more step of a draft that is there. Refused and Stale: as `saveDraft`. */
export async function saveStep(ctx: Ctx, consultationId: string, step: DraftInput): Promise<void> {
	await transaction(ctx, async (ctx) => {
		signedIn(ctx);
		found(await store.rowById(ctx.db, step.id), 'draft');
		await write(ctx, await consultations.byId(ctx, consultationId), step);
	});
}

/** Keeps what somebody allows on the way to sending this draft. */
export async function allowFor(ctx: Ctx, id: string, purposes: readonly Purpose[]): Promise<void> {
	await transaction(ctx, async (ctx) => {
		signedIn(ctx);
		await draft(ctx, id);
		await consents.accept(ctx, purposes);
	});
}

/** What is still missing before it can be sent: the step on which it is said. */
export function missingIn(draft: Proposal): 'words' | 'topic' | null {
	const parsed = ProposalForm.safeParse(sendable(draft));
	if (parsed.success) return null;
	return parsed.error.issues.every(({ path }) => path[0] === 'evidence') ? 'topic' : 'words';
}

const sendable = ({ id, kind, title, body, evidence, language }: Proposal) => ({
	...{ id, kind, title, body, language, consents: [], district: '', field: '' },
	evidence: evidence ?? ''
});

/**
 * Sends a draft as it stands. Returns its number; twice is once. Refused: draftReadAgain, when a colleague has written on
 * since it was read, draftUnfinished, consentMissing and those of `mayPropose`.
 */
export async function sendDraft(ctx: Ctx, consultationId: string, form: { id: string; seen: string }): Promise<number> {
	return transaction(ctx, async (ctx) => {
		signedIn(ctx);
		const known = await sentAs(ctx, form.id);
		if (known !== null) return known;
		const text = await draft(ctx, form.id);
		obey(noWhen(text.changedAt !== form.seen, 'draftReadAgain'));
		const whole = ProposalForm.safeParse(sendable(text));
		if (!whole.success) throw new Refused('draftUnfinished');
		const consultation = await consultations.byId(ctx, consultationId);
		const field = consultation.fields.find((one) => one.id === text.fieldId)?.slug ?? '';
		const { district: _, seen: __, ...said } = whole.data;
		return submit(ctx, consultationId, { ...said, field });
	});
}

/** What one has sent of this draft, or null: whoever goes back to its form finds it there. */
export async function sentAs(ctx: Ctx, id: string): Promise<number | null> {
	const row = await store.rowById(ctx.db, id);
	return row && ctx.person && row.authorId === ctx.person.id ? row.number : null;
}

/** A colleague has sent it: another text than that must not get lost unseen. */
function sentBefore(
	known: NonNullable<store.ProposalRow>,
	number: number,
	form: Pick<ProposalInput, 'title' | 'body'>
): number {
	const untouched = !known.redactedAt && !known.withdrawnAt;
	if (untouched && (known.title !== form.title || known.body !== form.body))
		throw new Refused('draftSent', { number: String(number) });
	return number;
}

/** As `submitted`. Returns the number only. */
export async function submit(ctx: Ctx, consultationId: string, form: ProposalInput): Promise<number> {
	return (await submitted(ctx, consultationId, form)).number;
}

/**
 * Sends a text to moderation and freezes group and organisation. Sending the same form twice changes nothing; nor does
 * the same text in a form that a browser brought back: what is returned is what stands there, and its id need not be the form's.
 */
export async function submitted(
	ctx: Ctx,
	consultationId: string,
	form: ProposalInput
): Promise<{ id: string; number: number }> {
	return transaction(ctx, async (ctx) => {
		const person = signedIn(ctx);
		const known = await store.rowById(ctx.db, form.id);
		if (known?.authorId === person.id && known.number !== null)
			return { id: known.id, number: sentBefore(known, known.number, form) };
		const same = await sent.sameSent(ctx.db, { authorId: person.id, ...form }, earlier(ctx.now, DAY));
		if (same !== null) return same;
		const consultation = await consultations.byId(ctx, consultationId);
		if (form.field !== '')
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
			submittedAt: ctx.now,
			...promiseFor(consultation.phases, authorGroupOf(person), ctx.now)
		});
		await record(ctx, { verb: 'proposal.submitted', subjectId: form.id, consultationId, details: { number } });
		return { id: form.id, number };
	});
}

/** Stale: somebody has written on meanwhile, and that has not been read. */
export async function removeDraft(ctx: Ctx, id: string, seen?: string): Promise<void> {
	await transaction(ctx, async (ctx) => {
		expectUnchanged(await draft(ctx, id), {
			...(seen === undefined ? {} : { seen }),
			title: '',
			body: '',
			evidence: ''
		});
		await store.removeDraft(ctx.db, id);
	});
}
