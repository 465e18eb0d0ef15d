import { describe, expect, it } from 'vitest';
import { Refused, Stale } from '#lib/verdict.ts';
import { makeEditor } from '../../../../tests/support/strategy/strategy.ts';
import { makeTestApp } from '../../../../tests/support/machine/testApp.ts';
import * as strategy from '../strategy.server.ts';

async function setting() {
	const testApp = await makeTestApp();
	const [anna, berta] = [await makeEditor(testApp), await makeEditor(testApp)];
	await anna.start();
	await anna.add();
	await anna.add({ title: 'Zweiter' });
	const words = { field: 'wohnen', title: 'Wohnungen zuerst', body: 'Das Land baut mehr.' };
	const { id } = await anna.draft();
	const write = async (who: typeof anna, number: number, body: string, marks = anna.marks()) =>
		strategy.rewordPoint(who.ctx, number, { ...(await marks), ...words, body });
	return { testApp, anna, berta, write, version: id };
}

describe('two editors', () => {
	it('do not stand in each other’s way at different points', async () => {
		const { anna, berta, write } = await setting();
		const marks = anna.marks();
		await marks;
		await write(anna, 1, 'Annas Worte.', marks);
		await write(berta, 2, 'Bertas Worte.', marks);
		expect((await anna.draft()).points.map((point) => point.body)).toEqual(['Annas Worte.', 'Bertas Worte.']);
		await expect(write(berta, 1, 'Bertas Worte.', marks)).rejects.toThrow(Stale);
	});

	it('at one point: who holds it writes, the other first takes over, and nobody overwrites unseen', async () => {
		const { anna, berta, write, version } = await setting();
		const marks = anna.marks();
		await marks;
		await strategy.lockPoint(anna.ctx, 1, version);
		await expect(write(berta, 1, 'Bertas Worte.')).rejects.toMatchObject({ reason: 'pointHeld' });
		await strategy.lockPoint(berta.ctx, 1, version);
		await write(berta, 1, 'Bertas Worte.');
		await expect(write(anna, 1, 'Annas Worte.', marks)).rejects.toMatchObject({ reason: 'pointHeld' });
		await strategy.unlockPoint(anna.ctx, 1, version);
		expect((await strategy.editLocksIn(anna.ctx, version)).size).toBe(1);
		await strategy.unlockPoint(berta.ctx, 1, version);
		await expect(write(anna, 1, 'Annas Worte.', marks)).rejects.toThrow(Stale);
		await write(anna, 1, 'Annas Worte.');
	});

	it('are free again when the other has gone home', async () => {
		const { testApp, anna, berta, write, version } = await setting();
		await strategy.lockPoint(anna.ctx, 1, version);
		testApp.at('2027-05-10T12:31:00.000Z');
		await write(berta, 1, 'Bertas Worte.');
		expect(await strategy.editLocksIn(berta.ctx, version)).toEqual(new Map());
	});

	it('are free again when the clock was set back: not for as long as it was wrong', async () => {
		const { testApp, anna, berta, write, version } = await setting();
		const now = testApp.now;
		testApp.at('2027-06-10T12:00:00.000Z');
		await strategy.lockPoint(anna.ctx, 1, version);
		testApp.at(now);
		await write(berta, 1, 'Bertas Worte.');
		expect(await strategy.editLocksIn(berta.ctx, version)).toEqual(new Map());
	});

	it('are not held up by a form whose state never was', async () => {
		const { anna, write, version } = await setting();
		for (const revision of [0, -1, 999_999]) {
			await expect(write(anna, 1, 'Worte.', Promise.resolve({ version, revision }))).rejects.toThrow(Stale);
		}
	});

	it('are shown to nobody outside', async () => {
		const { testApp, anna, version } = await setting();
		await strategy.lockPoint(anna.ctx, 1, version);
		expect((await strategy.editLocksIn(testApp.as(null), version)).size).toBe(0);
		await expect(strategy.lockPoint(testApp.as(await testApp.person()), 1, version)).rejects.toThrow(Refused);
	});
});
