import { describe, expect, it } from 'vitest';
import * as chronicle from '#lib/chronicle/chronicle.server.ts';
import { newId } from '#lib/server/ids.ts';
import * as strategy from '#lib/strategy/strategy.server.ts';
import { NotFound } from '#lib/verdict.ts';
import { makeEditor, verified } from '../../../tests/support/strategy/strategy.ts';
import { makeTestApp } from '../../../tests/support/machine/testApp.ts';
import type { UpdateInput } from './promise.ts';
import * as promises from './promises.server.ts';

async function setting() {
	const testApp = await makeTestApp();
	const editor = await makeEditor(testApp);
	await editor.start();
	await editor.add();
	await editor.add({ title: 'Zweiter' });
	await editor.publish();
	const form = (more: Partial<UpdateInput> = {}): UpdateInput => ({
		...{ id: newId(), status: 'running', responsible: 'Ministerium', reviewOn: '2027-06-01', text: 'Es beginnt.' },
		...more
	});
	return { testApp, editor, form };
}

describe('a published point', () => {
	it('says how it stands, what was said before stays, and the same form is one report', async () => {
		const { testApp, editor, form } = await setting();
		const first = form();
		await Promise.all([1, 2, 3].map(() => promises.report(editor.ctx, 1, first)));
		testApp.at('2027-05-20T12:00:00.000Z');
		await promises.report(editor.ctx, 1, form({ status: 'done', reviewOn: null, text: 'Fertig.' }));
		const { id } = await strategy.pointByNumber(testApp.as(null), 1);
		const told = (await promises.updatesOf(testApp.as(null), id)).map(({ status, text }) => [status, text]);
		expect(told).toEqual([
			['done', 'Fertig.'],
			['running', 'Es beginnt.']
		]);
		expect((await chronicle.feed(testApp.as(null), null)).lines.map((line) => line.href)).toContain(
			'/punkte/1#umsetzung'
		);
	});

	it('shows everybody when nobody has looked again in time', async () => {
		const { testApp, editor, form } = await setting();
		await promises.report(editor.ctx, 1, form());
		const overdue = async () =>
			(await promises.overview(testApp.as(null), testApp.consultationId)).map((one) => [one.number, one.overdue]);
		expect(await overdue()).toEqual([
			[1, false],
			[2, false]
		]);
		testApp.at('2027-06-02T12:00:00.000Z');
		expect(await overdue()).toEqual([
			[1, true],
			[2, false]
		]);
		const overview = await promises.overview(editor.ctx, testApp.consultationId);
		expect(overview.filter(({ overdue }) => overdue)).toHaveLength(1);
	});

	it('is reported on only by editors and publishers, and only once it is public', async () => {
		const { testApp, editor, form } = await setting();
		const moderator = testApp.as(await testApp.person('none', { roles: ['moderator'] }));
		await expect(promises.report(moderator, 1, form())).rejects.toMatchObject({ reason: 'roleMissing' });
		await expect(promises.report(testApp.as(null), 1, form())).rejects.toMatchObject({ reason: 'signInFirst' });
		await editor.start();
		const young = await editor.add({ title: 'Nur im Entwurf' });
		await expect(promises.report(editor.ctx, young, form())).rejects.toThrow(NotFound);
	});

	it('stays frozen as it was: reports are no part of the version', async () => {
		const { testApp, editor, form } = await setting();
		await promises.report(editor.ctx, 1, form());
		expect((await verified(testApp.as(null))).every((one) => one.ok)).toBe(true);
	});
});
