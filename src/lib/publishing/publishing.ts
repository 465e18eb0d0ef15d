import { z } from 'zod';
import { isApprovedByAnother, mayApproveKind, type ApprovalSubject } from '../approvals/approval.ts';
import { owedIn, type OriginsAudit } from '../representation/representation.ts';
import type { Check } from '../strategy/versions/comprehension.ts';
import type { Version } from '../strategy/versions/version.ts';
import { hasRole, type Person } from '../people/person.ts';
import { all, no, noWhen, yes, type Facts, type Verdict } from '../verdict.ts';

export const VersionForm = z.object({ version: z.uuid('wrong') });

/** The digest of what was on the screen: an approval is for that and for nothing else. */
export const ApproveForm = z.object({ version: z.uuid('wrong'), state: z.string('wrong').max(64, 'wrong') });

const ticked = z
	.literal('yes')
	.optional()
	.catch(undefined)
	.transform((value) => value === 'yes');

/** `lacking`: the number of unanswered contributions the page named; `confirmed`: that it goes out with that number. */
export const PublishForm = z
	.object({
		version: z.uuid('wrong'),
		lacking: z.coerce.number('wrong').int('wrong').nonnegative('wrong'),
		confirmed: ticked
	})
	.refine((form) => form.lacking === 0 || form.confirmed, { error: 'confirmLacking', path: ['confirmed'] });

/** What is approved. */
export function subjectOf({ id, number, title, consultationId }: Version): ApprovalSubject {
	return { kind: 'version', id, number, title, consultationId, path: '/werkstatt/freigabe' };
}

/** Who is left out and why, without the sums: these grow with everybody who supports something, and are frozen at the end. */
export function leftOutOf({ justified }: Pick<Version, 'justified'>, origins: OriginsAudit | null) {
	const owed = origins ? owedIn(origins) : [];
	return owed.map(({ cluster: { number, title } }) => ({ number, title, reason: justified[number] ?? '' }));
}

export interface GateFacts {
	publishedAt: string | null;
	points: number;
	/** Numbers of points that stand there without a contribution behind them and without a note why. */
	bare: readonly number[];
	contributions: number;
	lacking: number;
	/** Numbers of contributions whose answer says that they are in the text, while no point stands on them any more. */
	adrift: readonly number[];
	/** Amendments that nobody has decided: they stay open and wait for the next version. */
	undecided: number;
	/** `opened`: the people behind new wordings were asked whether they were understood. */
	understood: { opened: boolean; asked: number; answered: number; wrong: number };
	/** There is a summary in easy words. */
	easy: boolean;
	/** Whom the draft stands for. null: nobody took part. `violations`: clusters left out; `unexplained`: without a reason. */
	represented: { people: number; violations: number; unexplained: number } | null;
	/** What the board of affected people says of it; null: there is none. It never stands in the way. */
	board: { asked: boolean; members: number; quorum: number; agreed: number; dissented: number } | null;
	/** Words and dissents that are not in it, how many of them without a sentence, and contributions behind no point. */
	omitted: { asked: number; open: number; unused: number } | null;
	/** Left out, with a reason. */
	waived: readonly Check[];
	/** Who has approved exactly this state of the draft, and holds the role now. */
	approvedBy: readonly string[];
}

/** `confirm`: publishing is possible, but the version will say so in numbers. `noted`: nothing stands in the way. */
export interface Condition {
	key:
		| 'points'
		| 'sources'
		| 'answers'
		| 'places'
		| 'amendments'
		| 'understood'
		| 'easy'
		| 'represented'
		| 'omitted'
		| 'board'
		| 'approval';
	state: 'met' | 'confirm' | 'noted' | 'missing' | 'waived';
	facts: Facts;
}

/** Whether a check was made; where there is nobody to ask, nobody needs to be asked. */
function isChecked(check: Check, { understood, easy }: GateFacts): boolean {
	return check === 'easy' ? easy : understood.opened || understood.asked === 0;
}

function checkState(check: Check, facts: GateFacts): 'met' | 'waived' | 'missing' {
	if (isChecked(check, facts)) return 'met';
	return facts.waived.includes(check) ? 'waived' : 'missing';
}

function representedState({ represented }: GateFacts): 'met' | 'noted' | 'waived' | 'missing' {
	if (represented === null) return 'noted';
	if (represented.unexplained > 0) return 'missing';
	return represented.violations > 0 ? 'waived' : 'met';
}

/** What is not in it goes out with the version, with a sentence or without: everybody sees which. */
function omittedCondition({ omitted }: GateFacts): Condition[] {
	if (omitted === null) return [];
	const { asked, open, unused } = omitted;
	const facts = { asked: String(asked), open: String(open), unused: String(unused) };
	return [{ key: 'omitted', state: open === 0 ? 'met' : 'noted', facts }];
}

/** It is told and never in the way: a dissent goes out with the version. Where there is no board, nothing is said of it. */
function boardCondition({ board }: GateFacts): Condition[] {
	if (board === null) return [];
	const { asked, members, quorum, agreed, dissented } = board;
	const spoken = asked && agreed + dissented >= quorum;
	const told = { members, quorum, agreed, dissented, asked: asked ? 1 : 0 };
	const facts = Object.fromEntries(Object.entries(told).map(([name, number]) => [name, String(number)]));
	return [{ key: 'board', state: spoken && dissented === 0 ? 'met' : 'noted', facts }];
}

/** What must be true before a version goes out, as the one who asks finds it. */
export function conditions(person: Person | null, facts: GateFacts): Condition[] {
	const state = (met: boolean) => (met ? 'met' : 'missing');
	return [
		{ key: 'points', state: state(facts.points > 0), facts: { count: String(facts.points) } },
		{ key: 'sources', state: state(facts.bare.length === 0), facts: { numbers: facts.bare.join(', ') } },
		{
			key: 'answers',
			state: facts.lacking === 0 ? 'met' : 'confirm',
			facts: { count: String(facts.lacking), all: String(facts.contributions) }
		},
		{ key: 'places', state: state(facts.adrift.length === 0), facts: { count: String(facts.adrift.length) } },
		{
			key: 'amendments',
			state: facts.undecided === 0 ? 'met' : 'noted',
			facts: { count: String(facts.undecided) }
		},
		{
			key: 'understood',
			state: checkState('understood', facts),
			facts: {
				asked: String(facts.understood.asked),
				answered: String(facts.understood.answered),
				wrong: String(facts.understood.wrong)
			}
		},
		{ key: 'easy', state: checkState('easy', facts), facts: {} },
		{
			key: 'represented',
			state: representedState(facts),
			facts: {
				people: String(facts.represented?.people ?? 0),
				count: String(facts.represented?.violations ?? 0),
				open: String(facts.represented?.unexplained ?? 0)
			}
		},
		...omittedCondition(facts),
		...boardCondition(facts),
		{ key: 'approval', state: state(isApprovedByAnother(person, facts.approvedBy).ok), facts: {} }
	];
}

/** Whether nothing is lacking but the second person. */
function isReady(facts: GateFacts): Verdict {
	return all(
		noWhen(facts.publishedAt !== null, 'versionFrozen'),
		noWhen(facts.points === 0, 'versionEmpty'),
		noWhen(facts.bare.length > 0, 'sourcesLacking', { numbers: facts.bare.join(', ') }),
		noWhen(facts.adrift.length > 0, 'answersAdrift', { count: String(facts.adrift.length) }),
		noWhen(checkState('understood', facts) === 'missing', 'understoodLacking'),
		noWhen(checkState('easy', facts) === 'missing', 'easyLacking'),
		noWhen(representedState(facts) === 'missing', 'violationsUnexplained', {
			count: String(facts.represented?.unexplained ?? 0)
		})
	);
}

function mayRelease(person: Person | null, facts: GateFacts): Verdict {
	return all(mayApproveKind(person, 'version'), isReady(facts));
}

/** Four eyes: of two people with the role, one approves and the other publishes. */
export function mayApprove(person: Person | null, facts: GateFacts): Verdict {
	return mayRelease(person, facts);
}

/** Not bound to a phase: a version goes out when it is ready. */
export function mayPublish(person: Person | null, facts: GateFacts): Verdict {
	return all(mayRelease(person, facts), isApprovedByAnother(person, facts.approvedBy));
}

/** The number somebody put their name to must be the number in the transaction. */
export function isConfirmed(facts: GateFacts, confirmed: number): Verdict {
	return facts.lacking === confirmed ? yes : no('lackingChanged', { count: String(facts.lacking) });
}

/** Whoever writes may say that the draft is ready, once it is; so may a publisher. Nobody is called in vain. */
export function mayAsk(person: Person | null, facts: GateFacts): Verdict {
	return all(
		noWhen(person === null, 'signInFirst'),
		noWhen(!hasRole(person, 'moderator', 'editor', 'publisher'), 'roleMissing'),
		isReady(facts)
	);
}
