import { describe, expect, it } from 'vitest';
import { sentencesIn } from '#lib/texts/words.ts';
import { ourTexts } from './composedWords.server.ts';
import { exportPo, filesWith, missingIn, readPo } from './exchange.server.ts';
import { translationsOf } from './translations.server.ts';

describe('a translator', () => {
	it('gets everything, and brings back the same', () => {
		const { texts, flaws } = readPo('uk', Buffer.from(exportPo('uk')));
		expect(flaws).toEqual([]);
		const said = translationsOf('uk');
		expect([...texts].filter(([key, text]) => said.get(key) !== text)).toEqual([]);
		expect(texts.size).toBeGreaterThan(1_000);
		const missing = new Set(missingIn('uk'));
		expect([...texts.keys()].filter((key) => missing.has(key))).toEqual([]);
	});

	it('changes a sentence, and the file of its room holds it with all others', () => {
		const before = translationsOf('uk').get('site.skip') ?? '';
		const file = exportPo('uk').replace(`msgstr "${before}"`, 'msgstr "До змісту"');
		const { texts } = readPo('uk', Buffer.from(file));
		const site = filesWith('uk', texts).get('site.json') ?? '{}';
		const said = sentencesIn('site', JSON.parse(site));
		expect(said.get('site.skip')).toBe('До змісту');
		const others = [...translationsOf('uk')].filter(([key]) => key.startsWith('site.') && key !== 'site.skip');
		expect(others.filter(([key, text]) => said.get(key) !== text)).toEqual([]);
	});

	it('is told what cannot be said, and what was another text', () => {
		const entry = (key: string, german: string, text: string) =>
			`msgctxt "${key}"\nmsgid "${german}"\nmsgstr "${text}"\n`;
		const head = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=utf-8\\n"\n';
		const file = [
			head,
			entry('votes.hint', 'Ganz anders', 'Інше'),
			entry('site.skip', 'Zum Inhalt springen', '<b>x</b>')
		];
		expect(readPo('uk', Buffer.from(file.join('\n'))).flaws.map(({ key, why }) => `${key} ${why}`)).toEqual([
			'votes.hint stands for another German text by now',
			'site.skip has markup'
		]);
	});
});

it('the team reads English, too: nothing that is said is missing there', () => {
	// What only the operator fills in is empty in every language.
	expect(missingIn('en').filter((key) => ourTexts().get(key) !== '')).toEqual([]);
});

it('English has the lists of German, entry by entry', () => {
	const said = translationsOf('en');
	const entries = [...ourTexts().keys()].filter((key) => /\.\d+(\.|$)/.test(key) && !key.startsWith('fields.choices.'));
	expect(entries.length).toBeGreaterThan(100);
	expect(entries.filter((key) => !said.has(key))).toEqual([]);
});
