import * as profile from '#lib/profile/profile.server.ts';
import type { Profile } from '#lib/profile/profile.ts';
import { transaction } from '#lib/server/db/transaction.ts';
import type { TextKey } from '#lib/texts/words.ts';
import { ourTexts, termsOf } from '#lib/wording/composedWords.server.ts';
import { mayStandFor } from '#lib/wording/wording.ts';
import type { TestApp } from '../machine/testApp.ts';

/** Stands in everything that can be said in other words, once it has been. */
export const MARK = '✎';

/** The same text in other words: with a mark, and without the markup that a sentence about markup shows. */
const otherwise = (key: TextKey, text: string): string =>
	key.startsWith('page:') ? `${text}\n\n${MARK}\n` : `${text.replace(/<[^>]*>/g, '')} ${MARK}`;

const named = (text: string) => `${text} ${MARK}`;
const allNamed = <T extends Record<string, string>>(record: T): Record<string, string> =>
	Object.fromEntries(Object.entries(record).map(([key, text]) => [key, named(text)]));

/** A profile in which everything has another name, and nothing another key. */
function renamed(now: Profile): Profile {
	const { look, terms, groups, districts } = now;
	const changed = {
		...now,
		look: { ...look, name: named(look.name), claim: named(look.claim), official: named(look.official) },
		address: 'du',
		terms: Object.fromEntries(Object.entries(terms).map(([term, forms]) => [term, allNamed(forms)])),
		groups: groups.map((group) => ({
			...group,
			...allNamed({ name: group.name, long: group.long, from: group.from }),
			colour: '#8e4fc0'
		})),
		districts: districts.map(({ key, name }) => ({ key, name: named(name) })),
		wording: {},
		translations: {}
	};
	return { ...now, ...changed, address: 'du', terms: { ...now.terms, ...changed.terms } };
}

/** Says everything in other words: every word of the profile, every sentence and every fixed page. How many texts that were. */
export async function relabel(testApp: TestApp): Promise<number> {
	const ctx = testApp.as(await testApp.person('none', { roles: ['admin'] }));
	const after = renamed(await profile.current(ctx));
	await profile.save(ctx, after, { concern: 'all', note: '' });
	const rows = [...ourTexts()].map(([key, text], at) => ({
		...{ number: at + 1, locale: 'de', key, text: otherwise(key, text), savedBy: null, savedAt: testApp.now }
	}));
	for (const { key, text } of rows) {
		const verdict = mayStandFor(key, ourTexts().get(key) ?? '', text, termsOf(after));
		if (!verdict.ok) throw new Error(`${key}: ${verdict.because}`);
	}
	await transaction(ctx, async ({ db }) => {
		for (let at = 0; at < rows.length; at += 100)
			await db
				.insertInto('textOverrides')
				.values(rows.slice(at, at + 100))
				.execute();
	});
	return rows.length;
}
