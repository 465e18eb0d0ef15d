import { expect, it } from 'vitest';
import { seenMark } from '#lib/editState.ts';
import { isWorth } from '#lib/server/http/typed.ts';
import { makeTown } from '../../../tests/support/town.ts';
import * as operator from './operator.server.ts';

it('two admins who fill in the fixed pages at once: the second is shown what the first has written, and nothing is put back', async () => {
	const town = await makeTown();
	const admin = town.as(await town.person('none', { roles: ['admin'] }));
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

it('what an admin types there is worth being put aside', () => {
	expect(isWorth({ helpPhone: '0211 1' })).toBe(true);
});
