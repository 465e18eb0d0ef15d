import { beforeAll, describe, expect, it } from 'vitest';
import { seenMark } from '#lib/editState.ts';
import { DEFAULT_PROFILE } from '#lib/profile/default.ts';
import type { Ctx } from '#lib/server/ctx.ts';
import { count, fill, t } from '#lib/texts/texts.ts';
import { fixedPage } from '#lib/texts/pages/pages.server.ts';
import { makeTestApp, type TestApp } from '../../../tests/support/machine/testApp.ts';
import * as wording from './wording.server.ts';

let testApp: TestApp;
let admin: Ctx;

beforeAll(async () => {
	testApp = await makeTestApp();
	admin = testApp.as(await testApp.person('none', { roles: ['admin'] }));
});

/** As a request of anybody would read it. */
const read = <T>(what: () => T) => wording.withWords(admin, async () => what());

describe('an admin says it in her own words', () => {
	it('and everybody reads them from then on, until she goes back to ours', async () => {
		const ours = t.votes.hint;
		await wording.reword(admin, 'votes.hint', { text: 'Ihre Stimme bleibt geheim.' });
		expect(await read(() => t.votes.hint)).toBe('Ihre Stimme bleibt geheim.');
		expect(t.votes.hint).toBe(ours);
		await wording.reword(admin, 'votes.hint', { text: '' });
		expect(await read(() => t.votes.hint)).toBe(ours);
		const { history } = await wording.one(admin, 'votes.hint');
		expect(history.map(({ text }) => text)).toEqual([null, 'Ihre Stimme bleibt geheim.']);
	});

	it('with facts and plurals', async () => {
		await wording.reword(admin, 'votes.mine', { text: 'Sie sagten: {choice}!' });
		const text = '{count, plural, =0 {Nichts} one {Eine Stimme} other {Zusammen {count}}}';
		await wording.reword(admin, 'votes.sheet.saved', { text });
		expect(await read(() => fill(t.votes.mine, { choice: 'Ja' }))).toBe('Sie sagten: Ja!');
		expect(await read(() => [0, 1, 7].map((n) => count(t.votes.sheet.saved, n)))).toEqual([
			...['Nichts', 'Eine Stimme', 'Zusammen 7']
		]);
	});

	it('and a fixed page in Markdown', async () => {
		const { ours } = await wording.one(admin, 'page:hilfe');
		await wording.reword(admin, 'page:hilfe', { text: ours.replace('Hilfe und Kontakt', 'Fragen?') });
		expect(await read(() => fixedPage('hilfe')?.title)).toBe('Fragen?');
		expect(fixedPage('hilfe')?.title).toBe('Hilfe und Kontakt');
	});

	it('and finds it by a word that is said', async () => {
		const found = await wording.list(admin, { search: 'nicht abgestimmt', room: 'votes', changed: false });
		expect(found.map(({ key }) => key)).toContain('votes.none');
		const changed = await wording.list(admin, { search: '', room: '', changed: true });
		expect(changed.map(({ key }) => key)).toEqual(expect.arrayContaining(['votes.mine', 'page:hilfe']));
		expect(changed.every(({ own }) => own !== null)).toBe(true);
	});

	it('two at once: the second sees what the first has written', async () => {
		const before = await wording.one(admin, 'votes.heading');
		const seen = seenMark(wording.stateOf(before));
		await wording.reword(admin, 'votes.heading', { text: 'Wählen', seen });
		await expect(wording.reword(admin, 'votes.heading', { text: 'Stimmen', seen })).rejects.toMatchObject({
			name: 'Stale',
			current: { texts: { text: 'Wählen' } }
		});
	});
});

describe('what cannot stand there', () => {
	const ours = 'votes.mine';
	it.each<[key: string, text: string, reason: string]>([
		[ours, 'Ihre Stimme.', 'wordingMissing'],
		[ours, '{choice} {name}', 'wordingInvented'],
		[ours, '{choice', 'wordingBroken'],
		[ours, '{choice} <b>fett</b>', 'wordingMarkup'],
		[ours, '{choice} {-wizard}', 'wordingInvented'],
		[ours, `{choice} ${'x'.repeat(2_000)}`, 'wordingTooLong'],
		['votes.sheet.saved', '{count, plural, one {1}}', 'wordingBroken'],
		['page:hilfe', 'Nur Text.', 'wordingNoPage'],
		['page:hilfe', '---\ntitle: A\nlead: B\n---\n\n{{nothing}}', 'wordingInvented'],
		['page:impressum', '---\ntitle: A\nlead: B\n---\n\nNichts.', 'wordingMissing']
	])('%s: %s', async (key, text, reason) => {
		const before = await wording.one(admin, key);
		await expect(wording.reword(admin, key, { text })).rejects.toMatchObject({ reason: reason });
		expect(await wording.one(admin, key)).toEqual(before);
	});

	it('is nothing of ours', async () => {
		for (const key of ['votes', 'votes.nothing', 'constructor', '__proto__', 'site.nav.0.href', 'page:nirgends'])
			await expect(wording.reword(admin, key, { text: 'x' })).rejects.toMatchObject({ name: 'NotFound' });
	});

	it('is what somebody else than an admin wants', async () => {
		const editor = testApp.as(await testApp.person('none', { roles: ['editor', 'publisher', 'moderator'] }));
		await expect(wording.reword(editor, 'votes.hint', { text: 'x' })).rejects.toMatchObject({ reason: 'roleMissing' });
		await expect(wording.list(editor, { search: '', room: '', changed: false })).rejects.toMatchObject({
			reason: 'roleMissing'
		});
	});
});

describe('terms of the process', () => {
	it('stand in every sentence that names them', async () => {
		await wording.reword(admin, 'votes.none', { text: '{-Authority.nominative} fragt Sie.' });
		const said = await read(() => t.votes.none);
		expect(said).toMatch(/^[A-ZÄÖÜ]\S+ .*fragt Sie\.$/);
		expect(said).not.toContain('{-');
	});

	it('are in the preview, which saves nothing', async () => {
		const { sentences } = await wording.preview(admin, 'votes.none', 'Hier sagt {-authority.nominative} nichts.');
		expect(sentences.join()).not.toContain('{-');
		const { page } = await wording.preview(admin, 'page:hilfe', '');
		expect(page?.title).toBe('Hilfe und Kontakt');
	});
});

describe('before a term is changed', () => {
	const { terms } = DEFAULT_PROFILE;
	const called = { ...terms.authority, nominative: 'das Amt', dative: 'dem Amt' };

	it('an admin sees the sentences that become others, and nothing changes', async () => {
		const { count, sentences } = await wording.previewTerms(admin, { ...terms, authority: called });
		expect(count).toBeGreaterThan(0);
		expect(sentences.length).toBeLessThanOrEqual(count);
		for (const { before, after } of sentences) expect(before).not.toBe(after);
		expect(await wording.previewTerms(admin, terms)).toEqual({ count: 0, sentences: [] });
	});

	it('nobody else does', async () => {
		const editor = testApp.as(await testApp.person('none', { roles: ['editor'] }));
		await expect(wording.previewTerms(editor, terms)).rejects.toThrow('roleMissing');
	});
});

it('an admin is told which terms no sentence names', async () => {
	const unused = await wording.unusedTerms(admin);
	expect(unused).not.toContain('authority');
	const [spare = 'topic'] = unused;
	await wording.reword(admin, 'votes.hint', { text: `Es geht um {-${spare}.accusative}.` });
	expect(await wording.unusedTerms(admin)).not.toContain(spare);
});
