import { expect, it } from 'vitest';
import { makeTestApp } from '../../../../tests/support/machine/testApp.ts';
import { passwordQueue } from '../../server/auth/password.server.ts';
import * as factors from '../signIn/factors.server.ts';
import * as people from '../people.server.ts';
import * as staff from '../staff/staff.server.ts';

const kim = { email: 'kim@amt.example', name: 'Kim', password: 'vier kleine Igel tanzen', roles: ['editor'] } as const;
const later = { ...kim, password: 'lila Regen im Schuhkarton' };

it('whoever waits with the former password while a new one is chosen does not come in', async () => {
	const testApp = await makeTestApp();
	const id = await staff.put(testApp.as(null), kim);
	let go: () => void = () => undefined;
	const gate = new Promise<void>((open) => (go = open));
	// Both places where passwords are looked at are taken.
	const busy = [1, 2].map(() => passwordQueue.run({ place: 'elsewhere', known: false }, () => gate));
	const entering = people.enterAsStaff(testApp.as(null), kim);
	const refused = expect(entering).rejects.toMatchObject({ reason: 'passwordWrong' });
	await new Promise((done) => setTimeout(done, 200));
	await staff.put(testApp.as(null), later);
	go();
	await Promise.all([...busy, refused]);
	const open = await testApp.app.reader.selectFrom('sessions').select('id').where('personId', '=', id).execute();
	expect(open).toEqual([]);
	expect((await people.enterAsStaff(testApp.as(null), later)).stage).toBe('enrol');
});

it('a second factor that comes after the new password finishes no sign-in with the former one', async () => {
	const testApp = await makeTestApp();
	const id = await staff.put(testApp.as(null), kim);
	await factors.setUpDemoFactor(testApp.as(null), id);
	const { value: sessionId } = await people.enterAsStaff(testApp.as(null), kim);
	const person = await people.byId(testApp.as(null), id);
	if (!person) throw new Error('nobody');
	await staff.put(testApp.as(null), later);
	testApp.app.config.demo = true;
	const code = (await factors.codeNow({ ...testApp.as(null), via: 'command' }, id)) ?? '';
	const entering = people.enterWithFactor(testApp.as(null), { person, sessionId }, code);
	await expect(entering).rejects.toMatchObject({ reason: 'signInFirst' });
});
