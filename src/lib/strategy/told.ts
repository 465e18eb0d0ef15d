import { fill, t } from '../texts/texts.ts';
import { FATES, type Summary } from './changes.ts';

/** "3 neu, 2 geändert, 5 gleich"; what is none is not said. */
export function toldSummary(summary: Summary): string {
	const told = FATES.filter((fate) => summary[fate] > 0).map((fate) =>
		fill(t.strategy.counted[fate], { count: summary[fate] })
	);
	return told.join(', ') || t.strategy.noChange;
}
