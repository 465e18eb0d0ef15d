/**
 * How long things are kept. The longest of them is what a person is told on the page about privacy; versions, tallies
 * and other aggregates stay for ever.
 */
const DAY = 24 * 60 * 60 * 1000;

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
	return new Date(Date.parse(now) - KEPT_DAYS[rule] * DAY).toISOString();
}

/** When the last phase of all ends; null while there is none: then nothing is over. */
export function endOf(phases: readonly { endsAt: string }[]): string | null {
	return phases.reduce<string | null>((last, { endsAt }) => (last === null || endsAt > last ? endsAt : last), null);
}
