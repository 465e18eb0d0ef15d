import type { HandCounts } from '../hands/hand.ts';
import { percent } from '../texts/numbers.ts';
import { fill, t } from '../texts/texts.ts';

const CHOICES = ['agree', 'pass', 'disagree'] as const;

/** How many hands were raised, as one sentence: what is held back stands there as such. */
export function handsText(counts: HandCounts | null): string {
	if (!counts) return fill(t.readings.hands, { hands: t.readings.few });
	const parts = CHOICES.map((choice) => {
		const told =
			counts.mostly?.choice === choice ? fill(t.votes.atLeast, { share: percent(counts.mostly.share) }) : null;
		return `${t.votes.choices[choice]}: ${told ?? counts[choice] ?? t.votes.notShown}`;
	});
	return fill(t.readings.hands, { hands: parts.join(' · ') });
}
