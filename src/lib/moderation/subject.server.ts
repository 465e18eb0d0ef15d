import * as amendments from '../amendments/amendments.server.ts';
import * as comments from '../comments/comments.server.ts';
import * as proposals from '../proposals/proposals.server.ts';
import type { Ctx } from '../server/ctx.ts';
import { blacken } from './redaction.ts';
import * as store from './store.server.ts';
import type { Kind, State } from './screening.ts';
import { Refused } from '../verdict.ts';

/** A contribution, a comment or an amendment as moderation handles it: the same shape for all three. */
export interface Subject {
	kind: Kind;
	id: string;
	state: State;
	consultationId: string;
	authorId: string | null;
	/** Who typed it for somebody else. */
	scribeId: string | null;
	organisation: string | null;
	/** Passages are blackened in it. */
	redacted: boolean;
	/** Of an amendment: something was made of it. */
	decided: boolean;
	/** Everything that can be redacted, in the order of `withTexts`. */
	texts: readonly string[];
	withTexts(texts: readonly string[]): Redacted;
}

type Redacted = { title: string; body: string; evidence: string | null; reason: string };

export async function subjectOf(ctx: Ctx, kind: Kind, id: string): Promise<Subject> {
	const scribeId = (await store.scribesOf(ctx.db, [id])).get(id) ?? null;
	if (kind === 'proposal') return { ...ofProposal(await proposals.forModeration(ctx, id)), scribeId };
	if (kind === 'amendment') return { ...ofAmendment(await amendments.forModeration(ctx, id)), scribeId };
	return { ...ofComment(await comments.forModeration(ctx, id)), scribeId };
}

type Text = Omit<Subject, 'scribeId'>;

function ofProposal(proposal: Awaited<ReturnType<typeof proposals.forModeration>>): Text {
	const { id, state, consultationId, authorId, organisation, title, body, evidence } = proposal;
	const texts = [title, body, evidence ?? ''];
	const withTexts = ([title = '', body = '', source = '']: readonly string[]) => ({
		title,
		body,
		evidence: evidence === null ? null : source,
		reason: ''
	});
	const own = { redacted: proposal.redactedAt !== null, decided: false };
	return { kind: 'proposal', id, state, consultationId, authorId, organisation, ...own, texts, withTexts };
}

function ofComment(comment: Awaited<ReturnType<typeof comments.forModeration>>): Text {
	const { id, state, consultationId, authorId, organisation, body } = comment;
	const withTexts = ([body = '']: readonly string[]) => ({ title: '', body, evidence: null, reason: '' });
	const own = { redacted: comment.redactedAt !== null, decided: false };
	return { kind: 'comment', id, state, consultationId, authorId, organisation, ...own, texts: [body], withTexts };
}

function ofAmendment(amendment: Awaited<ReturnType<typeof amendments.forModeration>>): Text {
	const { id, state, consultationId, authorId, organisation, title, body, reason } = amendment;
	const texts = [title, body, reason];
	const withTexts = ([title = '', body = '', reason = '']: readonly string[]) => ({
		title,
		body,
		evidence: null,
		reason
	});
	const own = { redacted: amendment.redactedAt !== null, decided: amendment.isDecided };
	return { kind: 'amendment', id, state, consultationId, authorId, organisation, ...own, texts, withTexts };
}

export async function carryOut(
	ctx: Ctx,
	subject: Subject,
	deed: 'publish' | 'reject' | 'hide' | 'restore' | 'reopen'
): Promise<void> {
	if (subject.kind === 'proposal') await proposals.screened(ctx, subject.id, { deed });
	else if (subject.kind === 'amendment') await amendments.screened(ctx, subject.id, { deed });
	else await comments.screened(ctx, subject.id, { deed });
}

/**
 * Blackens what stands there now. `editions`: what its author had or has in its place, where a passage may stand as well, or alone.
 * Refused: passageNotFound, when one of them is in none of all these texts; then nothing is blackened.
 */
export async function redact(
	ctx: Ctx,
	subject: Subject,
	passages: readonly string[],
	editions: readonly string[]
): Promise<void> {
	const { texts, missing } = blacken([...subject.texts, ...editions], passages);
	if (missing !== null) throw new Refused('passageNotFound', { passage: missing });
	await putWords(ctx, subject, texts.slice(0, subject.texts.length));
}

/** What stood there before passages were blackened stands there again. */
export async function restoreWords(ctx: Ctx, subject: Subject, texts: readonly string[]): Promise<void> {
	await putWords(ctx, subject, texts, true);
}

async function putWords(ctx: Ctx, subject: Subject, texts: readonly string[], restored?: true): Promise<void> {
	const { body, ...rest } = subject.withTexts(texts);
	const deed = { deed: 'redact', body, restored } as const;
	if (subject.kind === 'proposal') await proposals.screened(ctx, subject.id, { ...deed, ...rest });
	else if (subject.kind === 'amendment') await amendments.screened(ctx, subject.id, { ...deed, ...rest });
	else await comments.screened(ctx, subject.id, deed);
}

/** The words of its author take the place of those that stand there. `resent`: after a refusal, it is screened again. */
export async function reword(ctx: Ctx, subject: Subject, texts: readonly string[], resent: boolean): Promise<void> {
	const { body, ...rest } = subject.withTexts(texts);
	const deed = { deed: 'reword', body, resent } as const;
	if (subject.kind === 'proposal') await proposals.screened(ctx, subject.id, { ...deed, ...rest });
	else if (subject.kind === 'amendment') await amendments.screened(ctx, subject.id, { ...deed, ...rest });
	else await comments.screened(ctx, subject.id, deed);
}
