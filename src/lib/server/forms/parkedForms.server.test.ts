import { expect, it } from 'vitest';
import { makeTestApp } from '../../../../tests/support/machine/testApp.ts';
import * as unsent from './parkedForms.server.ts';

const typed = {
	action: '/send',
	values: { title: 'Miete', body: 'Zu hoch "und" <kalt>' },
	at: '2027-05-10T12:00:00.000Z'
};

it('what was typed comes back to the browser that has the key, on the page it was for', async () => {
	const testApp = await makeTestApp();
	const ctx = testApp.as(null);
	const mine = unsent.newBrowser('somebody');
	await unsent.park(ctx, mine, '/beitragen', typed);
	expect(await unsent.find(ctx, mine, '/beitragen')).toEqual(typed);
	expect(await unsent.find(ctx, mine, '/punkte/1')).toBeNull();
	expect(await unsent.find(ctx, unsent.newBrowser('somebody'), '/beitragen')).toBeNull();

	const later = { ...typed, values: { title: 'Miete und Strom' } };
	await unsent.park(ctx, mine, '/beitragen', later);
	expect(await unsent.find(ctx, mine, '/beitragen')).toEqual(later);
	await unsent.drop(ctx, mine, '/beitragen');
	expect(await unsent.find(ctx, mine, '/beitragen')).toBeNull();
});

it('the table tells nobody what was typed, nor who did', async () => {
	const testApp = await makeTestApp();
	const mine = unsent.newBrowser(unsent.markOf(testApp.app, (await testApp.person()).id));
	await unsent.park(testApp.as(null), mine, '/beitragen', typed);
	const [row] = await testApp.app.reader.selectFrom('unsentForms').selectAll().execute();
	expect(JSON.stringify(row)).not.toMatch(/Miete|beitragen/);
	expect(() => testApp.app.keys.open(row?.sealed ?? '')).toThrow();
	expect(JSON.stringify(row)).not.toContain(mine.key);
});

it('it lies for two hours, for a stranger a quarter of one, and then it is gone', async () => {
	const testApp = await makeTestApp();
	const [known, stranger] = [unsent.newBrowser('somebody'), unsent.newBrowser('')];
	for (const browser of [known, stranger]) await unsent.park(testApp.as(null), browser, '/', typed);
	testApp.at(new Date(Date.parse(testApp.now) + 16 * 60_000).toISOString());
	expect(await unsent.find(testApp.as(null), stranger, '/')).toBeNull();
	expect(await unsent.find(testApp.as(null), known, '/')).toEqual(typed);
	testApp.at(new Date(Date.parse(testApp.now) + 120 * 60_000).toISOString());
	await unsent.sweep(testApp.as(null));
	expect(await testApp.app.reader.selectFrom('unsentForms').selectAll().execute()).toEqual([]);
});

it.each([[undefined], [''], ['a.b.1'], [`${'k'.repeat(43)}.m.2`], [`${'k'.repeat(43)}.${'m'.repeat(40)}.1`]])(
	'a cookie nobody of ours has set is none: %s',
	(cookie) => {
		expect(unsent.readBrowser(cookie)).toBeNull();
	}
);
