import { z } from 'zod';
import { isApprovedByAnother, mayApproveKind } from '../approvals/approval.ts';
import { words, wordsIfAny } from '../form.ts';
import { hasRole, type Person } from '../people/person.ts';
import { all, noWhen, type Verdict } from '../verdict.ts';
import { Figures } from './figures.ts';

export const REPORT_TITLE_MAX = 160;
export const FOREWORD_MAX = 20_000;

/** `id` is the id it will have: sent twice, it is one report. */
export const ReportForm = z.object({
	id: z.uuid('wrong'),
	title: words(REPORT_TITLE_MAX),
	foreword: wordsIfAny(FOREWORD_MAX)
});
export type ReportInput = z.output<typeof ReportForm>;

/** The revision that was read: a change meanwhile by somebody else must not be overwritten. */
const revision = z.coerce.number('wrong').int('wrong');

export const ReportChangeForm = z.object({ revision, ...ReportForm.omit({ id: true }).shape });
export type ReportChange = z.output<typeof ReportChangeForm>;
export const RevisionForm = z.object({ revision });
/** `state`: digest of what was on the screen. */
export const ApproveForm = z.object({ state: z.string('wrong').max(64, 'wrong') });
/** `id` of the draft, which the report keeps: sent twice, it is published once. */
export const PublishForm = z.object({ id: z.uuid('wrong'), revision });
export type PublishInput = z.output<typeof PublishForm>;

/**
 * A report as it is kept, as canonical JSON, and offered for download: its digest is the SHA-256 of exactly that text
 * (`sha256sum bericht-1.json`). `previous` is the digest of the report before, so that a change in any report shows in
 * every later one.
 */
export const FrozenReport = z.strictObject({
	shape: z.literal(1),
	number: z.number().int().positive(),
	title: z.string(),
	/** Markdown. */
	foreword: z.string(),
	previous: z.string().nullable(),
	figures: Figures
});
export type FrozenReport = z.output<typeof FrozenReport>;

/** Reporting is bound to no phase: the committee may ask at any time, also when all phases are over. */
export function mayDraftReport(person: Person | null): Verdict {
	return all(noWhen(person === null, 'signInFirst'), noWhen(!hasRole(person, 'editor', 'publisher'), 'roleMissing'));
}

export function mayApproveReport(person: Person | null): Verdict {
	return mayApproveKind(person, 'report');
}

/** Four eyes: of two people with the role, one approves and the other publishes. */
export function mayReport(person: Person | null, approvedBy: readonly string[]): Verdict {
	return all(mayApproveReport(person), isApprovedByAnother(person, approvedBy));
}

/** Who sees the figures before they are published. */
export function mayPreview(person: Person | null): Verdict {
	const staff = hasRole(person, 'editor', 'publisher', 'admin');
	return all(noWhen(person === null, 'signInFirst'), noWhen(!staff, 'roleMissing'));
}
