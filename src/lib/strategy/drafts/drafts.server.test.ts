import { describe, expect, it } from 'vitest';
import { contribute, makeEditor } from '../../../../tests/support/strategy/strategy.ts';
import { makeTestApp } from '../../../../tests/support/machine/testApp.ts';
import type { Ctx } from '#lib/server/ctx.ts';
import { newId } from '#lib/server/ids.ts';
import { NotFound, Refused, Stale } from '#lib/verdict.ts';
import type { Marks } from './draftMarks.ts';
import * as strategy from '../strategy.server.ts';

const words = { field: 'wohnen', title: 'Wohnungen zuerst', body: 'Das Land baut mehr.' };

/** Every verb that writes into a draft. */
const verbs = {
	changeHead: (ctx: Ctx, marks: Marks) =>
		strategy.changeHead(ctx, { ...marks, kind: 'final', title: 'Neu', preamble: 'Neu', easy: 'Neu' }),
	addPoint: (ctx: Ctx, marks: Marks) =>
		strategy.addPoint(ctx, { ...marks, ...words, id: newId(), from: [], relation: 'adopts', note: '' }),
	rewordPoint: (ctx: Ctx, marks: Marks) => strategy.rewordPoint(ctx, 1, { ...marks, ...words }),
	movePoint: (ctx: Ctx, marks: Marks) => strategy.movePoint(ctx, 1, { ...marks, to: 2 }),
	dropPoint: (ctx: Ctx, marks: Marks) => strategy.dropPoint(ctx, 1, { ...marks, reason: 'Erledigt' }),
	restorePoint: (ctx: Ctx, marks: Marks) => strategy.restorePoint(ctx, 1, marks),
	discardPoint: (ctx: Ctx, marks: Marks) => strategy.discardPoint(ctx, 1, marks),
	addSources: (ctx: Ctx, marks: Marks) =>
		strategy.addSources(ctx, 1, { ...marks, from: [1], relation: 'objects', note: 'anders' }),
	removeSource: (ctx: Ctx, marks: Marks) => strategy.removeSource(ctx, 1, { ...marks, proposal: 1 }),
	setEditorialNote: (ctx: Ctx, marks: Marks) => strategy.setEditorialNote(ctx, 1, { ...marks, editorialNote: 'Neu' })
};
const everyVerb = Object.entries(verbs);

describe('starting a draft', () => {
	it('finds the draft that is there, whoever presses first', async () => {
		const testApp = await makeTestApp();
		const editor = await makeEditor(testApp);
		const moderator = await testApp.person('none', { roles: ['moderator'] });
		const numbers = await Promise.all([
			editor.start(),
			strategy.startDraft(testApp.as(moderator), testApp.consultationId),
			editor.start()
		]);
		expect(numbers).toEqual([1, 1, 1]);
	});

	it('carries points, wordings, places, notes and sources along', async () => {
		const testApp = await makeTestApp();
		const editor = await makeEditor(testApp);
		const contribution = await contribute(testApp, await testApp.person());
		await editor.start();
		await editor.add({ from: [contribution] });
		await editor.add({ title: 'Zweiter' });
		await strategy.setEditorialNote(editor.ctx, 2, { ...(await editor.marks()), editorialNote: 'Aus dem Landtag' });
		await editor.publish();
		const first = await strategy.version(testApp.as(null), 1);
		expect(await editor.start()).toBe(2);
		const second = await editor.draft();
		expect(second.points).toEqual(first.points);
		expect(second).toMatchObject({
			previousNumber: 1,
			title: 'Strategie gegen Armut, Fassung 2',
			numbers: null,
			digest: null
		});
		expect(second.points.map((point) => point.own)).toEqual([false, false]);
	});

	it.each([['helper'], ['publisher'], ['admin']] as const)('is not for a %s', async (role) => {
		const testApp = await makeTestApp();
		const person = await testApp.person('none', { roles: [role] });
		await expect(strategy.startDraft(testApp.as(person), testApp.consultationId)).rejects.toThrow(Refused);
	});
});

describe('a draft', () => {
	it('distils three contributions into one point with sources, once, however often it is sent', async () => {
		const testApp = await makeTestApp();
		const editor = await makeEditor(testApp);
		const from = [];
		for (const group of ['affected', 'practice', 'research'] as const) {
			from.push(await contribute(testApp, await testApp.person(group)));
		}
		await editor.start();
		const form = { ...(await editor.marks()), ...words, id: newId(), from, relation: 'summarises' as const, note: '' };
		expect(await strategy.addPoint(editor.ctx, form)).toBe(1);
		expect(await strategy.addPoint(editor.ctx, form)).toBe(1);
		const { points } = await editor.draft();
		expect(points).toHaveLength(1);
		expect(points[0]?.sources.map((source) => [source.proposalNumber, source.authorGroup, source.relation])).toEqual([
			[1, 'affected', 'summarises'],
			[2, 'practice', 'summarises'],
			[3, 'research', 'summarises']
		]);
	});

	it('takes no source that is not public', async () => {
		const testApp = await makeTestApp();
		const editor = await makeEditor(testApp);
		await editor.start();
		await expect(editor.add({ from: [77] })).rejects.toMatchObject({
			reason: 'sourceUnknown',
			facts: { numbers: '77' }
		});
		expect((await editor.draft()).points).toHaveLength(0);
		expect(await editor.add()).toBe(1);
	});

	it('keeps a published wording and makes a new one; back to the old words it is the old wording', async () => {
		const testApp = await makeTestApp();
		const editor = await makeEditor(testApp);
		await editor.start();
		await editor.add({ body: 'Erste Worte.' });
		await editor.publish();
		await editor.start();
		const [before] = (await editor.draft()).points;
		const reword = async (body: string) =>
			strategy.rewordPoint(editor.ctx, 1, { ...(await editor.marks()), ...words, body });
		await reword('Zweite Worte.');
		const [second] = (await editor.draft()).points;
		expect(second?.wordingId).not.toBe(before?.wordingId);
		await reword('Dritte Worte.');
		expect((await editor.draft()).points[0]?.wordingId).toBe(second?.wordingId);
		expect((await strategy.version(testApp.as(null), 1)).points[0]?.body).toBe('Erste Worte.');
		await reword('Erste Worte.');
		expect((await editor.draft()).points[0]?.wordingId).toBe(before?.wordingId);
	});

	it('moves points within their field, and sending it twice moves once', async () => {
		const testApp = await makeTestApp();
		const editor = await makeEditor(testApp);
		await editor.start();
		await editor.add({ title: 'Zugang', field: 'zugang' });
		for (const title of ['A', 'B', 'C']) await editor.add({ title });
		const order = async () => (await editor.draft()).points.map((point) => point.title).join(' ');
		expect(await order()).toBe('A B C Zugang');
		const form = { ...(await editor.marks()), to: 1 };
		await strategy.movePoint(editor.ctx, 4, form);
		await strategy.movePoint(editor.ctx, 4, form);
		expect(await order()).toBe('C A B Zugang');
		await strategy.movePoint(editor.ctx, 4, { ...(await editor.marks()), to: 99 });
		expect(await order()).toBe('A B C Zugang');
		expect((await editor.draft()).points.map((point) => point.position)).toEqual([1, 2, 3, 4]);
	});

	it('lets a point go with a reason and takes it back as it was', async () => {
		const testApp = await makeTestApp();
		const editor = await makeEditor(testApp);
		const contribution = await contribute(testApp, await testApp.person());
		await editor.start();
		await editor.add({ from: [contribution] });
		await editor.publish();
		await editor.start();
		await strategy.rewordPoint(editor.ctx, 1, { ...(await editor.marks()), ...words });
		const [reworded] = (await editor.draft()).points;
		await strategy.dropPoint(editor.ctx, 1, { ...(await editor.marks()), reason: 'Der Bund hat es beschlossen.' });
		expect(await editor.draft()).toMatchObject({
			points: [],
			drops: [{ number: 1, title: 'Wohnungen zuerst', reason: 'Der Bund hat es beschlossen.' }]
		});
		await strategy.restorePoint(editor.ctx, 1, await editor.marks());
		expect(await editor.draft()).toMatchObject({ points: [reworded], drops: [] });
	});

	it('loses a point without a trace only when it was never public', async () => {
		const testApp = await makeTestApp();
		const editor = await makeEditor(testApp);
		await editor.start();
		await editor.add();
		await editor.publish();
		await editor.start();
		const added = await editor.add({ title: 'Nur ein Versuch' });
		const reason = 'Zu früh';
		const drop = strategy.dropPoint(editor.ctx, added, { ...(await editor.marks()), reason });
		await expect(drop).rejects.toMatchObject({ reason: 'pointNeverPublished' });
		const marks = await editor.marks();
		await strategy.discardPoint(editor.ctx, added, marks);
		await strategy.discardPoint(editor.ctx, added, marks);
		await expect(strategy.pointByNumber(editor.ctx, added)).rejects.toThrow(NotFound);
		const discard = strategy.discardPoint(editor.ctx, 1, await editor.marks());
		await expect(discard).rejects.toMatchObject({ reason: 'pointWasPublished' });
	});

	it('does not let the slower of two editors overwrite the faster', async () => {
		const testApp = await makeTestApp();
		const [one, other] = [await makeEditor(testApp), await makeEditor(testApp)];
		await one.start();
		await one.add();
		const marks = await one.marks();
		const answers = await Promise.allSettled([
			strategy.rewordPoint(one.ctx, 1, { ...marks, ...words, body: 'Worte der einen.' }),
			strategy.rewordPoint(other.ctx, 1, { ...marks, ...words, body: 'Worte der anderen.' })
		]);
		const refused = answers.filter((answer) => answer.status === 'rejected');
		expect(refused).toHaveLength(1);
		expect(refused[0]?.reason).toBeInstanceOf(Stale);
	});

	it('grows its revision with every change, so that an approval counts only for what was read', async () => {
		const testApp = await makeTestApp();
		const editor = await makeEditor(testApp);
		await contribute(testApp, await testApp.person());
		await editor.start();
		await editor.add();
		await editor.add();
		await editor.publish();
		await editor.start();
		for (const [name, verb] of everyVerb) {
			if (name === 'discardPoint' || name === 'restorePoint' || name === 'dropPoint') continue;
			const before = await editor.marks();
			await verb(editor.ctx, before);
			expect((await editor.marks()).revision, name).toBe(before.revision + 1);
		}
		const before = (await editor.marks()).revision;
		await verbs.dropPoint(editor.ctx, await editor.marks());
		await verbs.restorePoint(editor.ctx, await editor.marks());
		expect((await editor.marks()).revision).toBe(before + 2);
	});

	it.each(everyVerb)('%s is refused to everybody but moderators and editors', async (_, verb) => {
		const testApp = await makeTestApp();
		const editor = await makeEditor(testApp);
		await editor.start();
		await editor.add();
		const marks = await editor.marks();
		const publisher = await testApp.person('none', { roles: ['publisher', 'admin', 'helper'] });
		for (const person of [null, await testApp.person(), publisher]) {
			await expect(verb(testApp.as(person), marks)).rejects.toThrow(Refused);
		}
	});
});

describe('a published version', () => {
	it.each(everyVerb)('refuses %s', async (_, verb) => {
		const testApp = await makeTestApp();
		const editor = await makeEditor(testApp);
		const contribution = await contribute(testApp, await testApp.person());
		await editor.start();
		await editor.add({ from: [contribution] });
		await editor.add();
		const marks = await editor.marks();
		await editor.publish();
		const before = await strategy.version(testApp.as(null), 1);
		await expect(verb(editor.ctx, marks)).rejects.toMatchObject({ reason: 'versionFrozen' });
		expect(await strategy.version(testApp.as(null), 1)).toEqual(before);
	});
});
