import { readFileSync, writeFileSync } from 'node:fs';
import subsetFont from 'subset-font';

/**
 * Makes the fonts for paper out of Fira Sans: TrueType, because Typst reads nothing else, one file for each script and
 * weight. Run it after an update of the font: `node src/lib/server/print/fonts.generate.ts`
 */
const FOLDER = 'src/lib/server/print/fonts';

/**
 * The ready-made files divide one family by script. Typst takes the first file of a family and looks no further, so
 * every script gets a family name of its own; layout.typ lists them. Nine letters each, like »Fira Sans«, so that the
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
/** Arabic and Persian, with the shapes letters take beside each other. */
const ARABIC_RANGES: typeof RANGES = [
	[0x20, 0x7e],
	[0x600, 0x6ff],
	[0x750, 0x77f],
	[0x200c, 0x200f],
	[0xfb50, 0xfdff],
	[0xfe70, 0xfeff]
];
const lettersIn = (ranges: typeof RANGES) =>
	ranges
		.map(([first, last]) =>
			Array.from({ length: last - first + 1 }, (_, index) => String.fromCodePoint(first + index)).join('')
		)
		.join('');

function renamed(font: Buffer, former: string, family: string): Buffer {
	for (const encoding of ['latin1', 'utf16le'] as const) {
		const [old, young] = [Buffer.from(former, encoding), Buffer.from(family, encoding)];
		// The names in a font are UTF-16 with the high byte first.
		if (encoding === 'utf16le') [old, young].forEach((name) => name.swap16());
		for (let at = font.indexOf(old); at >= 0; at = font.indexOf(old, at + old.length)) young.copy(font, at);
	}
	return font;
}

for (const { script, family } of SCRIPTS) {
	for (const face of FACES) {
		const whole = readFileSync(`node_modules/@fontsource/fira-sans/files/fira-sans-${script}-${face}.woff2`);
		const cut = Buffer.from(await subsetFont(whole, lettersIn(RANGES), { targetFormat: 'truetype' }));
		writeFileSync(`${FOLDER}/fira-sans-${script}-${face}.ttf`, renamed(cut, 'Fira Sans', family));
		console.log(`${script} ${face}: ${cut.length} bytes`);
	}
}

// Not the Arabic of the pages: that one draws a letter and its dots as signs of their own, and a program that reads the PDF
// finds letters that nobody wrote.
for (const face of FACES) {
	const whole = readFileSync(
		`node_modules/@fontsource/ibm-plex-sans-arabic/files/ibm-plex-sans-arabic-arabic-${face}.woff2`
	);
	const cut = Buffer.from(await subsetFont(whole, lettersIn(ARABIC_RANGES), { targetFormat: 'truetype' }));
	// Its licence keeps the name for the whole font. As long as the old ones, see above.
	const named = renamed(cut, 'IBM Plex Sans Arabic', 'Paper Sans of Arabic');
	writeFileSync(`${FOLDER}/arabic-${face}.ttf`, renamed(named, 'IBMPlexSansArabic', 'PaperSansOfArabic'));
	console.log(`arabic ${face}: ${cut.length} bytes`);
}
