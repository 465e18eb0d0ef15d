import { decimal } from '../../texts/numbers.ts';
import { fill, t } from '../../texts/texts.ts';
import type { Landscape } from '../landscape/landscape.ts';

const words = () => t.opinion.groups.figure;

/** The figures a verdict rests on, in sentences; nothing of what was not computed, nor of what was not written down. */
export function soundness({ stability, standardError, draws, silhouette, byChance }: Landscape): string[] {
	const again =
		stability !== null && typeof standardError === 'number' && draws
			? [fill(words().stability, { draws, value: decimal(stability), error: decimal(standardError, 3) })]
			: [];
	const clear =
		draws && silhouette !== null && byChance !== null
			? [fill(words().clearness, { value: decimal(silhouette), chance: decimal(byChance) })]
			: [];
	return [...again, ...clear];
}
