import { day } from '../../texts/dates.ts';
import { fill, t } from '../../texts/texts.ts';
import type { Batch } from './batch.ts';

/** Whether the cards of a batch still open the door, in a word. */
export function stateOf(batch: Pick<Batch, 'revokedAt' | 'validUntil'>, now: string): string {
	const words = t.workshop.cards;
	if (batch.revokedAt) return fill(words.revokedAt, { day: day(batch.revokedAt) });
	return batch.validUntil <= now ? words.expired : words.good;
}
