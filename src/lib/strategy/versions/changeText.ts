import { fill, t } from '../../texts/texts.ts';
import { FATES, type Summary } from './pointChanges.ts';
import type { Point } from '../points/point.ts';

/** "3 neu, 2 geändert, 5 gleich"; what is none is not said. */
export function summaryText(summary: Summary): string {
	const told = FATES.filter((fate) => summary[fate] > 0).map((fate) =>
		fill(t.strategy.counted[fate], { count: summary[fate] })
	);
	return told.join(', ') || t.strategy.noChange;
}

/** What was split and merged, as this point's page tells it, with the other point. */
export function lineageText({ number: own, kin }: Pick<Point, 'number' | 'kin'>): { number: number; text: string }[] {
	const words = t.strategy.log.kin;
	return kin.map(({ kind, number, fromNumber, versionNumber: version }) => {
		const out = fromNumber === own;
		const other = out ? number : fromNumber;
		const sentence = kind === 'split' ? (out ? words.out : words.from) : out ? words.into : words.tookIn;
		return { number: other, text: fill(sentence, { version, number: other }) };
	});
}
