import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SearchQuery, understood } from './query.ts';
import { distance, nearest } from './spellingSuggestion.ts';

describe('what somebody asks for', () => {
	it.each([
		['17', { kind: null, number: 17 }],
		['#17', { kind: null, number: 17 }],
		['Nr. 17', { kind: null, number: 17 }],
		['Beitrag 17', { kind: 'proposal', number: 17 }],
		['beitrag nr. 017', { kind: 'proposal', number: 17 }],
		['Punkt 3', { kind: 'point', number: 3 }],
		['Strategiepunkt #3', { kind: 'point', number: 3 }],
		['BERICHT 2', { kind: 'report', number: 2 }],
		['Änderungsvorschlag 4', { kind: 'amendment', number: 4 }],
		['№ 17', { kind: null, number: 17 }],
		['№17', { kind: null, number: 17 }],
		['Nr17', { kind: null, number: 17 }],
		['Beitrag17', { kind: 'proposal', number: 17 }],
		['１７', { kind: null, number: 17 }],
		['١٧', { kind: null, number: 17 }],
		['Beitrag\u00a0Nr.\u00a017', { kind: 'proposal', number: 17 }],
		['Treffen 5', { kind: 'meeting', number: 5 }],
		['17 Wohnungen', null],
		['Beitrag siebzehn', null],
		['constructor 1', null],
		['1234567890', null]
	])('»%s« is a number, or is not', (asked, number) => expect(understood(asked).number).toEqual(number));

	it.each([
		['in', [], ['in']],
		['17', [], []],
		['Nr. 17', [], []],
		['Beitrag 17', ['beitrag'], []],
		['%_* "', [], []],
		['ab Wohnung', ['wohnung'], ['ab']],
		['Kinder Geld', ['kind', 'geld'], []]
	])('of »%s« it says which words it does not look for', (asked, parts, short) => {
		expect(understood(asked)).toMatchObject({ parts, short });
	});

	it('reads anything from an address', () => {
		expect(SearchQuery.parse({ q: 'x'.repeat(200), art: 'alles', reihenfolge: '', nach: 'y'.repeat(99) })).toEqual({
			...{ q: '', section: null, order: 'best', after: null }
		});
	});
});

describe('a misspelt word', () => {
	it.each([
		['buergegeld', 'buergergeld', 1],
		['jobcentre', 'jobcenter', 1],
		['wonung', 'wohnung', 1],
		['miete', 'miete', 0],
		['haus', 'maus', 1],
		['abc', 'xyz', 3]
	])('%s and %s are %i apart', (one, other, away) => {
		expect(distance(one, other, 5)).toBe(away);
		expect(distance(other, one, 5)).toBe(away);
	});

	it('is never further away than it is told to look', () => {
		fc.assert(
			fc.property(
				fc.string({ maxLength: 12 }),
				fc.string({ maxLength: 12 }),
				fc.integer({ min: 0, max: 3 }),
				(a, b, most) => {
					expect(distance(a, b, most)).toBe(Math.min(distance(a, b, 99), most + 1));
				}
			)
		);
	});

	it('becomes the nearest, of several the most frequent, and none where none is near', () => {
		const known = [
			{ word: 'wohnung', shown: 'Wohnung', count: 9 },
			{ word: 'wohnungen', shown: 'Wohnungen', count: 20 },
			{ word: 'ordnung', shown: 'Ordnung', count: 50 }
		];
		expect(nearest('wonung', known)?.shown).toBe('Wohnung');
		expect(nearest('wohnungn', known)?.shown).toBe('Wohnungen');
		expect(nearest('fahrrad', known)).toBeNull();
		expect(nearest('wohnung', known.slice(0, 1))).toBeNull();
	});
});
