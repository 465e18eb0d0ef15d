import { beforeEach, describe, expect, it } from 'vitest';
import type { Ctx } from '#lib/server/ctx.ts';
import { markedGerman } from '#lib/texts/locales/german.ts';
import { formerTranslation, official, officialWords, translationOf } from '#lib/texts/locales/official.ts';
import type { Locale } from '#lib/texts/locales/locale.ts';
import { withWords } from '#lib/wording/wording.server.ts';
import * as strategy from '#lib/strategy/strategy.server.ts';
import * as search from '#lib/search/search.server.ts';
import { SearchQuery } from '#lib/search/query.ts';
import { Editor } from '../../../tests/support/strategy/strategy.ts';
import { putVersion } from '../../../tests/support/editions/published.ts';
import { makeTestApp, type TestApp } from '../../../tests/support/machine/testApp.ts';
import { BadTranslations, exportPo, exportTable, importFile } from './exchange.server.ts';
import { TranslationForm } from './translation.ts';
import * as translations from './translations.server.ts';

const TITLE = 'Mehr Beratung';
const BODY = `Wir wollen: ${TITLE}`;
const SAID = 'Більше консультацій';

let testApp: TestApp;
let editor: Ctx;
let point: number;

beforeEach(async () => {
	testApp = await makeTestApp();
	editor = testApp.as(await testApp.person('none', { roles: ['editor'] }));
	point = (await putVersion(testApp, { number: 1, titles: [TITLE, 'Mehr Busse'] })).points[0]?.number ?? 0;
});

const read = <T>(locale: Locale, what: () => T | Promise<T>) => {
	const ctx = { ...testApp.as(null), locale };
	return withWords(ctx, () => translations.withTranslations(ctx, async () => what()));
};
const thing = (key = String(point)) => ({ locale: 'uk', kind: 'point', key }) as const;
const form = (typed: Record<string, string>) =>
	TranslationForm.parse({ maker: 'person', machine: '', checkers: '', checkedOn: '', seen: 'x', ...typed });
/** As a program would: it has seen nothing on a screen. */
const say = (typed: Record<string, string>, by: Ctx = editor) => {
	const { seen: _, ...input } = form(typed);
	return translations.save(by, thing(), input);
};

describe('what an editor says of a point in another language', () => {
	it('is read there at once, by its exact wording, and in no other language', async () => {
		await say({ 'text-title': SAID, 'text-body': 'Ми хочемо більше.' });
		expect(await read('uk', () => officialWords(TITLE))).toBe(SAID);
		expect(await read('uk', () => officialWords(BODY))).toBe('Ми хочемо більше.');
		expect(await read('uk', () => official(`${TITLE} `))).toBe(markedGerman(`${TITLE} `));
		expect(await read('ru', () => official(TITLE))).toBe(markedGerman(TITLE));
		expect(await read('de', () => official(TITLE))).toBe(TITLE);
	});

	it('gives way to German as soon as the wording is another one, and is shown as of an older one', async () => {
		await say({ 'text-title': SAID });
		const place = `point/${point}/title`;
		expect(await read('uk', () => formerTranslation(place, TITLE))).toBeUndefined();
		expect(await read('uk', () => formerTranslation(place, 'Noch mehr Beratung')?.text)).toBe(SAID);
		expect(await read('uk', () => translationOf('Noch mehr Beratung'))).toBeUndefined();
	});

	it('can be taken away, and each state of it taken again', async () => {
		await say({ 'text-title': SAID });
		await say({ 'text-title': 'Інакше' });
		await say({ 'text-title': '' });
		expect(await read('uk', () => translationOf(TITLE))).toBeUndefined();
		const { history } = await translations.one(editor, 'uk', 'point', String(point));
		expect(history.map(({ text }) => text)).toEqual([null, 'Інакше', SAID]);
		await translations.take(editor, thing(), { number: history[2]?.number ?? 0 });
		expect(await read('uk', () => officialWords(TITLE))).toBe(SAID);
		await expect(translations.take(editor, thing('2'), { number: 1 })).rejects.toThrow('not found');
	});

	it('loses its check with another text, and keeps it with the same', async () => {
		await say({ 'text-title': SAID, maker: 'machine', machine: 'Bergamot' });
		expect(await read('uk', () => translationOf(TITLE))).toMatchObject({ maker: 'machine', checkers: '' });
		const checked = { checkers: 'Prüfgruppe Nord', checkedOn: '2027-05-01' };
		await say({ 'text-title': SAID, ...checked });
		expect(await read('uk', () => translationOf(TITLE))).toMatchObject({ maker: 'person', machine: '', ...checked });
		await say({ 'text-title': `${SAID}!`, ...checked });
		expect(await read('uk', () => translationOf(TITLE))).toMatchObject({ checkers: '', checkedOn: null });
	});

	it('has who made and who checked it for each text by itself, whatever the page was filled in with', async () => {
		const checked = { checkers: 'Prüfgruppe Nord', checkedOn: '2027-05-01' };
		await say({ 'text-title': SAID, ...checked });
		await say({ 'text-title': SAID, 'text-body': 'Ми хочемо більше.', ...checked });
		expect(await read('uk', () => translationOf(TITLE))).toMatchObject(checked);
		expect(await read('uk', () => translationOf(BODY))).toMatchObject({ checkers: '', checkedOn: null });
		const file = (await exportPo(editor, 'uk')).replace('Ми хочемо більше.', 'Машина хоче більше.');
		await importFile(editor, 'uk', Buffer.from(file), { maker: 'machine', machine: 'Bergamot' });
		await say({ 'text-title': `${SAID}!`, 'text-body': 'Машина хоче більше.', ...checked });
		expect(await read('uk', () => translationOf(TITLE))).toMatchObject({ text: `${SAID}!`, checkers: '' });
		expect(await read('uk', () => translationOf(BODY))).toMatchObject({ maker: 'machine', machine: 'Bergamot' });
	});

	it('of a draft is nobody’s before it goes out, and never shown as of an older wording', async () => {
		testApp = await makeTestApp();
		const author = new Editor(testApp, await testApp.person('none', { roles: ['editor'] }));
		await author.start();
		point = await author.add({ title: TITLE, body: BODY });
		await author.publish();
		await author.start();
		const words = { field: 'wohnen', title: TITLE, body: 'Der Entwurf sagt mehr.' };
		await strategy.rewordPoint(author.ctx, point, { ...(await author.marks()), ...words });
		const place = `point/${point}/body`;
		const former = (german: string) => read('uk', () => formerTranslation(place, german)?.text);

		await say({ 'text-draft-body': 'Проєкт каже більше.' }, author.ctx);
		expect(await former(BODY)).toBeUndefined();
		await say({ 'text-body': 'Ми хочемо більше.' }, author.ctx);
		expect(await former('Der Entwurf sagt mehr.')).toBe('Ми хочемо більше.');
		await author.publish();
		expect(await read('uk', () => translationOf('Der Entwurf sagt mehr.')?.text)).toBe('Проєкт каже більше.');
		await say({ 'text-title': SAID }, author.ctx);
		expect(await former(BODY)).toBeUndefined();
		expect(await former('Ganz anders.')).toBe('Проєкт каже більше.');
	});

	it.each([
		['markup', { 'text-title': '<b>x</b>' }, 'wordingMarkup'],
		['ten times as long', { 'text-title': 'x'.repeat(201) }, 'wordingTooLong'],
		['a check without a day', { 'text-title': SAID, checkers: 'Gruppe' }, 'checkIncomplete'],
		['a check of tomorrow', { 'text-title': SAID, checkers: 'Gruppe', checkedOn: '2027-05-11' }, 'checkInFuture']
	])('is refused: %s', async (_, typed, why) => {
		await expect(say(typed)).rejects.toMatchObject({ reason: why });
		expect(await read('uk', () => translationOf(TITLE))).toBeUndefined();
	});

	it('does not overwrite what somebody else has said meanwhile', async () => {
		await say({ 'text-title': SAID });
		await expect(translations.save(editor, thing(), form({ 'text-title': 'Моє' }))).rejects.toThrow(
			'changed meanwhile'
		);
	});

	it('is for editors and admins, like the lists and the files', async () => {
		for (const role of ['moderator', 'publisher', 'helper'] as const) {
			const other = testApp.as(await testApp.person('none', { roles: [role] }));
			await expect(say({ 'text-title': SAID }, other)).rejects.toMatchObject({ reason: 'roleMissing' });
			await expect(translations.progress(other)).rejects.toMatchObject({ reason: 'roleMissing' });
			await expect(exportPo(other, 'uk')).rejects.toMatchObject({ reason: 'roleMissing' });
		}
		const nobody = testApp.as(null);
		await expect(translations.list(nobody, 'uk', { kind: null, after: null })).rejects.toMatchObject({
			reason: 'signInFirst'
		});
	});

	it('is found by whoever searches in that language', async () => {
		await say({ 'text-title': SAID });
		const ask = (locale: Locale) =>
			read(locale, () => search.search({ ...testApp.as(null), locale }, SearchQuery.parse({ q: 'консультацій' })));
		expect((await ask('uk')).points.map(({ href }) => href)).toEqual([`/punkte/${point}`]);
		expect((await ask('de')).points).toEqual([]);
	});
});

describe('the list of a language', () => {
	it('counts all that is official, what is missing first, page by page, each once', async () => {
		const all = await translations.originals(editor);
		expect(new Set(all.map(({ kind }) => kind))).toEqual(
			new Set(['process', 'question', 'field', 'phase', 'version', 'point'])
		);
		await say({ 'text-title': SAID, 'text-body': 'Ми.' });
		const { things, count, next } = await translations.list(editor, 'uk', { kind: null, after: null });
		expect(things).toHaveLength(count);
		expect(next).toBeNull();
		expect(things.at(-1)).toMatchObject({ kind: 'point', key: String(point), state: 'checked' });
		const points = await translations.list(editor, 'uk', { kind: 'point', after: null });
		expect(points.things.map(({ state }) => state)).toEqual(['missing', 'checked']);
		const uk = (await translations.progress(editor)).find(({ locale }) => locale === 'uk');
		expect(uk?.byKind.point).toEqual({ all: 4, open: 2 });
	});

	it('goes on behind what it has shown, however much is translated meanwhile', async () => {
		const titles = Array.from({ length: 70 }, (_, n) => `Punkt mit Namen ${n}`);
		await putVersion(testApp, { number: 2, titles });
		const first = await translations.list(editor, 'uk', { kind: 'point', after: null });
		expect(first.things).toHaveLength(50);
		const rest = await translations.list(editor, 'uk', { kind: 'point', after: first.next });
		expect([...first.things, ...rest.things].map(({ title }) => title)).toEqual(titles);
	});
});

describe('a translator', () => {
	const bytes = (text: string) => new TextEncoder().encode(text);
	const made = { maker: 'machine', machine: 'Bergamot' } as const;

	it.each(['po', 'table'] as const)('gets everything as %s, and brings it back', async (kind) => {
		const file = kind === 'po' ? await exportPo(editor, 'uk') : await exportTable(editor, 'uk');
		expect(file).toContain(TITLE);
		const back =
			kind === 'po'
				? file.replace(`msgid "${TITLE}"\nmsgstr ""`, `msgid "${TITLE}"\nmsgstr "${SAID}"`)
				: file.replace(`;${TITLE};`, `;${TITLE};${SAID}`);
		expect(await importFile(editor, 'uk', bytes(back), made)).toEqual({ taken: 1, older: 0 });
		expect(await read('uk', () => translationOf(TITLE))).toMatchObject({ text: SAID, ...made });
		// The same file again changes nothing, and nobody's check is lost.
		expect(await importFile(editor, 'uk', bytes(back), made)).toEqual({ taken: 0, older: 0 });
	});

	it('is told what cannot stand there, and nothing of the file is taken', async () => {
		const place = `point/${point}/title`;
		const row = (where: string, german: string, text: string) => `${where};${german};${text}\r\n`;
		const head = 'Stelle;Deutsch;Übersetzung\r\n';
		const bad =
			head + row(place, TITLE, SAID) + row(`point/${point}/body`, BODY, '<b>x</b>') + row('point/99/title', 'x', 'y');
		const refused = await importFile(editor, 'uk', bytes(bad), made).catch((problem: unknown) => problem);
		expect(refused).toBeInstanceOf(BadTranslations);
		expect(refused instanceof BadTranslations && refused.flaws.map((flaw) => flaw.split(':')[0])).toEqual([
			`point/${point}/body`,
			'point/99/title'
		]);
		expect(await read('uk', () => translationOf(TITLE))).toBeUndefined();
		const older = head + row(place, 'Weniger Beratung', 'Менше');
		expect(await importFile(editor, 'uk', bytes(older), made)).toEqual({ taken: 0, older: 1 });
		await expect(importFile(editor, 'uk', bytes('%PDF-1.4'), made)).rejects.toBeInstanceOf(BadTranslations);
	});
});
