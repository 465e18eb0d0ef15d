import { beforeAll, describe, expect, it } from 'vitest';
import { groupName } from '#lib/people/groupNames.ts';
import { currentProfile } from '#lib/profile/current.ts';
import { DEFAULT_PROFILE } from '#lib/profile/default.ts';
import type { Ctx } from '#lib/server/ctx.ts';
import { currentWords, inGerman } from '#lib/texts/current.ts';
import { dayTime, month, untilDay } from '#lib/texts/dates.ts';
import { markedGerman } from '#lib/texts/locales/german.ts';
import { TRANSLATED, type Locale } from '#lib/texts/locales/locale.ts';
import { decimal, percent, whole } from '#lib/texts/numbers.ts';
import { fixedPage } from '#lib/texts/pages/pages.server.ts';
import { fill, t } from '#lib/texts/texts.ts';
import { teamNumber } from '#lib/staffSearch/staffSearch.ts';
import { voiceOf } from '#lib/people/details/language.ts';
import { makeTestApp, type TestApp } from '../../../tests/support/machine/testApp.ts';
import { translationsOf } from './translations.server.ts';
import * as wording from './wording.server.ts';

const AT = '2026-11-22T13:05:00.000Z';

let testApp: TestApp;
let admin: Ctx;

beforeAll(async () => {
	testApp = await makeTestApp();
	admin = testApp.as(await testApp.person('none', { roles: ['admin'] }));
});

/** As somebody reads it who has chosen that language. */
const read = <T>(locale: Locale, what: () => T) =>
	wording.withWords({ ...testApp.as(null), locale }, async () => what());

describe('whoever reads in another language', () => {
	it('reads its sentences, and German where it has none', async () => {
		expect(await read('uk', () => t.site.skip)).toBe(translationsOf('uk').get('site.skip'));
		expect(await read('uk', () => t.operator.title)).toBe(markedGerman(t.operator.title));
		expect(await read('leicht', () => t.operator.title)).toBe(t.operator.title);
		expect(await read('uk', () => currentWords().locale)).toBe('uk');
		expect(t.site.skip).toBe('Zum Inhalt springen');
	});

	it('reads of the groups and of the process in it, while keys stay', async () => {
		const { name } = DEFAULT_PROFILE.translations.uk?.groups?.[0] ?? {};
		expect(await read('uk', () => groupName('affected'))).toBe(name);
		expect(await read('uk', () => currentProfile().groups.map(({ key }) => key))).toEqual(
			DEFAULT_PROFILE.groups.map(({ key }) => key)
		);
		const { claim } = DEFAULT_PROFILE.translations.uk?.look ?? {};
		expect(await read('uk', () => t.site.claim)).toBe(claim);
	});

	it('finds no place in a sentence that nobody has filled', async () => {
		const said = await read('uk', () => JSON.stringify(currentWords().catalogue));
		expect(said).not.toMatch(/\{-\w/);
	});

	it('reads numbers and dates as that language writes them', async () => {
		const at = '2026-11-22T13:05:00.000Z';
		const told = () => [dayTime(at), untilDay(at), month('2026-11'), whole(12_345), decimal(0.75), percent(0.734)];
		expect(await read('en', told)).toEqual([
			...['22 November 2026, 14:05', 'until 22 November 2026', 'November 2026', '12\u202f345', '0.75', '73%']
		]);
		expect(await read('leicht', told)).toEqual(told());
		const arabic = await read('ar', told);
		expect(arabic[0]).toContain('22 نوفمبر 2026');
		expect(arabic[3]).toBe('12\u202f345');
	});

	it('is told which words are German', async () => {
		expect(voiceOf('de')).toEqual({});
		expect(await read('leicht', () => voiceOf('de'))).toEqual({});
		expect(await read('ar', () => voiceOf('de'))).toEqual({ lang: 'de', dir: 'ltr' });
	});
});

describe('whoever works in English', () => {
	const readByTeam = <T>(what: () => T) =>
		wording.withWords({ ...admin, locale: 'en', audience: 'team' }, async () => what());

	it('reads the workshop in it', async () => {
		expect(await readByTeam(() => [t.operator.title, t.workshop.title])).toEqual([
			'Details on fixed pages',
			'Workshop'
		]);
	});

	it('keeps and sends what others read in German, with the words of the process', async () => {
		const said = () => [fill(t.strategy.draftTitle, { title: 'Armut', number: 3 }), t.reports.title, untilDay(AT)];
		expect(await readByTeam(() => inGerman(said))).toEqual(said());
		expect(await readByTeam(() => [inGerman(() => t.recording.batch), t.recording.batch])).toEqual([
			'Aufgeschriebene Beiträge',
			'Recorded contributions'
		]);
		await expect(
			readByTeam(() =>
				inGerman(() => {
					throw new Error('broken');
				})
			)
		).rejects.toThrow('broken');
		expect(await readByTeam(() => t.recording.batch)).toBe('Recorded contributions');
	});

	it('finds by the names on its page, and by the German ones', async () => {
		expect(await readByTeam(() => ['Cluster 3', 'report no 4', 'Stapel 3', 'Baum 3'].map(teamNumber))).toEqual([
			{ kind: 'cluster', number: 3 },
			{ kind: 'ticket', number: 4 },
			{ kind: 'cluster', number: 3 },
			null
		]);
	});

	it('edits German texts with the German words of the process', async () => {
		const { sentences } = await readByTeam(() =>
			wording.preview(admin, 'votes.hint', 'Das sieht {-authority.nominative}.')
		);
		expect(sentences).toEqual(['Das sieht das Ministerium.']);
	});
});

describe('what the operator says otherwise', () => {
	it('holds for its language only', async () => {
		await wording.reword(admin, 'votes.hint', { text: 'Таємно.' }, 'uk');
		await wording.reword(admin, 'votes.mine', { text: 'Sie sagten: {choice}!' });
		expect(await read('uk', () => t.votes.hint)).toBe('Таємно.');
		expect(await read('ar', () => t.votes.hint)).toBe(translationsOf('ar').get('votes.hint'));
		expect(await read('de', () => t.votes.hint)).not.toBe('Таємно.');
		expect(await read('uk', () => t.votes.mine)).toBe(translationsOf('uk').get('votes.mine'));
		expect(await read('de', () => t.votes.mine)).toBe('Sie sagten: {choice}!');
	});

	it('on a page in German stands in every language until it is translated', async () => {
		const { ours } = await wording.one(admin, 'page:impressum');
		await wording.reword(admin, 'page:impressum', { text: ours.replace(/title: .*/, 'title: Wer wir sind') });
		expect(await read('uk', () => fixedPage('impressum')?.title)).toBe('Wer wir sind');
	});
});

it('ten languages are ready after little work', async () => {
	const started = process.cpuUsage();
	for (const locale of TRANSLATED) await read(locale, () => t.site.skip);
	// Microseconds of work, whoever else wants the machine; alone it is a tenth of this.
	expect(process.cpuUsage(started).user).toBeLessThan(3_000_000);
});
