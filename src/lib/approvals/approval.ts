import { t } from '../texts/texts.ts';
import { canonical, digestOf } from '../canonical.ts';
import { hasRole, type Person, type Role } from '../people/person.ts';
import { all, noWhen, type Verdict } from '../verdict.ts';

/**
 * Four eyes, once for everything: what goes out needs the approval of exactly this state by somebody else, who holds
 * the role now. What is approved is named by the digest of what would go out.
 */

/** What needs a second person; who that may be. */
export const APPROVERS = {
	version: ['publisher'],
	call: ['publisher'],
	report: ['publisher'],
	/** What corrects, blackens or withdraws something published. */
	addendum: ['publisher'],
	/** A phase that runs and would end sooner. */
	phase: ['publisher', 'admin'],
	/** The end of the process. */
	closure: ['admin']
} as const satisfies Readonly<Record<string, readonly Role[]>>;
export type ApprovalKind = keyof typeof APPROVERS;

/** The one thing an approval is about. */
export interface ApprovalSubject {
	kind: ApprovalKind;
	id: string;
	consultationId: string;
	/** As people know it; null: it has none. */
	number: number | null;
	title: string;
	/** Where it is read and approved, e.g. `/werkstatt/freigabe`. */
	path: string;
}

/** What a state consists of, in the words of the page: so that it can be said what has changed since an approval. */
type PartName = keyof (typeof t.approvals)['parts'];
export type Parts = Readonly<Partial<Record<PartName, unknown>>>;

export interface State {
	/** SHA-256 of everything that would go out. */
	digest: string;
	/** The same by part. */
	parts: Readonly<Record<string, string>>;
}

/** `parts`: everything that would go out, as plain JSON. What is left out here can change behind an approval. */
export function stateOf(parts: Parts): State {
	const digests = Object.fromEntries(Object.entries(parts).map(([name, part]) => [name, digestOf(canonical(part))]));
	return { digest: digestOf(canonical(digests)), parts: digests };
}

/** Names of the parts that are not what they were. */
export function changedParts(before: State['parts'], now: State['parts']): string[] {
	return Object.keys(now).filter((name) => before[name] !== now[name]);
}

/** Whether this person may be the second one. */
export function mayApproveKind(person: Person | null, kind: ApprovalKind): Verdict {
	const roles: readonly Role[] = APPROVERS[kind];
	return all(
		noWhen(person === null, 'signInFirst'),
		noWhen(!hasRole(person, ...roles), roles.includes('admin') ? 'roleMissing' : 'publisherOnly')
	);
}

/** `approvedBy`: who has approved exactly this state and holds the role now. */
export function isApprovedByAnother(person: Person | null, approvedBy: readonly string[]): Verdict {
	return all(
		noWhen(approvedBy.length === 0, 'approvalMissing'),
		noWhen(!approvedBy.some((id) => id !== person?.id), 'approvalOwn')
	);
}
