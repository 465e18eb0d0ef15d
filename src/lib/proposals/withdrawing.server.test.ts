import { describe, expect, it } from 'vitest';
import type { Person } from '#lib/people/person.ts';
import { together } from '#lib/server/db/together.ts';
import { newId } from '#lib/server/ids.ts';
import { NotFound } from '#lib/verdict.ts';
import { makeTown, type Town } from '../../../tests/support/town.ts';
import { ListQuery } from './proposal.ts';
import * as proposals from './proposals.server.ts';

const SECRET = 'Nachbarin Kruse hat mir das erzählt.';

async function written(town: Town, author: Person, deed: 'publish' | 'reject' | 'hide' | null = 'publish') {
	const id = newId();
	const form = { id, kind: 'proposal', field: 'wohnen', title: 'Kruse hilft', body: SECRET, evidence: '' } as const;
	const number = await proposals.submit(town.as(author), town.consultationId, form);
	for (const one of deed === 'hide' ? (['publish', 'hide'] as const) : deed ? [deed] : []) {
		await together(town.as(null), (ctx) => proposals.screened(ctx, id, { deed: one }));
	}
	return { id, number };
}

const everything = async (town: Town) => [
	await town.house.reader.selectFrom('proposals').selectAll().execute(),
	await town.house.reader.selectFrom('proposalTexts').selectAll().execute(),
	await town.house.reader.selectFrom('journal').selectAll().execute()
];

describe('somebody who takes back a contribution', () => {
	it.each([null, 'publish', 'reject', 'hide'] as const)('leaves no word of it (after: %s)', async (deed) => {
		const town = await makeTown();
		const author = await town.person();
		const { id, number } = await written(town, author, deed);
		await proposals.withdraw(town.as(author), number);
		await proposals.withdraw(town.as(author), number);
		expect(JSON.stringify(await everything(town))).not.toMatch(/kruse/i);
		expect((await proposals.mine(town.as(author))).map((one) => one.state)).toEqual(['withdrawn']);
		expect(await proposals.published(town.as(null), [id])).toEqual([]);
		expect(await proposals.countWaiting(town.as(null))).toBe(0);
		const { proposals: listed } = await proposals.list(town.as(null), town.consultationId, ListQuery.parse({}));
		expect(listed).toEqual([]);
	});

	it('leaves its number with nobody’s name, where it was public', async () => {
		const town = await makeTown();
		const author = await town.person('practice', { organisation: 'Tafel Musterstadt' });
		const { number } = await written(town, author);
		await proposals.withdraw(town.as(author), number);
		const stone = await proposals.byNumber(town.as(null), number);
		const nothing = {
			state: 'withdrawn',
			title: '',
			body: '',
			authorName: null,
			authorGroup: null,
			organisation: null
		};
		expect(stone).toMatchObject(nothing);
	});

	it('leaves nothing where nobody could read it before', async () => {
		const town = await makeTown();
		const author = await town.person();
		const { number } = await written(town, author, null);
		await proposals.withdraw(town.as(author), number);
		await expect(proposals.byNumber(town.as(null), number)).rejects.toThrow(NotFound);
	});

	it('can do so after the phase, and only with their own', async () => {
		const town = await makeTown();
		const author = await town.person();
		const { number } = await written(town, author);
		const stranger = town.as(await town.person());
		await expect(proposals.withdraw(stranger, number)).rejects.toThrow(NotFound);
		await expect(proposals.withdraw(town.as(null), number)).rejects.toMatchObject({ reason: 'signInFirst' });
		await expect(proposals.own(stranger, number)).rejects.toThrow(NotFound);
		town.at('2027-09-01T00:00:00.000Z');
		await proposals.withdraw(town.as(author), number);
		expect((await proposals.own(town.as(author), number)).state).toBe('withdrawn');
	});
});
