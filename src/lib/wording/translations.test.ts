import { describe, expect, it } from 'vitest';
import { DEFAULT_PROFILE } from '#lib/profile/default.ts';
import { TRANSLATED } from '#lib/texts/locales/locale.ts';
import { flawOf, flawsIn } from './translationFlaws.server.ts';

describe.each(TRANSLATED)('what is said in %s', (locale) => {
	it('can stand in place of German: same facts, all plurals, no markup', () => {
		expect(flawsIn(locale).map(({ file, key, why }) => `${file}: ${key} ${why}`)).toEqual([]);
	});

	it('so can what is particular to the process', () => {
		const wording = Object.entries(DEFAULT_PROFILE.translations[locale]?.wording ?? {});
		expect(wording.flatMap(([key, text]) => flawOf(locale, key, text) ?? [])).toEqual([]);
	});
});

describe('a translation is refused', () => {
	it.each([
		['votes.nothing', 'Нічого', 'there is no such text'],
		['votes.mine', 'Ваш вибір', 'lacks {choice}'],
		['votes.mine', 'Ваш {choice} {more}', 'invents {more}'],
		['votes.mine', 'Ваш {choice', 'is no ICU message'],
		['votes.hint', '<b>Таємно</b>', 'has markup'],
		['votes.hint', '  ', 'is empty'],
		['votes.hint', 'Це {-nobody.genitive}', 'invents {-nobody.genitive}'],
		['votes.sheet.saved', '{count, plural, =0 {Нічого} one {Голос} other {{count}}}', 'lacks the plural few, many'],
		['page:hilfe', 'Допомога', 'is no page']
	])('%s as %j: %s', (key, text, why) => expect(flawOf('uk', key, text)).toBe(why));
});
