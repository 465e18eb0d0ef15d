import { readFileSync, writeFileSync } from 'node:fs';
import subsetFont from 'subset-font';

/**
 * Cuts Latin Extended-A (Ş, Ł, č …) out of Fira Sans: the ready-made file has every Latin letter there is and would
 * push a page with one Polish name over 100 kB. Run it after an update of the font:
 * `node src/lib/ui/styles/fonts.generate.ts`
 */
const FIRST = 0x0100;
const LAST = 0x017f;
/** Romanian letters with a comma below, and the capital ß. */
const MORE = 'ȘșȚțẞ';

const letters = Array.from({ length: LAST - FIRST + 1 }, (_, i) => String.fromCodePoint(FIRST + i)).join('') + MORE;

for (const weight of [400, 600]) {
	const whole = readFileSync(`node_modules/@fontsource/fira-sans/files/fira-sans-latin-ext-${weight}-normal.woff2`);
	const cut = await subsetFont(whole, letters, { targetFormat: 'woff2' });
	writeFileSync(`static/fonts/fira-sans-latin-ext-${weight}.woff2`, cut);
	console.log(`fira-sans-latin-ext-${weight}: ${cut.length} bytes`);
}
