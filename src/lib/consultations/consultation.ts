import { day } from '../texts/de/dates.ts';
import { no, yes, type Verdict } from '../verdict.ts';

export const PHASES = ['collect', 'discuss', 'draft', 'final', 'call', 'follow-up'] as const;
export type PhaseKind = (typeof PHASES)[number];

/** What a phase can open. Rows of `phase_actions`, so a consultation may allow more or less than another. */
export const ACTIONS = ['propose', 'support', 'comment', 'comment-point', 'amend', 'vote'] as const;
export type Action = (typeof ACTIONS)[number];

export interface Phase {
	id: string;
	kind: PhaseKind;
	beginsAt: string;
	/** Exclusive: the first instant that no longer belongs to the phase. */
	endsAt: string;
	actions: readonly Action[];
	/** Since when nobody can tell any more who voted how in it, and therefore nobody can vote. */
	ballotsSealedAt?: string | null;
	/** When its end was put into the past; null: it ended as announced, or has not ended. */
	endChangedAt?: string | null;
}

export interface Field {
	id: string;
	slug: string;
	title: string;
	lead: string;
}

export interface Consultation {
	id: string;
	slug: string;
	title: string;
	lead: string;
	questions: readonly string[];
	phases: readonly Phase[];
	fields: readonly Field[];
}

export function currentPhase(phases: readonly Phase[], now: string): Phase | null {
	return phases.find((phase) => phase.beginsAt <= now && now < phase.endsAt) ?? null;
}

/** `endsAt` is exclusive; people are told the last day that still counts. */
export function lastInstant(phase: Phase): string {
	return new Date(Date.parse(phase.endsAt) - 1).toISOString();
}

/** The phase in which this is possible now, or null. */
export function openPhase(phases: readonly Phase[], action: Action, now: string): Phase | null {
	return phases.find((phase) => phase.actions.includes(action) && phase.beginsAt <= now && now < phase.endsAt) ?? null;
}

/** Is this possible now? If not: from when, until when it was, or never. */
export function mayNow(phases: readonly Phase[], action: Action, now: string): Verdict {
	if (openPhase(phases, action, now)) return yes;
	const allowing = phases.filter((phase) => phase.actions.includes(action));
	const next = allowing.filter((phase) => phase.beginsAt > now).sort((a, b) => (a.beginsAt < b.beginsAt ? -1 : 1))[0];
	if (next) return no('phaseBefore', { from: day(next.beginsAt) });
	const last = allowing.sort((a, b) => (a.endsAt < b.endsAt ? 1 : -1))[0];
	return last ? no('phaseOver', { until: day(lastInstant(last)) }) : no('phaseNever');
}
