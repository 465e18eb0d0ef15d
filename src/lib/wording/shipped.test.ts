import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { TRANSLATED } from '#lib/texts/locales/locale.ts';
import type { Profile } from '#lib/profile/profile.ts';
import { readPages } from '#lib/texts/pages/pages.server.ts';
import { sourceTexts } from '#lib/texts/words.ts';
import { EASY_OF_OTHERS, isForParticipants, OF_OTHERS } from '../../../tests/support/forms/participantTexts.ts';
import { composedWords, NO_OVERRIDES } from './composedWords.server.ts';
import { mayBeSaid, readProfileWithWords } from './profileWords.server.ts';
import { translationsOf } from './translations.server.ts';

const ours = sourceTexts(readPages('de'));
const shipped = readdirSync('src/profiles').map((name): [string, Profile] => [
	name,
	readProfileWithWords(readFileSync(`src/profiles/${name}/profile.json`, 'utf8'))
]);

describe('a profile that ships', () => {
	it.each(shipped)('%s says nothing that would be dropped, and leaves out nothing the law wants', (_, profile) => {
		expect(mayBeSaid(profile)).toEqual({ ok: true });
	});

	it.each(shipped)('%s says what is its own in every language it is read in', (_, { terms, groups, translations }) => {
		for (const locale of TRANSLATED) {
			const own = translations[locale];
			expect([locale, Object.keys(own?.terms ?? {}).sort()]).toEqual([locale, Object.keys(terms).sort()]);
			expect([locale, own?.groups.map(({ key }) => key)]).toEqual([locale, groups.map(({ key }) => key)]);
			expect(Object.keys(own?.wording ?? {})).toEqual(
				expect.arrayContaining(['start.lead', 'account.signIn.about.2.text'])
			);
		}
	});

	it.each(shipped)('%s leaves out no paragraph of what the law wants people to be told', (_, { wording }) => {
		for (const key of ['page:datenschutz', 'page:leicht/datenschutz', 'page:barrierefreiheit']) {
			const [general, own] = [ours.get(key) ?? '', wording[key]].map((text) => paragraphsOf(text ?? ''));
			if (wording[key] === undefined) continue;
			expect(own?.map((count, section) => [key, section, count >= (general?.[section] ?? 0)])).toEqual(
				general?.map((_, section) => [key, section, true])
			);
		}
	});

	const informal = shipped.filter(([, { address }]) => address === 'du');

	it.each(informal)('%s, which says »du«, says it in everything that whoever takes part reads', (_, profile) => {
		const wording = { ...profile.wording, ...profile.participantWording };
		const said = [...ours].filter(([key]) => isForParticipants(key)).map(([key, text]) => [key, wording[key] ?? text]);
		const formal = said.flatMap(([key = '', text = '']) =>
			formalIn(text, OF_OTHERS.includes(key)).map((sentence) => `${key}: ${sentence}`)
		);
		expect(formal).toEqual([]);
	});

	it.each(informal)('%s says it in easy words, too', (_, profile) => {
		const { wording } = profile.translations.leicht ?? { wording: {} };
		const said: Record<string, string> = {
			...Object.fromEntries(translationsOf('leicht')),
			...{ ...profile.wording, ...profile.participantWording, ...wording }
		};
		const formal = Object.entries(said).filter(([key]) => isForParticipants(key));
		expect(
			formal.flatMap(([key, text]) => formalIn(text, EASY_OF_OTHERS.includes(key)).map((one) => `${key}: ${one}`))
		).toEqual([]);
		const { catalogue } = composedWords(NO_OVERRIDES, profile, 'leicht');
		expect(catalogue.votes.none).toBe(said['votes.none']);
		expect(catalogue.done.voted).toBe(profile.participantWording['done.voted']);
	});

	it.each(informal)('%s says »du« to nobody of the team', (_, profile) => {
		const toTeam = Object.entries(profile.wording).filter(([key]) => !isForParticipants(key));
		const informally = toTeam.filter(([, text]) => INFORMAL.test(text.replace(ASKED, '')));
		expect(informally.map(([key]) => key)).toEqual([]);
		const [team, all] = [
			composedWords(NO_OVERRIDES, profile, 'de', 'team'),
			composedWords(NO_OVERRIDES, profile, 'de')
		];
		expect(INFORMAL.test(team.catalogue.forms.missing)).toBe(false);
		expect([team.catalogue.forms.missing, all.catalogue.forms.missing]).toEqual([
			ours.get('forms.missing'),
			profile.participantWording['forms.missing']
		]);
	});
});

/** How many paragraphs and points of a list each section of a page has. */
const paragraphsOf = (page: string): number[] =>
	page.split(/^# /m).map((section) => section.split(/\n\s*\n|\n(?=- )/).filter((part) => part.trim() !== '').length);

/** The question itself, which the team reads as it was asked. */
const ASKED = 'Haben wir dich verstanden?';
const INFORMAL = /(?<!\p{L})([Dd]u|[Dd]ich|[Dd]ir|[Dd]eine?[mnrs]?|[Ee]uch|[Ee]ure?[mnrs]?)(?!\p{L})/u;
const FORMAL = /(?<!\p{L})(Sie|Ihnen|Ihr(e[mnrs]?)?)(?!\p{L})/u;

/** »Ihr wisst«: several at once. */
const SEVERAL = /^Ihr (?:alle )?(?=\p{Ll}+t(?!\p{L}))/u;

/** The sentences that address with »Sie«; where the text speaks `ofOthers`, a sentence may begin with the word. */
function formalIn(text: string, ofOthers: boolean): string[] {
	const sentences = text.split(/(?<=[.!?:;}{»«„“*>#-])\s+|\n+|[{}]/u).map((sentence) => sentence.trim());
	return sentences.filter((sentence) => {
		const rest = ofOthers ? sentence.replace(/^(Sie|Ihre?)(?!\p{L})/u, '') : sentence;
		return FORMAL.test(rest.replace(SEVERAL, ''));
	});
}

describe('»Sie« is found', () => {
	it.each([
		['in the middle', 'Hier können Sie schreiben.', false, 1],
		['at the beginning', 'Das ist gut. Ihre Karte gilt.', false, 1],
		[
			'in a plural',
			'{count, plural, =0 {} one {Es gibt 1 Punkt, den Sie kennen.} other {Sie kennen {count}.}}',
			false,
			2
		],
		['in the middle, where the beginning speaks of others', 'Sie bleiben. Lesen können Sie sie.', true, 1],
		['not where a sentence speaks of others', 'Sie bleiben. Ihre Namen stehen dabei.', true, 0],
		['not in other words', 'Wir fragen sie und ihre Freunde, Siegfried und Ihringen.', false, 0],
		['not where several are meant', 'Ihr wisst es.', false, 0]
	])('%s', (_, text, ofOthers, found) => expect(formalIn(text, ofOthers)).toHaveLength(found));
});
