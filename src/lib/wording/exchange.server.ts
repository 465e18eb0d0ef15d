import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { readPo as entriesOf, writePo } from '../po.ts';
import { german } from '../texts/catalogue.ts';
import type { Translated } from '../texts/locales/locale.ts';
import notes from '../texts/notes.json' with { type: 'json' };
import { isTranslatable, translatedRoom, type TextKey } from '../texts/words.ts';
import { ourTexts } from './composedWords.server.ts';
import { translationsOf } from './translations.server.ts';
import { flawOf, type Flaw } from './translationFlaws.server.ts';

/** What goes to a translator and comes back: PO, which every tool for translating reads. */

const knownNotes: Readonly<Record<string, string>> = notes;

/** What whoever translates it must know: the note of the nearest part that has one. */
function noteOf(key: TextKey): string {
	const parts = key.split('.');
	const names = parts.map((_, at) => parts.slice(0, parts.length - at).join('.'));
	return names.map((name) => knownNotes[name]).find((note) => note !== undefined) ?? '';
}

const source = (): [TextKey, string][] => [...ourTexts()].filter(([key]) => isTranslatable(key));

/** What nobody has translated yet, in the order of the catalogues. */
export const missingIn = (locale: Translated): TextKey[] =>
	source().flatMap(([key]) => (translationsOf(locale).has(key) ? [] : [key]));

/** Every German text with its translation; empty: there is none yet. */
export function exportPo(locale: Translated): string {
	const said = translationsOf(locale);
	return writePo(
		locale,
		source().map(([key, text]) => ({ context: key, source: text, text: said.get(key) ?? '', note: noteOf(key) }))
	);
}

/** What such a file says, by key, and what of it cannot be said: also what stands for a German text that is another by now. */
export function readPo(locale: Translated, file: Buffer): { texts: Map<TextKey, string>; flaws: Flaw[] } {
	const texts = new Map<TextKey, string>();
	const flaws: Flaw[] = [];
	for (const { context: key, source: german, text } of entriesOf(file)) {
		const why = ourTexts().get(key) === german ? flawOf(locale, key, text) : 'stands for another German text by now';
		if (why === null) texts.set(key, text);
		else flaws.push({ file: `${locale}.po`, key, why });
	}
	return { texts, flaws };
}

const PAGE = 'page:';

/** The files of a language with these texts, those it has already among them. By their path below `folder`. */
export function filesWith(locale: Translated, texts: ReadonlyMap<TextKey, string>): Map<string, string> {
	const all = new Map([...translationsOf(locale), ...texts]);
	const files = new Map<string, string>();
	for (const room of Object.keys(german)) {
		const content = translatedRoom(room, all);
		if (content !== undefined) files.set(`${room}.json`, `${JSON.stringify(content, null, '\t')}\n`);
	}
	for (const [key, text] of all) if (key.startsWith(PAGE)) files.set(`pages/${key.slice(PAGE.length)}.md`, text);
	return files;
}

/** Writes them to where the program reads them: they hold from the next start on. */
export function write(locale: Translated, files: ReadonlyMap<string, string>): void {
	for (const [path, content] of files) {
		const file = join('src/lib/texts', locale, path);
		mkdirSync(dirname(file), { recursive: true });
		writeFileSync(file, content);
	}
}
