import { describe, expect, it } from 'vitest';
import * as amendments from '#lib/amendments/amendments.server.ts';
import { together } from '#lib/server/db/together.ts';
import { proposed } from '../../../tests/support/amended.ts';
import { makeEditor } from '../../../tests/support/strategy.ts';
import { makeTown } from '../../../tests/support/town.ts';
import { canonical, digestOf } from './digest.ts';
import type { DecisionInput } from './decision.ts';
import * as strategy from './strategy.server.ts';

async function setting() {
	const town = await makeTown();
	const editor = await makeEditor(town);
	await editor.start();
	await editor.add({ body: 'Das Land baut. Es baut viel.' });
	await editor.publish();
	const author = await town.person('practice', { organisation: 'Tafel Musterstadt e. V.' });
	const decide = async (number: number, more: Partial<DecisionInput> = {}) => {
		const words = { title: 'Wohnungen zuerst', body: 'Das Land baut bald. Es baut viel.' };
		const form = { ...(await editor.marks()), outcome: 'partly' as const, reason: 'Nicht alles geht.', ...words };
		await strategy.decideAmendment(editor.ctx, number, { ...form, ...more });
	};
	return { town, editor, author, decide };
}

describe('editors', () => {
	it('take an amendment over in part; its author hears of it with the version, which names it as a source', async () => {
		const { town, editor, author, decide } = await setting();
		const number = await proposed(town, 1, author, { body: 'Das Land baut sofort. Es baut sehr viel.' });
		await editor.start();
		await decide(number);
		expect((await amendments.mine(town.as(author)))[0]?.decision).toBeNull();
		expect((await editor.draft()).points[0]).toMatchObject({ body: 'Das Land baut bald. Es baut viel.' });
		await editor.publish();
		const told = { outcome: 'partly', reason: 'Nicht alles geht.', versionNumber: 2 };
		expect((await amendments.mine(town.as(author)))[0]?.decision).toMatchObject(told);
		const [point] = (await strategy.version(town.as(null), 2)).points;
		expect(point?.amendments).toMatchObject([{ number, outcome: 'partly', by: { name: 'Tafel Musterstadt e. V.' } }]);
		expect(JSON.parse(await strategy.frozenText(town.as(null), 2)).points[0].amendments).toEqual([
			{ amendment: number, outcome: 'partly' }
		]);
		await editor.start();
		await expect(decide(number)).rejects.toMatchObject({ reason: 'amendmentDecided' });
		expect((await editor.draft()).points[0]?.amendments).toMatchObject([{ number }]);
	});

	it('decline with a reason, change their mind, and deciding twice is deciding once', async () => {
		const { town, editor, author, decide } = await setting();
		const number = await proposed(town, 1, author);
		await editor.start();
		await decide(number, { outcome: 'adopted', reason: '' });
		const { revision } = await editor.marks();
		await decide(number, { outcome: 'adopted', reason: '' });
		expect((await editor.marks()).revision).toBe(revision);
		await decide(number, { outcome: 'declined', reason: 'Das Geld fehlt.' });
		expect((await editor.draft()).points[0]?.amendments).toEqual([]);
		expect(await amendments.countOpen(editor.ctx, town.consultationId)).toBe(0);
		await strategy.reopenAmendment(editor.ctx, number, await editor.marks());
		expect(await amendments.countOpen(editor.ctx, town.consultationId)).toBe(1);
	});

	it('find open ones carried to the next version, or labelled when their sentences changed', async () => {
		const { town, editor, author } = await setting();
		const early = await proposed(town, 1, author, { body: 'Das Land baut sofort. Es baut viel.' });
		const late = await proposed(town, 1, author, { body: 'Das Land baut. Es baut genug.' });
		await editor.start();
		const words = { field: 'wohnen', title: 'Wohnungen zuerst', body: 'Das Land baut. Es baut viel und schnell.' };
		await strategy.rewordPoint(editor.ctx, 1, { ...(await editor.marks()), ...words });
		await editor.publish();
		const head = await strategy.latestHead(town.as(null), town.consultationId);
		const open = await amendments.open(town.as(null), { consultationId: town.consultationId });
		const fits = await strategy.fitsIn(town.as(null), head?.id ?? null, open);
		expect(fits.get(early)).toMatchObject({
			fit: 'carried',
			text: { body: 'Das Land baut sofort. Es baut viel und schnell.' }
		});
		expect(fits.get(late)).toMatchObject({ fit: 'older', collides: [] });
	});
});

describe('the digest', () => {
	it('of a version sealed in the older shape stays true, and what is added to it later is found', async () => {
		const { town, author } = await setting();
		// Shape 1 knew nothing of what went out with the version, nor of its rows.
		const { answers: _a, decisions: _d, rows: _r, ...text } = JSON.parse(await strategy.frozenText(town.as(null), 1));
		const sealed = { ...text, shape: 1 };
		const frozen = canonical(sealed);
		await together(town.as(null), ({ db }) =>
			db
				.updateTable('versions')
				.set({ frozen, digest: digestOf(frozen) })
				.execute()
		);
		expect(await strategy.verify(town.as(null))).toEqual([{ number: 1, ok: true }]);
		await proposed(town, 1, author);
		const [amendment] = await amendments.mine(town.as(author));
		const [version] = await strategy.versions(town.as(null));
		const row = { versionId: version?.id ?? '', pointId: amendment?.pointId ?? '', amendmentId: amendment?.id ?? '' };
		await together(town.as(null), ({ db }) =>
			db
				.insertInto('amendmentSources')
				.values({ ...row, outcome: 'adopted' })
				.execute()
		);
		expect(await strategy.verify(town.as(null))).toMatchObject([{ ok: false, difference: 'points[0].amendments' }]);
	});
});
