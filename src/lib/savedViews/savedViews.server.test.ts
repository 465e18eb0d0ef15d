import { describe, expect, it } from 'vitest';
import { newId } from '../server/ids.ts';
import { makeTestApp } from '../../../tests/support/machine/testApp.ts';
import { tidyQuery, VIEWS_MAX, type SaveInput } from './savedView.ts';
import * as savedViews from './savedViews.server.ts';

async function setting() {
	const testApp = await makeTestApp();
	const person = await testApp.person('none', { roles: ['moderator'] });
	const ctx = testApp.as(person);
	const form = (name: string, more: Partial<SaveInput> = {}): SaveInput => ({
		...{ id: newId(), list: 'inbox', query: 'art=comment&nur=overdue', name },
		...more
	});
	const names = async (list: SaveInput['list'] = 'inbox') =>
		(await savedViews.shown(ctx, list, '')).views.map((view) => view.name);
	return { testApp, person, ctx, form, names };
}

describe('a view of a worklist', () => {
	it('is kept by its name for the one who kept it, and leads to the same choice', async () => {
		const { testApp, ctx, form } = await setting();
		const saved = form('Alte Kommentare');
		expect(await savedViews.save(ctx, saved)).toBe('/werkstatt/eingang?art=comment&nur=overdue');
		await savedViews.save(ctx, saved);
		const { views, query } = await savedViews.shown(ctx, 'inbox', 'nur=overdue&art=comment&schritt=x');
		expect(views).toEqual([
			{
				...{ id: saved.id, list: 'inbox', name: 'Alte Kommentare', query: 'art=comment&nur=overdue' },
				href: '/werkstatt/eingang?art=comment&nur=overdue'
			}
		]);
		expect(query).toBe(views[0]?.query);
		const colleague = testApp.as(await testApp.person('none', { roles: ['moderator'] }));
		expect((await savedViews.shown(colleague, 'inbox', '')).views).toEqual([]);
		await savedViews.remove(colleague, saved.id);
		expect((await savedViews.shown(ctx, 'inbox', '')).views).toHaveLength(1);
		await savedViews.remove(ctx, saved.id);
		await savedViews.remove(ctx, saved.id);
		expect((await savedViews.shown(ctx, 'inbox', '')).views).toEqual([]);
	});

	it.each([
		['inbox', 'art=unsinn&q=Bus&ok=x', 'q=Bus'],
		['desk', 'who=me&after=abc&show=open', 'who=me'],
		['clusters', 'zeigen=mine&nach=1', 'zeigen=mine'],
		['answers', 'zeigen=all&feld=wohnen&nach=1', 'zeigen=all&feld=wohnen']
	] as const)('of %s keeps what the list knows, from its beginning', (list, typed, kept) => {
		expect(tidyQuery(list, typed)).toBe(kept);
	});

	it('has another name than the others of its list, and there are only so many', async () => {
		const { ctx, form, names } = await setting();
		await savedViews.save(ctx, form('Meine', { list: 'desk', query: 'who=me' }));
		await savedViews.save(ctx, form('Meine'));
		await expect(savedViews.save(ctx, form('Noch einmal'))).rejects.toMatchObject({ reason: 'viewKnown' });
		const other = (count: number) => ({ query: `q=Bus ${count}` });
		await expect(savedViews.save(ctx, form('Meine', other(0)))).rejects.toMatchObject({ reason: 'viewNameTaken' });
		for (let count = 1; count < VIEWS_MAX; count++) await savedViews.save(ctx, form(`Auswahl ${count}`, other(count)));
		const full = savedViews.save(ctx, form('Noch eine', other(99)));
		await expect(full).rejects.toMatchObject({ reason: 'viewsFull', facts: { most: String(VIEWS_MAX) } });
		expect(await names()).toHaveLength(VIEWS_MAX);
		expect(await names('desk')).toEqual(['Meine']);
	});

	it('is of something: a list as it always is needs no name', async () => {
		const { ctx, form } = await setting();
		for (const query of ['', 'art=unsinn', 'sort=oldest'])
			await expect(savedViews.save(ctx, form('Alles', { query }))).rejects.toMatchObject({
				reason: 'viewOfEverything'
			});
	});

	it('is kept only of lists one works at', async () => {
		const { testApp, form } = await setting();
		const editor = testApp.as(await testApp.person('none', { roles: ['editor'] }));
		await expect(savedViews.save(editor, form('Eingang'))).rejects.toThrow('roleMissing');
		await savedViews.save(editor, form('Bei mir', { list: 'desk', query: 'who=me' }));
		expect((await savedViews.all(editor)).map(({ list, views }) => [list, views.length])).toEqual([
			['desk', 1],
			['clusters', 0],
			['answers', 0]
		]);
		await expect(savedViews.all(testApp.as(await testApp.person()))).rejects.toThrow('roleMissing');
	});

	it('goes with the last role of whoever kept it', async () => {
		const { testApp, person, ctx, form, names } = await setting();
		await savedViews.save(ctx, form('Frau Beispiel', { query: 'q=Beispiel' }));
		expect(await savedViews.sweep(testApp.as(null))).toBe(0);
		expect(await names()).toEqual(['Frau Beispiel']);
		await testApp.app.writer.deleteFrom('roles').where('personId', '=', person.id).execute();
		expect(await savedViews.sweep(testApp.as(null))).toBe(1);
		expect(await testApp.app.reader.selectFrom('savedViews').selectAll().execute()).toEqual([]);
	});
});
