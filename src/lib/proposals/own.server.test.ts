import { describe, expect, it } from 'vitest';
import * as comments from '#lib/comments/comments.server.ts';
import { newId } from '#lib/server/ids.ts';
import { together } from '#lib/server/db/together.ts';
import { sayAloud, words } from '../../../tests/support/square.ts';
import { makeTown, type Town } from '../../../tests/support/town.ts';
import { OWN_PAGE } from './own.server.ts';
import * as proposals from './proposals.server.ts';

async function wordy(count: number) {
	const town = await makeTown();
	const [person, other] = [await town.person(), await town.person()];
	const consents = ['evaluate', 'publish'] as const;
	const send = (who: typeof person, title: string) => {
		const form = { id: newId(), kind: 'proposal', field: 'wohnen', title, evidence: '', consents } as const;
		return proposals.submit(town.as(who), town.consultationId, { ...form, body: `${title}: mehr davon, bitte.` });
	};
	const numbers: number[] = [];
	for (let one = 0; one < count; one++) numbers.push(await send(person, `Idee ${one}`));
	const foreign = await send(other, 'Fremdes');
	return { town, person, other, numbers, foreign };
}

async function show(town: Town, number: number): Promise<void> {
	await together(town.as(null), ({ db }) =>
		db.updateTable('proposals').set({ publishedAt: town.now }).where('number', '=', number).execute()
	);
}

describe('the list of one’s own', () => {
	it('comes in pages that join without a gap, and nobody else’s is in it', async () => {
		const { town, person, numbers, foreign } = await wordy(OWN_PAGE + 4);
		const first = await proposals.minePage(town.as(person), null);
		const second = await proposals.minePage(town.as(person), first.next);
		const all = [...first.sent, ...second.sent].map(({ number }) => number);
		expect(all).toEqual([...numbers].reverse());
		expect([first.sent.length, second.next]).toEqual([OWN_PAGE, null]);
		expect(all).not.toContain(foreign);
		// Whatever an address says.
		for (const nonsense of [-1, 0, 1.5, 1e300, Number.NaN]) {
			expect((await proposals.minePage(town.as(person), nonsense)).sent).toHaveLength(OWN_PAGE);
		}
	});

	it('of comments goes on after one’s own only, and its address tells no time of day', async () => {
		const { town, person, other, foreign } = await wordy(0);
		await show(town, foreign);
		const said: string[] = [];
		for (let one = 0; one < comments.OWN_PAGE + 2; one++) {
			said.push(await sayAloud(town, foreign, person, words({ id: newId(), body: `Das sehe ich auch so, ${one}.` })));
		}
		const strange = await sayAloud(
			town,
			foreign,
			other,
			words({ id: newId(), body: 'Ich nicht, ganz und gar nicht.' })
		);
		const first = await comments.minePage(town.as(person), null);
		const second = await comments.minePage(town.as(person), first.next);
		expect([...first.comments, ...second.comments].map(({ id }) => id).sort()).toEqual([...said].sort());
		expect((await comments.minePage(town.as(person), strange)).comments).toHaveLength(comments.OWN_PAGE);
	});
});
