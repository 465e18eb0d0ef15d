import { describe, expect, it } from 'vitest';
import * as strategy from '#lib/strategy/strategy.server.ts';
import { found, NotFound, Stale } from '#lib/verdict.ts';
import { contribute, makeEditor, NO_ANSWERS, NUMBERS, verified } from '../../../tests/support/strategy/strategy.ts';
import { makeTestApp } from '../../../tests/support/machine/testApp.ts';
import { transaction } from '../server/db/transaction.ts';
import { ExplainForm } from './omission.ts';
import * as omissions from './omissions.server.ts';

async function setting() {
	const testApp = await makeTestApp();
	const editor = await makeEditor(testApp);
	const person = await testApp.person();
	const numbers = [await contribute(testApp, person), await contribute(testApp, person, 'Strom')];
	await editor.start();
	await editor.add({ from: numbers.slice(0, 1) });
	const explain = async (subject: string, text: string, seen?: string) =>
		omissions.explain(editor.ctx, {
			...{ version: (await editor.draft()).id, subject, way: text && 'otherwise', text },
			...(seen !== undefined && { seen })
		});
	return { testApp, editor, numbers, explain, person };
}

describe('what is not in a draft', () => {
	it('is told to those who write: contributions behind no point; of words nothing as long as there are few texts', async () => {
		const { testApp, editor, numbers, person } = await setting();
		const draft = await editor.draft();
		expect(await omissions.omittedFrom(editor.ctx, draft)).toEqual({
			...{ texts: 2, words: null, unused: numbers.slice(1), passages: [], dissents: [] }
		});
		await expect(omissions.omittedFrom(testApp.as(person), draft)).rejects.toThrow(NotFound);
	});

	it('gets a sentence of the editors, which nobody overwrites unseen and which can be taken away', async () => {
		const { editor, explain } = await setting();
		await explain('word:affected:Scham', 'Steht bei Respekt.');
		await explain('word:affected:Scham', 'Steht bei Respekt.');
		await expect(explain('word:affected:Scham', 'Anders.', 'old')).rejects.toThrow(Stale);
		await explain('word:affected:Scham', '');
		const rows = await editor.ctx.app.reader.selectFrom('omissionNotes').selectAll().execute();
		expect(rows).toEqual([]);
	});

	it('is frozen under the digest, with the sentences, and a changed letter is found', async () => {
		const { testApp, editor, numbers } = await setting();
		await transaction(editor.ctx, async (ctx) => {
			const draft = await strategy.versionById(ctx, (await editor.draft()).id);
			const omitted = await omissions.seal(ctx, draft);
			const rest = { understood: [], represented: null, board: null };
			await strategy.freeze(ctx, draft, { numbers: NUMBERS, ...rest, omitted, answered: NO_ANSWERS });
		});
		expect((await strategy.version(testApp.as(null), 1)).omitted).toMatchObject({ unused: numbers.slice(1) });
		expect(await verified(testApp.as(null))).toEqual([{ number: 1, ok: true }]);
		await testApp.app.writer.updateTable('versions').set({ omitted: null }).execute();
		expect(await verified(testApp.as(null))).toMatchObject([{ ok: false }]);
	});
});

it('what was compared ahead is frozen only as long as no word has changed since', async () => {
	const { testApp, editor } = await setting();
	const people = await Promise.all(Array.from({ length: 5 }, () => testApp.person()));
	const say = (n: number) => contribute(testApp, found(people[n % 5], 'person'), `Scham ${n}`);
	for (let n = 0; n < 97; n++) await say(n);
	const draft = await strategy.versionById(editor.ctx, (await editor.draft()).id);
	await omissions.compareAhead(editor.ctx, draft);
	const sealed = () => transaction(editor.ctx, async (ctx) => omissions.seal(ctx, draft));
	expect(await sealed()).toMatchObject({ texts: 99, words: null });
	await say(97);
	const { words } = await sealed();
	// From a hundred texts on they are compared: an empty list is another answer than none.
	expect(words).toEqual([]);
	expect((await sealed()).words).toEqual(words);
});

it.each([
	['both', { 'way-1': 'plain', 'text-1': 'In Kurz.' }, true],
	['neither', { 'way-1': '', 'text-1': ' ' }, true],
	['a sentence without what it is', { 'way-1': '', 'text-1': 'Ja.' }, false],
	['what nobody can choose', { 'way-1': 'never', 'text-1': 'Ja.' }, false],
	['too much', { 'way-1': 'plain', 'text-1': 'x'.repeat(501) }, false]
])('a form with %s', (_, fields, ok) => {
	const form = { version: '018f0000-0000-7000-8000-000000000000', omission: 'dissent:1:2', row: '1', seen: '' };
	expect(ExplainForm.safeParse({ ...form, ...fields }).success).toBe(ok);
	expect(ExplainForm.safeParse({ ...form, ...fields, omission: 'dissent:x' }).success).toBe(false);
});
