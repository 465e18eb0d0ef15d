import { z } from 'zod';
import { seenField, wordsIfAny, type OptionalSeen } from '../form.ts';
import { Ticked, type Purpose } from '../people/consents/consent.ts';
import { mayTakePart } from '../people/participant.ts';
import { hasRole, type Person } from '../people/person.ts';
import { all, noWhen, type Verdict } from '../verdict.ts';

/** What a member says of a draft as a whole. */
export const CHOICES = ['agree', 'dissent'] as const;
export type Choice = (typeof CHOICES)[number];
export const ChoiceName = z.enum(CHOICES);

export const REASON_MAX = 1_000;
/** Until an administrator says something else. */
export const QUORUM_START = 3;
export const QUORUM_MOST = 99;
export const INVITATION_DAYS = 21;

/** `words`: which text was on the screen. */
export const StatementForm = z
	.object({
		version: z.uuid('wrong'),
		words: z.string().max(80, 'wrong'),
		choice: z.enum(CHOICES, 'choose'),
		reason: wordsIfAny(REASON_MAX),
		consents: Ticked,
		seen: seenField
	})
	.refine((form) => form.choice === 'agree' || form.reason.length > 0, { error: 'dissentMissing', path: ['reason'] });
/** `consents` is missing where it does not come through the form: see `consents.accept`. */
export type StatementInput = Omit<OptionalSeen<z.output<typeof StatementForm>>, 'consents'> & {
	consents?: readonly Purpose[];
};

export const QuorumForm = z.object({
	quorum: z.coerce.number('quorumWrong').int('quorumWrong').min(1, 'quorumWrong').max(QUORUM_MOST, 'quorumWrong'),
	seen: seenField
});
export type QuorumInput = OptionalSeen<z.output<typeof QuorumForm>>;

export const RoundForm = z.object({ version: z.uuid('wrong') });

export interface Round {
	versionId: string;
	openedAt: string;
	closedAt: string | null;
}

export const isOpen = (round: Round | null): boolean => round !== null && round.closedAt === null;

/** Who invites members, sets how many have to speak, and asks them. */
export function mayManageBoard(person: Person | null): Verdict {
	return all(noWhen(person === null, 'signInFirst'), noWhen(!hasRole(person, 'publisher', 'admin'), 'roleMissing'));
}

/** A draft is put before the board before it goes out. */
export function mayAskBoard(
	person: Person | null,
	{ members, publishedAt }: { members: number; publishedAt: string | null }
): Verdict {
	return all(
		mayManageBoard(person),
		noWhen(publishedAt !== null, 'versionFrozen'),
		noWhen(members === 0, 'boardEmpty')
	);
}

/** Shown once; only its digest is kept, and nothing of it once somebody has joined. */
export interface InvitationLink {
	address: string;
	until: string;
}

/** Whoever has the link joins with a card of their own. Organisations speak for others, not for themselves. */
export function mayJoin(person: Person | null, isMember: boolean): Verdict {
	return all(
		mayTakePart(person),
		noWhen(person?.organisation !== null && person?.organisation !== undefined, 'boardForPersons'),
		noWhen(isMember, 'boardJoined')
	);
}

export function maySpeak(person: Person | null, isMember: boolean, round: Round | null): Verdict {
	return all(mayTakePart(person), noWhen(!isMember, 'boardMembersOnly'), noWhen(!isOpen(round), 'boardRoundClosed'));
}

/** What a member is asked. */
export interface AskedVersion {
	versionId: string;
	number: number;
	title: string;
	words: string;
	/** What they said; `current`: about this very text. */
	said: { choice: Choice; reason: string; current: boolean } | null;
	/** Its mark, for the form. */
	seen: string;
}
