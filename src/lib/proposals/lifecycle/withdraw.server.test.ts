import { describe, expect, it } from 'vitest';
import type { Person } from '#lib/people/person.ts';
import { transaction } from '#lib/server/db/transaction.ts';
import { newId } from '#lib/server/ids.ts';
import { NotFound } from '#lib/verdict.ts';
import { makeTestApp, type TestApp } from '../../../../tests/support/machine/testApp.ts';
import { ListQuery } from '../proposal.ts';
import * as proposals from '../proposals.server.ts';

const SECRET = 'Nachbarin Kruse hat mir das erzählt.';

async function written(testApp: TestApp, author: Person, deed: 'publish' | 'reject' | 'hide' | null = 'publish') {
	const id = newId();
	const form = { id, kind: 'proposal', field: 'wohnen', title: 'Kruse hilft', body: SECRET, evidence: '' } as const;
	const number = await proposals.submit(testApp.as(author), testApp.consultationId, form);
	for (const one of deed === 'hide' ? (['publish', 'hide'] as const) : deed ? [deed] : []) {
		await transaction(testApp.as(null), (ctx) => proposals.screened(ctx, id, { deed: one }));
	}
	return { id, number };
}

const everything = async (testApp: TestApp) => [
	await testApp.app.reader.selectFrom('proposals').selectAll().execute(),
	await testApp.app.reader.selectFrom('proposalTexts').selectAll().execute(),
	await testApp.app.reader.selectFrom('journal').selectAll().execute()
];

describe('somebody who takes back a contribution', () => {
	it.each([null, 'publish', 'reject', 'hide'] as const)('leaves no word of it (after: %s)', async (deed) => {
		const testApp = await makeTestApp();
		const author = await testApp.person();
		const { id, number } = await written(testApp, author, deed);
		await proposals.withdraw(testApp.as(author), number);
		await proposals.withdraw(testApp.as(author), number);
		expect(JSON.stringify(await everything(testApp))).not.toMatch(/kruse/i);
		expect((await proposals.mine(testApp.as(author))).map((one) => one.state)).toEqual(['withdrawn']);
		expect(await proposals.published(testApp.as(null), [id])).toEqual([]);
		expect(await proposals.countWaiting(testApp.as(null))).toBe(0);
		const { proposals: listed } = await proposals.list(testApp.as(null), testApp.consultationId, ListQuery.parse({}));
		expect(listed).toEqual([]);
	});

	it('leaves its number with nobody’s name, where it was public', async () => {
		const testApp = await makeTestApp();
		const author = await testApp.person('practice', { organisation: 'Tafel Musterstadt' });
		const { number } = await written(testApp, author);
		await proposals.withdraw(testApp.as(author), number);
		const stone = await proposals.byNumber(testApp.as(null), number);
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
		const testApp = await makeTestApp();
		const author = await testApp.person();
		const { number } = await written(testApp, author, null);
		await proposals.withdraw(testApp.as(author), number);
		await expect(proposals.byNumber(testApp.as(null), number)).rejects.toThrow(NotFound);
	});

	it('can do so after the phase, and only with their own', async () => {
		const testApp = await makeTestApp();
		const author = await testApp.person();
		const { number } = await written(testApp, author);
		const stranger = testApp.as(await testApp.person());
		await expect(proposals.withdraw(stranger, number)).rejects.toThrow(NotFound);
		await expect(proposals.withdraw(testApp.as(null), number)).rejects.toMatchObject({ reason: 'signInFirst' });
		await expect(proposals.own(stranger, number)).rejects.toThrow(NotFound);
		testApp.at('2027-09-01T00:00:00.000Z');
		await proposals.withdraw(testApp.as(author), number);
		expect((await proposals.own(testApp.as(author), number)).state).toBe('withdrawn');
	});
});
