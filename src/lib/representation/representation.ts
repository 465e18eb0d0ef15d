import { z } from 'zod';
import { mayApproveKind } from '../approvals/approval.ts';
import { publicReasonIfAny, seenField, type OptionalSeen } from '../form.ts';
import type { Person } from '../people/person.ts';
import { all, noWhen, type Verdict } from '../verdict.ts';
import type { Audit, Violation } from './audit/audit.ts';
import { WEIGHINGS, type Weighing } from './audit/weighing.ts';
import type { Candidate, Origins } from './origins.ts';

export const JUSTIFICATION_MAX = 1_000;

/** There is a form for each cluster on the page, each with a field of its own. */
export const reasonField = (cluster: number) => `reason-${cluster}`;

/** Why a cluster is left out although people may expect it; empty: no reason (any more). */
export const JustifyForm = z
	.looseObject({
		version: z.uuid('wrong'),
		/** Of the cluster. */
		number: z.coerce.number('wrong').int('wrong').positive('wrong'),
		seen: seenField
	})
	.transform(({ version, number, seen, ...typed }, { addIssue }) => {
		const name = reasonField(number);
		const reason = publicReasonIfAny(JUSTIFICATION_MAX).safeParse(typed[name]);
		for (const { message } of reason.error?.issues ?? []) addIssue({ code: 'custom', message, path: [name] });
		return { version, cluster: number, seen, reason: reason.data ?? '' };
	});
export type JustifyInput = OptionalSeen<z.output<typeof JustifyForm>>;

/** Whoever lets a version out says why somebody is left out: it is their decision. */
export function mayJustify(person: Person | null, version: { publishedAt: string | null }): Verdict {
	return all(mayApproveKind(person, 'version'), noWhen(version.publishedAt !== null, 'versionFrozen'));
}

/** Contributions behind which nobody stands who could be counted. */
interface Uncounted {
	organisations: number;
	unknown: number;
}

/** Whom a draft stands for, exactly; for staff. */
export interface OriginsAudit extends Origins {
	audits: Readonly<Record<Weighing, Audit>>;
	uncounted: Uncounted;
}

/** A cluster that is left out although people may expect it. */
export interface OwedCluster {
	cluster: NonNullable<Candidate['cluster']>;
	/** Only where it is a violation when people are weighed so. */
	by: Readonly<Partial<Record<Weighing, Violation>>>;
}

/** Every left-out cluster that somebody may expect, however people are weighed; in the order of their numbers. */
export function owedIn({ candidates, audits }: Pick<OriginsAudit, 'candidates' | 'audits'>): OwedCluster[] {
	const owed = new Map<number, Partial<Record<Weighing, Violation>>>();
	for (const weighing of WEIGHINGS)
		for (const violation of audits[weighing].violations)
			owed.set(violation.candidate, { ...owed.get(violation.candidate), [weighing]: violation });
	return [...owed]
		.flatMap(([candidate, by]) => {
			const cluster = candidates[candidate]?.cluster;
			return cluster ? [{ cluster, by }] : [];
		})
		.sort((one, other) => one.cluster.number - other.cluster.number);
}
