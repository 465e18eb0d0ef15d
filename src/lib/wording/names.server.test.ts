import { expect, it } from 'vitest';
import * as data from '#lib/data/data.server.ts';
import { SLUGS } from '#lib/data/dataset.ts';
import { NAME_LISTS, namePage, listOfPage } from '#lib/profile/words/nameList.ts';
import * as profile from '#lib/profile/profile.server.ts';
import type { Ctx } from '#lib/server/ctx.ts';
import { sha256 } from '#lib/sha256.ts';
import * as strategy from '#lib/strategy/strategy.server.ts';
import { fixedPage } from '#lib/texts/pages/pages.server.ts';
import { t } from '#lib/texts/texts.ts';
import { Refused, Stale } from '#lib/verdict.ts';
import { flaws, published } from '../../../tests/support/addenda.ts';
import { makeTestApp, type TestApp } from '../../../tests/support/machine/testApp.ts';
import * as names from './names.server.ts';
import * as wording from './wording.server.ts';

const adminOf = async (testApp: TestApp) => testApp.as(await testApp.person('none', { roles: ['admin'] }));
const read = <T>(ctx: Ctx, what: () => T) => wording.withWords(ctx, async () => what());
const shown = async (ctx: Ctx) => ({ seen: (await profile.state(ctx)).number });
/** As a request comes: with the profile and the words of its moment. */
const rename = (ctx: Ctx, list: (typeof NAME_LISTS)[number], rows: { name: string; text: string }[], seen: number) =>
	wording.withWords(ctx, () => names.rename(ctx, list, { rows, seen }));
const listed = (ctx: Ctx, list: (typeof NAME_LISTS)[number]) => wording.withWords(ctx, () => names.list(ctx, list));

it('an admin calls the entries of a list otherwise; codes stay, and empty is ours again', async () => {
	const testApp = await makeTestApp();
	const ctx = await adminOf(testApp);
	for (const list of NAME_LISTS) {
		const before = await listed(ctx, list);
		expect(before.length, list).toBeGreaterThan(2);
		const rows = before.map(({ name, text }) => ({ name: `${name} neu`, text }));
		await rename(ctx, list, rows, (await shown(ctx)).seen);
		const after = await listed(ctx, list);
		expect(after.map(({ code }) => code)).toEqual(before.map(({ code }) => code));
		expect(after.map(({ name }) => name)).toEqual(rows.map(({ name }) => name));
		expect(listOfPage(namePage(list))).toBe(list);
	}
	expect(await read(ctx, () => t.proposals.kinds.experience)).toBe('Erfahrung neu');
	expect(await read(ctx, () => t.answers.dispositions.declined)).toBe('Nicht übernommen neu');
	const page = await read(ctx, () => fixedPage('so-gehts')?.body ?? '');
	expect(page).toContain('- **Erfahrung neu:** Das habe ich selbst erlebt.');
	expect(page).toContain('- **Nicht übernommen neu:** Dann steht immer dabei, warum.');
	await rename(ctx, 'kinds', [], (await shown(ctx)).seen);
	expect(await read(ctx, () => t.proposals.kinds.experience)).toBe('Erfahrung');
	expect(await read(ctx, () => t.answers.dispositions.declined)).toBe('Nicht übernommen neu');
});

it('each list has its own history, and goes back without the others', async () => {
	const testApp = await makeTestApp();
	const ctx = await adminOf(testApp);
	await rename(ctx, 'kinds', [{ name: 'Erlebnis', text: 'Das war so.' }], 0);
	await rename(ctx, 'grounds', [{ name: 'Beleidigung', text: 'So nicht.' }], 1);
	expect((await profile.history(ctx, 'kinds')).map(({ number }) => number)).toEqual([1]);
	await profile.restoreRevision(ctx, 0, { seen: 2, part: 'kinds' });
	expect(await read(ctx, () => t.proposals.kinds.experience)).toBe('Erfahrung');
	expect(await read(ctx, () => t.moderation.grounds.insult.sentence)).toBe('So nicht.');
});

it('what was said of one entry before gives way, and is said in the file of the profile', async () => {
	const testApp = await makeTestApp();
	const ctx = await adminOf(testApp);
	await wording.reword(ctx, 'proposals.kinds.evidence', { text: 'Nachweis' });
	const rows = (await listed(ctx, 'kinds')).map(({ name, text }) => ({
		name: name === 'Nachweis' ? 'Quelle' : name,
		text
	}));
	await rename(ctx, 'kinds', rows, 0);
	expect(await read(ctx, () => t.proposals.kinds.evidence)).toBe('Quelle');
	expect((await profile.current(ctx)).wording['proposals.kinds.evidence']).toBe('Quelle');
});

it('two entries are not called the same, nor by what cannot stand there, nor by anybody but an admin', async () => {
	const testApp = await makeTestApp();
	const ctx = await adminOf(testApp);
	await expect(rename(ctx, 'kinds', [{ name: 'beleg', text: '' }], 0)).rejects.toThrow('nameTwice');
	await expect(rename(ctx, 'kinds', [{ name: '<b>Neu</b>', text: '' }], 0)).rejects.toThrow('wordingMarkup');
	await expect(rename(ctx, 'kinds', [{ name: 'Neu {x}', text: '' }], 0)).rejects.toThrow('wordingInvented');
	const editor = testApp.as(await testApp.person('none', { roles: ['editor'] }));
	await expect(rename(editor, 'kinds', [], 0)).rejects.toThrow(Refused);
	await expect(names.list(editor, 'kinds')).rejects.toThrow(Refused);
	await rename(ctx, 'kinds', [{ name: 'Erlebnis', text: '' }], 0);
	await expect(rename(ctx, 'kinds', [{ name: 'Erzählung', text: '' }], 0)).rejects.toThrow(Stale);
	expect((await profile.state(ctx)).number).toBe(1);
});

it('a new name changes no published version, no digest and no edition of open data', async () => {
	const town = await published();
	const ctx = await adminOf(town.testApp);
	expect(await data.publishEdition(ctx)).toBe(1);
	const files = async () => {
		const texts = [await strategy.frozenText(ctx, 1), await strategy.frozenText(ctx, 2)];
		for (const slug of SLUGS) {
			let text = '';
			for await (const piece of data.textOf(ctx, 1, slug, 'csv')) text += piece;
			texts.push(text);
		}
		return texts.map((text) => sha256(text, 'hex'));
	};
	const before = await wording.withWords(ctx, files);
	const open = await flaws(town);
	for (const list of NAME_LISTS) {
		const rows = (await listed(ctx, list)).map(({ name, text }) => ({ name: `${name} neu`, text }));
		await rename(ctx, list, rows, (await shown(ctx)).seen);
	}
	expect(await wording.withWords(ctx, files)).toEqual(before);
	expect(await wording.withWords(ctx, () => flaws(town))).toEqual(open);
	expect(open).toEqual([]);
});
