import { basename } from 'node:path';
import { DEFAULT_PROFILE } from '../profile/default.ts';
import type { Profile } from '../profile/profile.ts';
import type { Translated } from '../texts/locales/locale.ts';
import { readPages } from '../texts/pages/pages.server.ts';
import { pageTexts, type TextKey } from '../texts/words.ts';
import { ourTexts } from './composedWords.server.ts';
import { mayStandIn } from './profileWords.server.ts';
import { roomFiles, roomIn } from './translations.server.ts';

/** What keeps a translation from standing in place of a German text. */
export interface Flaw {
	/** Where it stands, e.g. `uk/votes.json`. */
	file: string;
	key: TextKey;
	why: string;
}

const WHYS: Readonly<Record<string, string>> = {
	wordingTooLong: 'is too long',
	wordingMarkup: 'has markup',
	wordingBroken: 'is no ICU message',
	wordingMissing: 'lacks',
	wordingInvented: 'invents',
	wordingNoPage: 'is no page',
	wordingEmpty: 'is empty',
	wordingPlural: 'lacks the plural'
};

/** null: it can be said. */
export function flawOf(locale: Translated, key: TextKey, text: string, profile: Profile = DEFAULT_PROFILE) {
	const original = ourTexts().get(key);
	if (original === undefined) return 'there is no such text';
	const verdict = mayStandIn(locale, key, { original, text }, profile);
	return verdict.ok ? null : `${WHYS[verdict.because] ?? verdict.because} ${verdict.facts.names ?? ''}`.trim();
}

/** Everything in the folder of a language that cannot be said. A build with one is refused. */
export function flawsIn(locale: Translated): Flaw[] {
	const rooms = roomFiles(locale).flatMap((file) => flawsInRoom(locale, file));
	return [...rooms, ...flawsAmong(locale, `${locale}/pages`, pageTexts(readPages(locale)))];
}

function flawsInRoom(locale: Translated, file: string): Flaw[] {
	try {
		return flawsAmong(locale, `${locale}/${file}`, roomIn(locale, file));
	} catch (problem) {
		const why = problem instanceof Error ? problem.message : '';
		return [{ file: `${locale}/${file}`, key: basename(file, '.json'), why: `is no JSON: ${why}` }];
	}
}

function flawsAmong(locale: Translated, file: string, texts: ReadonlyMap<TextKey, string>): Flaw[] {
	return [...texts].flatMap(([key, text]) => {
		const why = flawOf(locale, key, text);
		return why === null ? [] : [{ file, key, why }];
	});
}
