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

/**
 * The letters, signs and marks of Arabic as it is written, with every form they take in a word: the whole font has those of
 * forty languages, in three times as many bytes. Persian and Urdu are read in the font of the device.
 */
const ARABIC = [
	[0x0609, 0x0609],
	[0x060c, 0x060c],
	[0x061b, 0x061f],
	[0x0621, 0x063a],
	[0x0640, 0x0655],
	[0x0660, 0x066c],
	[0x0670, 0x0671]
] as const;
const signs = ARABIC.flatMap(([first, last]) =>
	Array.from({ length: last - first + 1 }, (_, i) => String.fromCodePoint(first + i))
).join('');

for (const weight of [400, 600]) {
	const whole = readFileSync(
		`node_modules/@fontsource/noto-sans-arabic/files/noto-sans-arabic-arabic-${weight}-normal.woff2`
	);
	const cut = await subsetFont(whole, `${signs} \u200c\u200d\u200e\u200f`, { targetFormat: 'woff2' });
	writeFileSync(`static/fonts/noto-sans-arabic-${weight}.woff2`, cut);
	console.log(`noto-sans-arabic-${weight}: ${cut.length} bytes`);
}
