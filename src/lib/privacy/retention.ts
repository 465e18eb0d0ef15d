import { DAY, earlier } from '../time.ts';

/**
 * How long things are kept. The longest of them is what a person is told on the page about privacy; versions, tallies
 * and other aggregates stay for ever. What follows from something else than age has chores of its own: addresses of
 * subscriptions, mails, pictures of ballot papers, files of imports and papers, tickets (`src/worker.ts`).
 */

export const RULES = ['drafts', 'sessions', 'codes', 'rejected', 'moderation', 'audit'] as const;
export type Rule = (typeof RULES)[number];

/** In days. `sessions`: from its beginning, whatever its owner does. `codes`: after the end of the last phase. */
export const KEPT_DAYS: Readonly<Record<Rule, number>> = {
	drafts: 30,
	sessions: 1,
	codes: 365,
	rejected: 90,
	moderation: 730,
	audit: 730
};

/** What happened before this instant is over its time. */
export function limitOf(rule: Rule, now: string): string {
	return earlier(now, KEPT_DAYS[rule] * DAY);
}

/** When the last phase of all ends; null while there is none: then nothing is over. */
export function endOf(phases: readonly { endsAt: string }[]): string | null {
	return phases.reduce<string | null>((last, { endsAt }) => (last === null || endsAt > last ? endsAt : last), null);
}
