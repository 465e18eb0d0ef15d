import { describe, expect, it } from 'vitest';
import type { Chapter } from './chapter.ts';
import { find, sentencesOf } from './finding.ts';

const chapters: Chapter[] = [
	{
		slug: 'helfen',
		title: 'Helfen',
		lead: '',
		sections: [
			{ anchor: 'karten', title: 'Karten: Ausgeben', body: 'Drucken Sie sofort. Die **Codes** stehen nur einmal da.' },
			{ anchor: 'orte', title: 'Orte', body: 'Ein Ort gibt [Karten](/werkstatt/karten) aus.\n\n- Er hat ein Team.' }
		]
	},
	{
		slug: 'moderation',
		title: 'Moderation',
		lead: '',
		sections: [
			{ anchor: 'schwaerzen', title: 'Schwärzen', body: '```\nnpm start\n```\n\nSchreiben Sie jede Stelle ab.' }
		]
	}
];
const where = (asked: string) => find(chapters, asked).map(({ section }) => section.anchor);

describe('whoever looks for something in the handbook', () => {
	it.each([
		['Karten', ['karten', 'orte']],
		['KARTE', ['karten', 'orte']],
		['schwaerzen', ['schwaerzen']],
		['schwärz', ['schwaerzen']],
		['Karten Team', ['orte']],
		['Karten Stelle', []],
		['npm start', ['schwaerzen']],
		['werkstatt', []],
		['Zeppelin', []],
		['zu', []],
		['', []],
		['%', []]
	])('finds with %j: %j', (asked, anchors) => expect(where(asked)).toEqual(anchors));

	it('reads the sentences that have the words, without the signs that set them', () => {
		expect(find(chapters, 'codes')[0]?.sentences).toEqual(['Die Codes stehen nur einmal da.']);
		expect(find(chapters, 'Schwärzen')[0]?.sentences).toEqual(['npm start']);
		expect(sentencesOf('1. Eins. Zwei!\n> Drei')).toEqual(['Eins.', 'Zwei!', 'Drei']);
	});
});
