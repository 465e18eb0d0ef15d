import { expect, it } from 'vitest';
import { seenMark } from '#lib/editState.ts';
import { isWorth } from '#lib/server/http/forms/typedValues.ts';
import { makeTestApp } from '../../../tests/support/machine/testApp.ts';
import * as operator from './operator.server.ts';

it('two admins who fill in the fixed pages at once: the second is shown what the first has written, and nothing is put back', async () => {
	const testApp = await makeTestApp();
	const admin = testApp.as(await testApp.person('none', { roles: ['admin'] }));
	await operator.state(admin, { authority: 'Ministerium' });
	const seen = seenMark(operator.statementsState(await operator.statements(admin)));
	await operator.state(admin, { authority: 'Ministerium für Soziales', seen });
	// Filled from the page of before: the name of the ministry as it was, and a telephone number.
	const late = { authority: 'Ministerium', helpPhone: '0211 1', seen };
	await expect(operator.state(admin, late)).rejects.toMatchObject({
		name: 'Stale',
		current: { texts: { authority: 'Ministerium für Soziales', helpPhone: '' } }
	});
	expect(await operator.statements(admin)).toEqual({ authority: 'Ministerium für Soziales' });
	// Sent twice, it is the same.
	await operator.state(admin, { authority: 'Ministerium für Soziales', seen });
});

it('what stood at a place before can be put back, and nobody’s later text is lost by it', async () => {
	const testApp = await makeTestApp();
	const admin = testApp.as(await testApp.person('none', { roles: ['admin'] }));
	await operator.state(admin, { authority: 'Ministerium' });
	await operator.state(admin, { authority: 'Ministerium', helpPhone: '0211 1' });
	await operator.state(admin, { authority: 'Amt', helpPhone: '0211 1' });
	await operator.state(admin, { authority: 'Amt' });
	expect(
		(await operator.history(admin)).map(({ number, place, before, text }) => [number, place, before, text])
	).toEqual([
		[4, 'helpPhone', '0211 1', ''],
		[3, 'authority', 'Ministerium', 'Amt'],
		[2, 'helpPhone', '', '0211 1'],
		[1, 'authority', '', 'Ministerium']
	]);
	const shown = await operator.statements(admin);
	const seen = seenMark(operator.placeState(shown, 'authority'));
	await operator.restore(admin, { number: 1, seen });
	expect(await operator.statements(admin)).toEqual({ authority: 'Ministerium' });
	// Pressed once more on the page of before: the same. Another state from there: somebody has written meanwhile.
	await operator.restore(admin, { number: 1, seen });
	await operator.state(admin, { authority: 'Landesamt' });
	await expect(operator.restore(admin, { number: 3, seen })).rejects.toMatchObject({ name: 'Stale' });
	await operator.restore(admin, { number: 2, seen: seenMark(operator.placeState(shown, 'helpPhone')) });
	expect(await operator.statements(admin)).toEqual({ authority: 'Landesamt', helpPhone: '0211 1' });
	await expect(operator.restore(admin, { number: 99, seen })).rejects.toMatchObject({ name: 'NotFound' });
	const moderator = testApp.as(await testApp.person('none', { roles: ['moderator'] }));
	await expect(operator.history(moderator)).rejects.toMatchObject({ reason: 'roleMissing' });
	await expect(operator.restore(moderator, { number: 1, seen })).rejects.toMatchObject({ reason: 'roleMissing' });
});

it('what an admin types there is worth being put aside', () => {
	expect(isWorth({ helpPhone: '0211 1' })).toBe(true);
});
