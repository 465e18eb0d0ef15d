import { fill, t } from '../../texts/texts.ts';

const kilobytes = new Intl.NumberFormat('de-DE', { maximumFractionDigits: 0 });

/** How much has to be loaded, rounded up: `12 kB`. */
export function sizeOf(bytes: number): string {
	return fill(t.data.size_kb, { count: kilobytes.format(Math.max(1, Math.ceil(bytes / 1_000))) });
}
