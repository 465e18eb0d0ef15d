import { readFileSync, writeFileSync } from 'node:fs';
import subsetFont from 'subset-font';

/**
 * Makes the fonts for paper out of Fira Sans: TrueType, because Typst reads nothing else, one file for each script and
 * weight. Run it after an update of the font: `node src/lib/server/print/fonts.generate.ts`
 */
const FOLDER = 'src/lib/server/print/fonts';

/**
 * The ready-made files divide one family by script. Typst takes the first file of a family and looks no further, so
 * every script gets a family name of its own; house.typ lists them. Nine letters each, like »Fira Sans«, so that the
 * name can be written over the old one.
 */
const SCRIPTS = [
	{ script: 'latin', family: 'Fira Sans' },
	{ script: 'latin-ext', family: 'Fira Lext' },
	{ script: 'cyrillic', family: 'Fira Cyrl' },
	{ script: 'cyrillic-ext', family: 'Fira Cyrx' },
	{ script: 'greek', family: 'Fira Grek' }
];
const FACES = ['400-normal', '600-normal'];

/** Letters and signs of European writing; what a file does not have is left out by itself. */
const RANGES: readonly (readonly [number, number])[] = [
	[0x20, 0x24f],
	[0x2b0, 0x52f],
	[0x1e00, 0x1eff],
	[0x2000, 0x22ff],
	[0xfb00, 0xfb06]
];
const letters = RANGES.map(([first, last]) =>
	Array.from({ length: last - first + 1 }, (_, index) => String.fromCodePoint(first + index)).join('')
).join('');

function renamed(font: Buffer, family: string): Buffer {
	for (const encoding of ['latin1', 'utf16le'] as const) {
		const [old, young] = [Buffer.from('Fira Sans', encoding), Buffer.from(family, encoding)];
		// The names in a font are UTF-16 with the high byte first.
		if (encoding === 'utf16le') [old, young].forEach((name) => name.swap16());
		for (let at = font.indexOf(old); at >= 0; at = font.indexOf(old, at + old.length)) young.copy(font, at);
	}
	return font;
}

for (const { script, family } of SCRIPTS) {
	for (const face of FACES) {
		const whole = readFileSync(`node_modules/@fontsource/fira-sans/files/fira-sans-${script}-${face}.woff2`);
		const cut = Buffer.from(await subsetFont(whole, letters, { targetFormat: 'truetype' }));
		writeFileSync(`${FOLDER}/fira-sans-${script}-${face}.ttf`, renamed(cut, family));
		console.log(`${script} ${face}: ${cut.length} bytes`);
	}
}
