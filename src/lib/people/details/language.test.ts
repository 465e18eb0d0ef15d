import { describe, expect, it } from 'vitest';
import { canBe, SPOKEN, voiceOf } from './language.ts';

describe('the language somebody writes in', () => {
	it('is said where the words stand, and German is not said twice', () => {
		expect(voiceOf('de')).toEqual({});
		expect(voiceOf('uk')).toEqual({ lang: 'uk', dir: 'ltr' });
		expect(voiceOf('ar')).toEqual({ lang: 'ar', dir: 'rtl' });
		expect(voiceOf('other')).toEqual({ lang: 'und', dir: 'auto' });
		expect(SPOKEN[0]).toBe('de');
	});

	it.each([
		['Мені потрібна квартира', false],
		['أحتاج إلى شقة', false],
		['Ich brauche eine Wohnung', true],
		['Bir daireye ihtiyacım var', true],
		['Meine Straße heißt »Київ«', true],
		['12 %', true],
		['', true]
	])('can "%s" be German? %s', (text, german) => {
		expect(canBe('de', text)).toBe(german);
		expect(canBe('uk', text)).toBe(true);
	});
});
