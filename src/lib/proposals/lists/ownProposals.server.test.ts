import { describe, expect, it } from 'vitest';
import * as comments from '#lib/comments/comments.server.ts';
import { newId } from '#lib/server/ids.ts';
import { transaction } from '#lib/server/db/transaction.ts';
import { sayAloud, words } from '../../../../tests/support/opinion/square.ts';
import { makeTestApp, type TestApp } from '../../../../tests/support/machine/testApp.ts';
import { OWN_PAGE } from './ownProposals.server.ts';
import * as proposals from '../proposals.server.ts';

async function wordy(count: number) {
	const testApp = await makeTestApp();
	const [person, other] = [await testApp.person(), await testApp.person()];
	const consents = ['evaluate', 'publish'] as const;
	const send = (who: typeof person, title: string) => {
		const form = { id: newId(), kind: 'proposal', field: 'wohnen', title, evidence: '', consents } as const;
		return proposals.submit(testApp.as(who), testApp.consultationId, { ...form, body: `${title}: mehr davon, bitte.` });
	};
	const numbers: number[] = [];
	for (let one = 0; one < count; one++) numbers.push(await send(person, `Idee ${one}`));
	const foreign = await send(other, 'Fremdes');
	return { testApp, person, other, numbers, foreign };
}

async function show(testApp: TestApp, number: number): Promise<void> {
	await transaction(testApp.as(null), ({ db }) =>
		db.updateTable('proposals').set({ publishedAt: testApp.now }).where('number', '=', number).execute()
	);
}

describe('the list of one’s own', () => {
	it('comes in pages that join without a gap, and nobody else’s is in it', async () => {
		const { testApp, person, numbers, foreign } = await wordy(OWN_PAGE + 4);
		const first = await proposals.minePage(testApp.as(person), null);
		const second = await proposals.minePage(testApp.as(person), first.next);
		const all = [...first.sent, ...second.sent].map(({ number }) => number);
		expect(all).toEqual([...numbers].reverse());
		expect([first.sent.length, second.next]).toEqual([OWN_PAGE, null]);
		expect(all).not.toContain(foreign);
		// Whatever an address says.
		for (const nonsense of [-1, 0, 1.5, 1e300, Number.NaN]) {
			expect((await proposals.minePage(testApp.as(person), nonsense)).sent).toHaveLength(OWN_PAGE);
		}
	});

	it('of comments goes on after one’s own only, and its address tells no time of day', async () => {
		const { testApp, person, other, foreign } = await wordy(0);
		await show(testApp, foreign);
		const said: string[] = [];
		for (let one = 0; one < comments.OWN_PAGE + 2; one++) {
			said.push(
				await sayAloud(testApp, foreign, person, words({ id: newId(), body: `Das sehe ich auch so, ${one}.` }))
			);
		}
		const strange = await sayAloud(
			testApp,
			foreign,
			other,
			words({ id: newId(), body: 'Ich nicht, ganz und gar nicht.' })
		);
		const first = await comments.minePage(testApp.as(person), null);
		const second = await comments.minePage(testApp.as(person), first.next);
		expect([...first.comments, ...second.comments].map(({ id }) => id).sort()).toEqual([...said].sort());
		expect((await comments.minePage(testApp.as(person), strange)).comments).toHaveLength(comments.OWN_PAGE);
	});
});
