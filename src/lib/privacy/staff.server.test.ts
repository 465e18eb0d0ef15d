import { expect, it } from 'vitest';
import * as people from '#lib/people/people.server.ts';
import * as staff from '#lib/people/staff/staff.server.ts';
import { makeTestApp } from '../../../tests/support/machine/testApp.ts';
import * as privacy from './privacy.server.ts';

it('somebody who works here may go, unless nobody would be left to let others in', async () => {
	const testApp = await makeTestApp();
	const command = { ...testApp.as(null), via: 'command' } as const;
	const admin = async (email: string) => {
		const id = await staff.put(command, { email, name: email, password: 'ein langes Passwort', roles: ['admin'] });
		return people.byId(testApp.as(null), id);
	};
	const one = await admin('eins@example.org');
	await expect(privacy.closeOwnAccount(testApp.as(one), 'erase')).rejects.toMatchObject({ reason: 'lastAdmin' });
	const other = await admin('zwei@example.org');
	const both = await Promise.allSettled([one, other].map((who) => privacy.closeOwnAccount(testApp.as(who), 'erase')));
	expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
	const left = await staff.all(command);
	expect(left).toHaveLength(1);
	const gone = [one, other].find((who) => who?.id !== left[0]?.personId);
	expect(await people.byId(testApp.as(null), gone?.id ?? '')).toMatchObject({
		pseudonym: '',
		roles: []
	});
	await expect(privacy.closeOwnAccount(testApp.as(null), 'erase')).rejects.toMatchObject({ reason: 'signInFirst' });
});
