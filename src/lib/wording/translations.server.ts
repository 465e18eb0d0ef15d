import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { z } from 'zod';
import type { Locale, Translated } from '../texts/locales/locale.ts';
import { readPages } from '../texts/pages/pages.server.ts';
import { pageTexts, sentencesIn, type TextKey } from '../texts/words.ts';

/** What lies in `src/lib/texts/uk`: rooms as in German, fixed pages, and who has made and read them. */

const ROOT = 'src/lib/texts';
const ABOUT = '_about';

const known = new Map<Translated, ReadonlyMap<TextKey, string>>();

/** Everything that is said in a language, read at its first use: a start waits for none. */
export function translationsOf(locale: Translated): ReadonlyMap<TextKey, string> {
	const texts = known.get(locale) ?? read(locale);
	known.set(locale, texts);
	return texts;
}

const About = z.strictObject({
	madeBy: z.enum(['machine', 'person']),
	/** null: nobody yet. */
	checkedBy: z.string().nullable(),
	checkedOn: z.string().nullable()
});
type About = z.output<typeof About>;

const made = new Map<Translated, About>();

/** Who has made a translation, and who has checked it. */
function aboutOf(locale: Translated): About {
	const about = made.get(locale) ?? About.parse(JSON.parse(readFileSync(join(ROOT, locale, `${ABOUT}.json`), 'utf8')));
	made.set(locale, about);
	return about;
}

/** Whether whoever reads it must be told that a machine has made it, and that nobody has checked it. */
export const isUnchecked = (locale: Locale = 'de'): boolean => locale !== 'de' && aboutOf(locale).checkedBy === null;

export const roomFiles = (locale: Translated): string[] =>
	readdirSync(join(ROOT, locale)).filter((name) => name.endsWith('.json') && !name.startsWith(ABOUT));

/** Throws for what is no JSON: the build has refused it before. */
export function roomIn(locale: Translated, file: string): ReadonlyMap<TextKey, string> {
	const content: unknown = JSON.parse(readFileSync(join(ROOT, locale, file), 'utf8'));
	return sentencesIn(basename(file, '.json'), content);
}

function read(locale: Translated): ReadonlyMap<TextKey, string> {
	const rooms = roomFiles(locale).flatMap((file) => [...roomIn(locale, file)]);
	return new Map([...rooms, ...pageTexts(readPages(locale))]);
}
