import { describe, expect, it } from 'vitest';
import { readPdf } from '../../../tests/support/files/pdf.ts';
import { makeTestApp } from '../../../tests/support/machine/testApp.ts';
import { seenMark } from '../editState.ts';
import { ROLES } from '../people/person.ts';
import { openPdfWorker } from '../server/print/pdfWorker.server.ts';
import * as wording from '../wording/wording.server.ts';
import { t } from '../texts/texts.ts';
import { CHAPTERS, isOwn } from './chapter.ts';
import * as handbook from './handbook.server.ts';
import { chapterPaper, handbookPaper } from './handbookPaper.server.ts';

const able = await openPdfWorker.able();

describe('the handbook', () => {
	it('is for the team, whatever their role, and for nobody else', async () => {
		const testApp = await makeTestApp();
		expect(() => handbook.chapters(testApp.as(null))).toThrow(expect.objectContaining({ reason: 'signInFirst' }));
		const resident = testApp.as(await testApp.person());
		expect(() => handbook.search(resident, 'Karten')).toThrow(expect.objectContaining({ reason: 'roleMissing' }));
		await expect(chapterPaper(resident, 'alle')).rejects.toMatchObject({ reason: 'roleMissing' });
		await expect(handbookPaper(resident)).rejects.toMatchObject({ reason: 'roleMissing' });
		for (const role of ROLES) {
			const person = await testApp.person('none', { roles: [role] });
			expect(handbook.chapters(testApp.as(person)).map(({ slug }) => slug)).toEqual(CHAPTERS.map(({ slug }) => slug));
			expect(CHAPTERS.filter(({ slug }) => isOwn(slug, person))).toHaveLength(2);
		}
	});

	it('names things as this process does, and leaves no gap', async () => {
		const testApp = await makeTestApp();
		const ctx = testApp.as(await testApp.person('none', { roles: ['helper'] }));
		for (const { slug, sections } of handbook.chapters(ctx))
			expect(`${slug} ${sections.map(({ body }) => body).join(' ')}`).not.toContain('{-');
	});

	it('says it in the words of the operator from the next moment on', async () => {
		const testApp = await makeTestApp();
		const ctx = testApp.as(await testApp.person('none', { roles: ['admin'] }));
		const text =
			'---\ntitle: Helfen bei uns\nlead: So geht es.\n---\n\n# Karten: Im Schrank\n\nSie liegen im Schrank.\n';
		const seen = seenMark(wording.stateOf(await wording.one(ctx, 'page:handbuch/helfen')));
		await wording.reword(ctx, 'page:handbuch/helfen', { text, seen });
		await wording.withWords(ctx, async () => {
			expect(handbook.chapter(ctx, 'helfen')).toMatchObject({
				title: 'Helfen bei uns',
				sections: [{ anchor: 'karten' }]
			});
			expect(handbook.search(ctx, 'Schrank')).toHaveLength(1);
		});
	});

	it('knows no chapter by another name', async () => {
		const testApp = await makeTestApp();
		const ctx = testApp.as(await testApp.person('none', { roles: ['helper'] }));
		for (const slug of ['', 'x', '__proto__', 'toString']) expect(() => handbook.chapter(ctx, slug)).toThrow();
	});
});

describe('on paper', () => {
	it.runIf(able)(
		'it is an accessible PDF, the whole or one chapter, with every heading',
		async () => {
			const testApp = await makeTestApp();
			const ctx = testApp.as(await testApp.person('none', { roles: ['moderator'] }));
			const pdf = await readPdf((await chapterPaper(ctx, 'moderation')).bytes);
			expect(pdf).toMatchObject({ universal: '1', tagged: true, lang: 'de-DE' });
			const squeezed = (text: string) => text.replace(/\s+/g, '');
			for (const { title } of handbook.chapter(ctx, 'moderation').sections)
				expect(squeezed(pdf.text)).toContain(squeezed(title));
			const whole = await readPdf((await handbookPaper(ctx)).bytes);
			expect(whole).toMatchObject({ universal: '1', tagged: true, title: t.handbook.title });
			for (const { title } of handbook.chapters(ctx)) expect(squeezed(whole.text)).toContain(squeezed(title));
		},
		60_000
	);
});
