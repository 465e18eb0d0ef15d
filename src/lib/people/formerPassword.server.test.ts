import { expect, it } from 'vitest';
import { makeTown } from '../../../tests/support/town.ts';
import { passwordQueue } from '../server/auth/password.server.ts';
import * as factors from './factors.server.ts';
import * as people from './people.server.ts';
import * as staff from './staff.server.ts';

const kim = { email: 'kim@amt.example', name: 'Kim', password: 'vier kleine Igel tanzen', roles: ['editor'] } as const;
const later = { ...kim, password: 'lila Regen im Schuhkarton' };

it('whoever waits with the former password while a new one is chosen does not come in', async () => {
	const town = await makeTown();
	const id = await staff.put(town.as(null), kim);
	let go: () => void = () => undefined;
	const gate = new Promise<void>((open) => (go = open));
	// Both places where passwords are looked at are taken.
	const busy = [1, 2].map(() => passwordQueue.run({ place: 'elsewhere', known: false }, () => gate));
	const entering = people.enterAsStaff(town.as(null), kim);
	const refused = expect(entering).rejects.toMatchObject({ reason: 'passwordWrong' });
	await new Promise((done) => setTimeout(done, 200));
	await staff.put(town.as(null), later);
	go();
	await Promise.all([...busy, refused]);
	const open = await town.house.reader.selectFrom('sessions').select('id').where('personId', '=', id).execute();
	expect(open).toEqual([]);
	expect((await people.enterAsStaff(town.as(null), later)).stage).toBe('enrol');
});

it('a second factor that comes after the new password finishes no sign-in with the former one', async () => {
	const town = await makeTown();
	const id = await staff.put(town.as(null), kim);
	await factors.demonstrate(town.as(null), id);
	const { value: sessionId } = await people.enterAsStaff(town.as(null), kim);
	const person = await people.byId(town.as(null), id);
	if (!person) throw new Error('nobody');
	await staff.put(town.as(null), later);
	town.house.config.demo = true;
	const code = (await factors.codeNow({ ...town.as(null), via: 'command' }, id)) ?? '';
	const entering = people.enterWithFactor(town.as(null), { person, sessionId }, code);
	await expect(entering).rejects.toMatchObject({ reason: 'signInFirst' });
});
