import { authorGroupOf, isStaff, type AuthorGroup, type Person } from '../people/person.ts';
import { day } from '../texts/dates.ts';
import { no, yes, type No, type Verdict } from '../verdict.ts';
import { earlier } from '../time.ts';

/** What a phase can open. Rows of `phase_actions`, so a process may allow more or less than another. */
export const ACTIONS = ['propose', 'support', 'comment', 'comment-point', 'amend', 'vote', 'prioritise'] as const;
export type Action = (typeof ACTIONS)[number];
/** What is done with secret ballots, whose key goes with the phase. */
export const BALLOT_ACTIONS = ['vote', 'prioritise'] as const satisfies readonly Action[];

/** For whom an action is, where it is not for everybody. */
export type ActionGroups = Readonly<Partial<Record<Action, readonly string[]>>>;

export interface Phase {
	id: string;
	/** Its short name in addresses of data: once given, it stays. */
	slug: string;
	title: string;
	/** What is asked in it; empty: nothing in particular. */
	asks?: string;
	/** YYYY-MM-DD: until when an answer to what is said in it is promised. */
	answerBy?: string | null;
	beginsAt: string;
	/**
	 * Exclusive: the first instant that no longer belongs to the phase. What happens then, each as a chore of `src/worker.ts`:
	 * texts of a peer phase open (`proposals.openPeerPhases`), results go out (`votes.publishResults`), priorities are
	 * computed (`priorities.computeResults`), people are asked how it was (`evaluations`); after the hours of grace ballots
	 * are sealed and their keys destroyed (`votes.sealEnded`).
	 */
	endsAt: string;
	actions: readonly Action[];
	groups?: ActionGroups;
	/** Since when nobody can tell any more who voted how in it, and therefore nobody can vote. */
	ballotsSealedAt?: string | null;
	/** When its end was put into the past; null: it ended as announced, or has not ended. */
	endChangedAt?: string | null;
	/** The group it belongs to: what is written in it nobody else reads until it ends. */
	peerGroup?: string | null;
}

interface Field {
	id: string;
	slug: string;
	title: string;
	lead: string;
}

interface Question {
	id: string;
	title: string;
	/** Since when it is asked no more. */
	endedAt: string | null;
}

export interface Consultation {
	id: string;
	slug: string;
	title: string;
	lead: string;
	/** What can be changed by taking part, and what cannot; empty: nothing is said of it. */
	changeable: string;
	settled: string;
	/** Those that are asked. */
	questions: readonly string[];
	allQuestions: readonly Question[];
	/** In the order in which pages show them. */
	phases: readonly Phase[];
	/** About which something can be written. */
	fields: readonly Field[];
	/** Those that were ended as well: something was written about them. */
	allFields: readonly (Field & { endedAt: string | null })[];
}

const runs = ({ beginsAt, endsAt }: Phase, now: string) => beginsAt <= now && now < endsAt;
const byEnd = (one: Phase, other: Phase) => (one.endsAt < other.endsAt ? -1 : 1);

/** Phases for different groups or actions may run at once: the one that ends first is the one to speak of. */
export function currentPhase(phases: readonly Phase[], now: string): Phase | null {
	return phases.filter((phase) => runs(phase, now)).sort(byEnd)[0] ?? null;
}

/** The peer phase in which this group writes now; what it writes is read by itself alone until the phase ends. */
export function peerPhase(phases: readonly Phase[], group: Turn, now: string): Phase | null {
	return phases.find((phase) => phase.peerGroup === group && group !== null && runs(phase, now)) ?? null;
}

/** Whether this phase is a peer phase that is not over: what was written in it is not for everybody yet. */
export function isAmongPeers(phases: readonly Phase[], phaseId: string | null, now: string): boolean {
	return phases.some(({ id, peerGroup, endsAt }) => id === phaseId && Boolean(peerGroup) && now < endsAt);
}

/** `endsAt` is exclusive; people are told the last day that still counts. */
export function lastInstant(phase: Pick<Phase, 'endsAt'>): string {
	return earlier(phase.endsAt, 1);
}

/** Staff act for others in ways of their own; whoever is not signed in learns whether anybody may. */
export const turnOf = (person: Person | null): Turn => (person && !isStaff(person) ? authorGroupOf(person) : null);

/** Whose turn it is: the group of whoever asks; null: of somebody, whoever that is. */
export type Turn = AuthorGroup | null;

/** Whether a phase is for this, and for this group. */
function allows({ actions, groups }: Phase, action: Action, group: Turn): boolean {
	const named = groups?.[action];
	return actions.includes(action) && (group === null || named === undefined || named.includes(group));
}

/** Whether anything was, or will be, open in it for this group. */
export const concerns = (phase: Phase, group: AuthorGroup): boolean =>
	phase.actions.some((action) => allows(phase, action, group));

/** The phase in which this is possible now for this group, or null. There is one at most, see `mayPlacePhase`. */
export function openPhase(phases: readonly Phase[], action: Action, now: string, group: Turn): Phase | null {
	return phases.filter((phase) => allows(phase, action, group) && runs(phase, now)).sort(byEnd)[0] ?? null;
}

/** Whether ballots of some kind can be cast in it now. */
export const isBalloting = (phase: Phase, now: string): boolean =>
	BALLOT_ACTIONS.some((action) => openPhase([phase], action, now, null) !== null);

/** Is this possible now for this group? If not: from when, until when it was, or never. */
export function mayNow(phases: readonly Phase[], action: Action, now: string, group: Turn): Verdict {
	return openPhase(phases, action, now, group) ? yes : notNow(phases, action, now, group);
}

/** Why it is not possible, where no phase is open for it. */
export function notNow(phases: readonly Phase[], action: Action, now: string, group: Turn): No {
	const others = openPhase(phases, action, now, null) !== null;
	const allowing = phases.filter((phase) => allows(phase, action, group));
	const next = allowing.filter((phase) => phase.beginsAt > now).sort((a, b) => (a.beginsAt < b.beginsAt ? -1 : 1))[0];
	if (next) return no(others ? 'turnBefore' : 'phaseBefore', { from: day(next.beginsAt) });
	const last = allowing.sort(byEnd).at(-1);
	if (last) return no(others ? 'turnOver' : 'phaseOver', { until: day(lastInstant(last)) });
	return no(phases.some((phase) => allows(phase, action, null)) ? 'turnNever' : 'phaseNever');
}

/** When the last phase of all ends; null while there is none: then nothing is over. */
export function endOf(phases: readonly { endsAt: string }[]): string | null {
	return phases.reduce<string | null>((last, { endsAt }) => (last === null || endsAt > last ? endsAt : last), null);
}
