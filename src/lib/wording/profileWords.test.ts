import { describe, expect, it } from 'vitest';
import { DEFAULT_PROFILE } from '#lib/profile/default.ts';
import type { Profile } from '#lib/profile/profile.ts';
import { SHIPPED } from '#lib/profile/shipped.ts';
import { reasonSentence } from '#lib/texts/texts.ts';
import { Refused } from '#lib/verdict.ts';
import { mayBeSaid, readProfileWithWords, withKnownTexts } from './profileWords.server.ts';

/** What the operator reads. */
function refusal(profile: unknown): string {
	try {
		readProfileWithWords(JSON.stringify(profile));
	} catch (problem) {
		if (problem instanceof Refused) return reasonSentence(problem.reason, problem.facts);
		throw problem;
	}
	return 'taken';
}

const saying = (wording: Profile['wording']): Profile => ({ ...DEFAULT_PROFILE, wording });
const inUkrainian = (change: object) => {
	const { uk } = DEFAULT_PROFILE.translations;
	return { ...DEFAULT_PROFILE, translations: { ...DEFAULT_PROFILE.translations, uk: { ...uk, ...change } } };
};
const ukrainian = (wording: Profile['wording']) => inUkrainian({ wording });
const [first, second] = DEFAULT_PROFILE.translations.uk?.groups ?? [];
const { topic } = DEFAULT_PROFILE.translations.uk?.terms ?? {};

describe('what a profile says', () => {
	it.each([...SHIPPED])('%s, which ships, can be said', (_, profile) => expect(refusal(profile)).toBe('taken'));

	it.each([
		['a text that is nowhere', saying({ 'votes.nothing': 'x' }), /nicht gibt: wording\.votes\.nothing\./],
		['a fact left out', saying({ 'votes.mine': 'Gesagt.' }), /»wording\.votes\.mine«.*bleiben: \{choice\}/],
		['a fact nobody tells', saying({ 'votes.hint': '{secret}' }), /»wording\.votes\.hint«.*nicht: \{secret\}/],
		['markup', saying({ 'votes.hint': '<b>x</b>' }), /»wording\.votes\.hint«/],
		['a word nobody knows', saying({ 'votes.hint': '{-minister}' }), /»wording\.votes\.hint«.*\{-minister\}/],
		['a form nobody knows', saying({ 'votes.hint': '{-topic.vocative}' }), /\{-topic\.vocative\}/],
		['half a bracket', saying({ 'votes.hint': 'x {' }), /Klammern/],
		[
			'a page without what the law wants',
			saying({ 'page:impressum': '---\ntitle: A\nlead: B\n---\n\nC\n' }),
			/bleiben/
		],
		['a page that is none', saying({ 'page:hilfe': 'Hilfe' }), /»wording\.page:hilfe«/],
		[
			'what only whoever takes part reads',
			{ ...DEFAULT_PROFILE, participantWording: { 'forms.nothing': 'x' } },
			/nicht gibt: participantWording\.forms\.nothing\./
		],
		['nothing', saying({ 'votes.hint': ' ' }), /leer/]
	])('%s is refused in one sentence that names the place', (_, profile, sentence) => {
		const said = refusal(profile);
		expect(said).toMatch(sentence);
		expect(said.split('\n')).toHaveLength(1);
	});

	it.each([
		[
			'a text that is nowhere',
			ukrainian({ 'votes.nothing': 'x' }),
			/nicht gibt: translations\.uk\.wording\.votes\.nothing/
		],
		['a fact left out', ukrainian({ 'votes.mine': 'Так' }), /»translations\.uk\.wording\.votes\.mine«.*\{choice\}/],
		[
			'a fact nobody tells',
			ukrainian({ 'votes.hint': '{secret}' }),
			/»translations\.uk\.wording\.votes\.hint«.*\{secret\}/
		],
		['markup', ukrainian({ 'votes.hint': '<i>x</i>' }), /»translations\.uk\.wording\.votes\.hint«/],
		[
			'a plural without all its forms',
			ukrainian({ 'votes.sheet.saved': '{count, plural, =0 {Нічого} one {Голос} other {{count}}}' }),
			/votes\.sheet\.saved.*few, many/
		],
		[
			'a word without a form',
			inUkrainian({ terms: { topic: { ...topic, dative: undefined } } }),
			/uk\.terms\.topic\.dative/
		],
		['a word the profile has not', inUkrainian({ terms: { minister: topic } }), /translations\.uk\.terms/],
		['a group the profile has not', inUkrainian({ groups: [{ ...first, key: 'nobody' }] }), /uk\.groups\.nobody/],
		['two groups of one name', inUkrainian({ groups: [first, { ...second, name: first?.name }] }), /denselben Namen/],
		['a language we do not speak', { ...DEFAULT_PROFILE, translations: { xx: {} } }, /translations/]
	])('in another language: %s is refused in one sentence that names the place', (_, profile, sentence) => {
		const said = refusal(profile);
		expect(said).toMatch(sentence);
		expect(said.split('\n')).toHaveLength(1);
	});

	it('that a former program knew is left out of the file that is written', () => {
		const old = saying({ 'votes.nothing': 'x', 'votes.hint': 'Geheim.' });
		expect(mayBeSaid(old).ok).toBe(false);
		expect(withKnownTexts(old).wording).toEqual({ 'votes.hint': 'Geheim.' });
		expect(mayBeSaid(withKnownTexts(old))).toEqual({ ok: true });
	});
});
