import { DAYS_AFTER_END } from '../subscriptions/subscription.ts';
import { DAY, earlier } from '../time.ts';

/**
 * How long things are kept. The longest of them is what a person is told on the page about privacy; versions, tallies
 * and other aggregates stay for ever. What follows from something else than age has chores of its own: addresses that
 * nobody has confirmed, mails, pictures of ballot papers, files of imports and papers, tickets (`src/worker.ts`).
 */

export const RULES = ['drafts', 'sessions', 'addresses', 'codes', 'rejected', 'moderation', 'audit'] as const;
export type Rule = (typeof RULES)[number];

/**
 * In days. `sessions`: from its beginning, whatever its owner does. `codes`, and `addresses` of whoever wanted to hear of news:
 * after the end of the last phase; addresses go with the closing if that comes before.
 */
export const KEPT_DAYS: Readonly<Record<Rule, number>> = {
	drafts: 30,
	sessions: 1,
	addresses: DAYS_AFTER_END,
	codes: 365,
	rejected: 90,
	moderation: 730,
	audit: 730
};

/** What happened before this instant is over its time. */
export function limitOf(rule: Rule, now: string): string {
	return earlier(now, KEPT_DAYS[rule] * DAY);
}
