import { describe, expect, it } from 'vitest';
import { lostWords, WORDS_MOST, type Text } from './lostWords.ts';
import { stemOf, Vocabulary } from './vocabulary.ts';

const fill = (count: number, text: string, group = 'affected', from = 0): Text[] =>
	Array.from({ length: count }, (_, place) => ({ author: `${group} ${from + place}`, group, text }));
const words = (lost: ReturnType<typeof lostWords>, group = 'affected') =>
	lost?.find((one) => one.group === group)?.words.map(({ word }) => word);

const version = 'Das Land baut Wohnungen. Wohnungen sollen bezahlbar sein. Die Beratung hilft bei Anträgen. '.repeat(
	80
);
const housing = 'Wir brauchen Wohnungen, die bezahlbar sind, und Beratung bei Anträgen.';

describe('words that are lost on the way', () => {
	it('are those a group uses and the version does not, most missing first', () => {
		const texts = [...fill(80, housing), ...fill(40, `${housing} Ich schäme mich. Die Scham bleibt.`, 'affected', 80)];
		expect(words(lostWords(texts, version, ['affected']))?.slice(0, 1)).toEqual(['Scham']);
		expect(
			words(
				lostWords(texts, `${version} ${'Niemand soll Scham spüren, denn Scham macht krank. '.repeat(40)}`, ['affected'])
			)
		).not.toContain('Scham');
	});

	it.each([
		['99 texts say nothing', fill(99, 'Die Scham bleibt, Scham und Scham.'), null],
		['nobody is there', [], null],
		['two authors are too few', [...fill(110, housing), ...fill(2, 'Scham '.repeat(30), 'affected', 200)], []],
		['three are enough', [...fill(110, housing), ...fill(3, 'Scham '.repeat(30), 'affected', 200)], ['Scham']],
		[
			'one author who says it often is one',
			[
				...fill(110, housing),
				...Array.from({ length: 9 }, () => ({ author: 'x', group: 'affected', text: 'Scham Scham Scham Scham' }))
			],
			[]
		],
		[
			'those nobody knows are no authors',
			[...fill(110, housing), ...fill(9, 'Scham '.repeat(9)).map((one) => ({ ...one, author: null }))],
			[]
		]
	])('%s', (_, texts, expected) => {
		const lost = lostWords(texts, version, ['affected']);
		expect(expected === null ? lost : words(lost)?.filter((word) => word === 'Scham')).toEqual(expected);
	});

	it('are told of each group by itself', () => {
		const texts = [
			...fill(90, `${housing} Stromsperre droht.`),
			...fill(30, `${housing} Monitoring fehlt.`, 'research')
		];
		const lost = lostWords(texts, version, ['affected', 'research', 'practice']);
		expect(words(lost, 'research')).toContain('Monitoring');
		expect(words(lost, 'affected')).not.toContain('Monitoring');
		expect(words(lost, 'practice')).toEqual([]);
	});

	it('do not depend on the order of the texts, and are never more than a page holds', () => {
		const many = Array.from(
			{ length: 40 },
			(_, n) => `Wort${'bcdfghjklmpqrtvwxzyu'[n % 20]}${n < 20 ? 'a' : 'o'}`
		).join(' ');
		const texts = [...fill(70, housing), ...fill(50, many, 'affected', 100), ...fill(20, housing, 'practice')];
		const lost = lostWords(texts, version, ['affected', 'practice']);
		expect(lostWords([...texts].reverse(), version, ['affected', 'practice'])).toEqual(lost);
		expect(words(lost)).toHaveLength(WORDS_MOST);
	});

	it('an empty version has lost everything, and nothing fails', () => {
		expect(words(lostWords(fill(120, housing), '', ['affected']))?.length).toBeGreaterThanOrEqual(0);
		expect(lostWords(fill(120, ''), '', ['affected'])).toEqual([{ group: 'affected', words: [] }]);
	});
});

describe('a word', () => {
	it.each([
		['Wohnungen', 'Wohnung'],
		['Häuser', 'Hauses'],
		['Kinder', 'Kind'],
		['Straßen', 'Strasse']
	])('%s is %s', (one, other) => expect(stemOf(one)).toBe(stemOf(other)));

	it('that is made of two others counts as both, where they are more usual', () => {
		const vocabulary = new Vocabulary();
		for (const text of ['Strom Strom Strom', 'Sperre Sperre Sperre', 'Stromsperre', 'Wohnungsamt', 'Wohnung Wohnung'])
			vocabulary.read(text);
		const spelled = vocabulary.spelling();
		const parts = (word: string) =>
			(vocabulary.wordsByForm()[vocabulary.read(word)[0] ?? -1] ?? []).map((id) => spelled[id]);
		expect(parts('Stromsperre')).toEqual(['Strom', 'Sperre']);
		// »amt« is too short to be a word of its own.
		expect(parts('Wohnungsamt')).toEqual(['Wohnungsamt']);
		expect([...vocabulary.read('und ich wir dass')]).toEqual([]);
	});
});
