import { z } from 'zod';
import { words } from '../form.ts';
import { hasRole, type Person } from '../people/person.ts';
import { all, noWhen, type Verdict } from '../verdict.ts';

/** What can be shown to somebody without an account before it is published. */
export const PREVIEWED = ['version', 'call', 'report'] as const;
export const PreviewedName = z.enum(PREVIEWED);
export type Previewed = (typeof PREVIEWED)[number];

/** For so many days. */
export const DAYS = [1, 3, 7, 14] as const;
export const LABEL_MAX = 80;

/** `call~<id>`: which draft. */
export const subjectMark = (kind: Previewed, id: string) => `${kind}~${id}`;
const Subject = z
	.string('draftMissing')
	.transform((mark) => mark.split('~'))
	.pipe(z.tuple([PreviewedName, z.uuid()], 'draftMissing'))
	.transform(([kind, id]) => ({ kind, id }));

/** `id` of the link to be made: sent twice it is one, and only the address shown last opens it. */
export const PreviewForm = z.object({
	id: z.uuid('wrong'),
	subject: Subject,
	label: words(LABEL_MAX),
	days: z.coerce.number('choose').refine((days) => DAYS.some((one) => one === days), 'choose')
});
export type PreviewInput = z.output<typeof PreviewForm>;
export const RevokeForm = z.object({ link: z.uuid('wrong') });

/** Whoever writes and publishes drafts shows them around. */
export function mayShowDrafts(person: Person | null): Verdict {
	return all(noWhen(person === null, 'signInFirst'), noWhen(!hasRole(person, 'editor', 'publisher'), 'roleMissing'));
}

/** Who has got a link; the administration can also end one. */
export function mayReadPreviews(person: Person | null): Verdict {
	return all(
		noWhen(person === null, 'signInFirst'),
		noWhen(!hasRole(person, 'editor', 'publisher', 'admin'), 'roleMissing')
	);
}

/** `over`: it still runs, but what it leads to is published or discarded, or whoever made it works here no more. */
export type LinkState = 'open' | 'over' | 'expired' | 'revoked';

export function linkState(
	link: { expiresAt: string; revokedAt: string | null },
	drafted: boolean,
	now: string
): LinkState {
	if (link.revokedAt !== null) return 'revoked';
	if (link.expiresAt <= now) return 'expired';
	return drafted ? 'open' : 'over';
}
