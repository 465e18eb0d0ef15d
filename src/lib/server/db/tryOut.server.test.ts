import { expect, it } from 'vitest';
import * as consultations from '#lib/consultations/consultations.server.ts';
import { revision } from '../revision.ts';
import { makeTestApp } from '../../../../tests/support/machine/testApp.ts';
import { transaction } from './transaction.ts';
import { tryOut } from './tryOut.ts';

it('what is tried is answered and refused as it would be done, and is not there afterwards', async () => {
	const testApp = await makeTestApp();
	const ctx = testApp.as(await testApp.person('none', { roles: ['admin'] }));
	const titles = async () => (await consultations.current(testApp.as(ctx.person))).allFields.map(({ title }) => title);
	const [before, at] = [await titles(), revision()];
	const add = (title: string) => (one: typeof ctx) => consultations.process.addField(one, { title, lead: '' });

	const during = await tryOut(ctx, async (ctx) => {
		await add('Neu')(ctx);
		return (await consultations.current(ctx)).allFields.map(({ title }) => title);
	});
	expect(during).toEqual([...before, 'Neu']);
	expect(await titles()).toEqual(before);
	// Nothing has to be rendered anew either.
	expect(revision()).toBe(at);
	await expect(tryOut(ctx, add(before[0] ?? ''))).rejects.toMatchObject({ reason: 'titleTaken' });

	// What happens at the same moment, in the same commit, stays.
	await Promise.all([tryOut(ctx, add('Probe')), transaction(ctx, add('Echt')), tryOut(ctx, add('Probe'))]);
	expect(await titles()).toEqual([...before, 'Echt']);
	expect(await tryOut(ctx, async () => undefined)).toBeUndefined();
});
