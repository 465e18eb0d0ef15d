import { expect, it } from 'vitest';
import { makeTestApp } from '../../../tests/support/machine/testApp.ts';
import * as imports from './import.server.ts';

it('where there is a process, none is made for contributions that come: one installation carries one', async () => {
	const testApp = await makeTestApp();
	const asked = imports.establishFor(testApp.as(null), { slug: 'dialog', title: 'Dialog', field: 'rad' });
	await expect(asked).rejects.toMatchObject({ reason: 'processThere' });
	const made = await testApp.app.reader
		.selectFrom('consultations')
		.select('slug')
		.where('slug', '=', 'dialog')
		.execute();
	expect(made).toEqual([]);
});
