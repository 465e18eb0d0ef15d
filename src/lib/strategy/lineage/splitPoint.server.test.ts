import { describe, expect, it } from 'vitest';
import { newId } from '#lib/server/ids.ts';
import { Refused } from '#lib/verdict.ts';
import { contribute, makeEditor } from '../../../../tests/support/strategy/strategy.ts';
import { makeTestApp } from '../../../../tests/support/machine/testApp.ts';
import * as strategy from '../strategy.server.ts';

/** Two published points, each on a contribution of its own, and a draft for the next version. */
async function setting() {
	const testApp = await makeTestApp();
	const editor = await makeEditor(testApp);
	const [one, two] = [
		await contribute(testApp, await testApp.person()),
		await contribute(testApp, await testApp.person())
	];
	await editor.start();
	await editor.add({ title: 'Erster', body: 'Das Land baut. Es hilft beim Umzug.', from: [one] });
	await editor.add({ title: 'Zweiter', from: [two] });
	await editor.publish();
	await editor.start();
	const words = { stayTitle: 'Erster', stayBody: 'Das Land baut.', newTitle: 'Umzug', newBody: 'Es hilft beim Umzug.' };
	const split = async (id = newId()) => {
		return strategy.splitPoint(editor.ctx, 1, { ...(await editor.marks()), id, ...words });
	};
	const merge = async () =>
		strategy.mergePoint(editor.ctx, 2, { ...(await editor.marks()), into: 1, mergeReason: 'Steht schon in Punkt 1.' });
	const behind = async (number: number) =>
		(await editor.draft()).points
			.find((point) => point.number === number)
			?.sources.map((source) => source.proposalNumber);
	return { testApp, editor, split, merge, behind };
}

describe('a point that is split', () => {
	it('stands behind itself and the new one with its sources, once, and both say so for ever', async () => {
		const { testApp, editor, split, behind } = await setting();
		const id = newId();
		expect([await split(id), await split(id)]).toEqual([3, 3]);
		expect((await editor.draft()).points.map((point) => point.number)).toEqual([1, 3, 2]);
		expect([await behind(1), await behind(3)]).toEqual([[1], [1]]);
		await editor.publish();
		const { changes, summary } = await strategy.comparison(testApp.as(null), 1, 2);
		expect(changes.map(({ number, fate, from, into }) => [number, fate, from, into])).toEqual([
			[1, 'split', [], [3]],
			[3, 'new', [1], []],
			[2, 'unchanged', [], []]
		]);
		expect(summary).toMatchObject({ split: 1, new: 1 });
		expect((await strategy.pointByNumber(testApp.as(null), 3)).kin).toMatchObject([{ kind: 'split', fromNumber: 1 }]);
		expect(JSON.parse(await strategy.frozenText(testApp.as(null), 2)).points[1].from).toEqual([
			{ point: 1, kind: 'split' }
		]);
	});

	it('whose other half is deleted again was not split', async () => {
		const { editor, split } = await setting();
		await split();
		await strategy.discardPoint(editor.ctx, 3, await editor.marks());
		const former = await strategy.since(editor.ctx, await editor.draft());
		expect([...(former?.fates.values() ?? [])]).toEqual(['reworded', 'unchanged']);
	});
});

describe('two points that are merged', () => {
	it('are one with the sources of both; undone, everything is as it was', async () => {
		const { editor, merge, behind } = await setting();
		const before = await editor.draft();
		await merge();
		expect(await behind(1)).toEqual([1, 2]);
		expect((await editor.draft()).drops).toMatchObject([{ number: 2, reason: 'Steht schon in Punkt 1.', into: [1] }]);
		const former = await strategy.since(editor.ctx, await editor.draft());
		expect([...(former?.fates.values() ?? [])]).toEqual(['unchanged', 'merged']);
		await strategy.restorePoint(editor.ctx, 2, await editor.marks());
		expect({ ...(await editor.draft()), revision: before.revision }).toEqual(before);
	});

	it('are told in the list of changes, which comes out by itself and takes the editors’ words', async () => {
		const { testApp, editor, merge } = await setting();
		await merge();
		const { title = '', body = '' } = (await editor.draft()).points.find((one) => one.number === 1) ?? {};
		const words = { field: 'wohnen', title, body, why: 'Beides gehört zusammen.' };
		await strategy.rewordPoint(editor.ctx, 1, { ...(await editor.marks()), ...words });
		await editor.publish();
		const version = await strategy.version(testApp.as(null), 2);
		const log = await strategy.logOf(testApp.as(null), version, await strategy.since(testApp.as(null), version));
		expect(log).toEqual([
			{
				...{ number: 1, title: 'Erster', fate: 'unchanged' },
				reasons: ['Beides gehört zusammen.', 'Punkt 2 ist darin aufgegangen.', '1 Beitrag ist neu dahinter.']
			},
			{
				...{ number: 2, title: 'Zweiter', fate: 'merged' },
				reasons: ['Aufgegangen in Punkt 1.', 'Steht schon in Punkt 1.']
			}
		]);
	});

	it('are refused when one of them nobody has ever seen, and when the target took others in and shall go', async () => {
		const { editor, merge } = await setting();
		const young = await editor.add({ title: 'Neu' });
		const form = { ...(await editor.marks()), into: 1, mergeReason: 'x' };
		await expect(strategy.mergePoint(editor.ctx, young, form)).rejects.toMatchObject({ reason: 'pointNeverPublished' });
		await strategy.mergePoint(editor.ctx, 2, { ...form, into: young });
		const discard = async () => strategy.discardPoint(editor.ctx, young, await editor.marks());
		await expect(discard()).rejects.toMatchObject({ reason: 'pointTookIn', facts: { numbers: '2' } });
		await expect(merge()).rejects.toThrow();
	});
});

describe('measures', () => {
	const measure = { id: newId(), text: 'Ein Fonds', responsible: 'Ministerium', competence: 'land' as const };

	it('stand in the version with unit and competence, are carried along, and a changed one changes the point', async () => {
		const { testApp, editor } = await setting();
		const put = async (more: Partial<typeof measure> = {}) =>
			strategy.putMeasure(editor.ctx, 1, { ...(await editor.marks()), ...measure, ...more });
		await put();
		await put();
		await editor.publish();
		const told = { text: 'Ein Fonds', responsible: 'Ministerium', competence: 'land' };
		expect(JSON.parse(await strategy.frozenText(testApp.as(null), 2)).points[0].measures).toEqual([told]);
		await editor.start();
		expect((await editor.draft()).points[0]?.measures).toEqual([measure]);
		await put({ text: 'Ein großer Fonds' });
		const former = await strategy.since(editor.ctx, await editor.draft());
		expect([...(former?.fates.values() ?? [])]).toEqual(['reworded', 'unchanged']);
		await strategy.removeMeasure(editor.ctx, 1, { ...(await editor.marks()), measure: measure.id });
		expect((await editor.draft()).points[0]?.measures).toEqual([]);
		await expect(strategy.putMeasure(testApp.as(null), 1, { ...(await editor.marks()), ...measure })).rejects.toThrow(
			Refused
		);
	});
});
