import { describe, expect, it } from 'vitest';
import { newId } from '#lib/server/ids.ts';
import { NotFound, Refused, Stale } from '#lib/verdict.ts';
import { putProposal, putVersion } from '../../../tests/support/editions/published.ts';
import { releaseCall } from '../../../tests/support/machine/released.ts';
import { makeTestApp } from '../../../tests/support/machine/testApp.ts';
import * as calls from './calls.server.ts';
import { head, item, revisionOf, scene, whole } from '../../../tests/support/calls.ts';

describe('a draft', () => {
	it('begun twice with the same form is one', async () => {
		const { testApp, editor } = await scene();
		const form = { id: newId(), version: 1, ...head };
		const numbers = await Promise.all([1, 2, 3].map(() => calls.begin(testApp.as(editor), form)));
		expect(new Set(numbers).size).toBe(1);
		expect(await calls.all(testApp.as(editor))).toHaveLength(2);
	});

	it('needs a version that is published', async () => {
		const { testApp, editor } = await scene();
		await putVersion(testApp, { number: 2, titles: ['Noch offen'], published: false });
		const form = { id: newId(), ...head };
		const early = calls.begin(testApp.as(editor), { ...form, version: 2 });
		await expect(early).rejects.toMatchObject({ reason: 'callVersionUnpublished' });
		await expect(calls.begin(testApp.as(editor), { ...form, version: 99 })).rejects.toThrow();
	});

	it('is nobody’s business outside the workshop: not found, not listed, nothing rests on it', async () => {
		const made = await whole();
		const { testApp, number, editor, version } = made;
		for (const person of [null, await testApp.person(), await testApp.person('none', { roles: ['moderator'] })]) {
			await expect(calls.byNumber(testApp.as(person), number)).rejects.toThrow(NotFound);
			await expect(calls.inWorkshop(testApp.as(person), number)).rejects.toThrow(NotFound);
			await expect(calls.all(testApp.as(person))).rejects.toThrow(Refused);
			await expect(calls.putItem(testApp.as(person), number, item(made, 'part'))).rejects.toThrow(NotFound);
		}
		await expect(calls.byNumber(testApp.as(editor), number)).rejects.toThrow(NotFound);
		expect(await calls.published(testApp.as(null))).toEqual([]);
		expect(
			(
				await calls.restingOn(
					testApp.as(null),
					version.points.map((point) => point.id)
				)
			).size
		).toBe(0);
	});

	it.each([NaN, 0, -1, 1.5, 2 ** 40])('number %s is not found', async (number) => {
		const { testApp, editor } = await scene();
		await expect(calls.byNumber(testApp.as(null), number)).rejects.toThrow(NotFound);
		await expect(calls.inWorkshop(testApp.as(editor), number)).rejects.toThrow(NotFound);
	});

	it('keeps what somebody else wrote meanwhile', async () => {
		const { testApp, editor, publisher, number } = await scene();
		await calls.changeHead(testApp.as(publisher), number, { ...head, revision: 1, title: 'Neuer Titel' });
		const late = calls.changeHead(testApp.as(editor), number, { ...head, revision: 1, title: 'Anderer Titel' });
		await expect(late).rejects.toThrow(Stale);
		// The same form once more is no change, and no quarrel.
		await calls.changeHead(testApp.as(publisher), number, { ...head, revision: 1, title: 'Neuer Titel' });
		expect((await calls.inWorkshop(testApp.as(editor), number)).title).toBe('Neuer Titel');
	});
});

describe('an item', () => {
	it('rests on points of the call’s version only', async () => {
		const made = await scene();
		const other = await putVersion(made.testApp, { number: 2, titles: ['Ganz neu'] });
		const points = other.points.map((point) => point.id);
		const wrong = calls.putItem(made.testApp.as(made.editor), made.number, item(made, 'part', { points }));
		await expect(wrong).rejects.toMatchObject({ reason: 'callPointElsewhere' });
	});

	it('sent twice is one, can be changed, and goes when it is removed', async () => {
		const made = await scene();
		const ctx = made.testApp.as(made.editor);
		const form = item(made, 'part');
		await Promise.all([1, 2, 3].map(() => calls.putItem(ctx, made.number, form)));
		const points = made.version.points.map((point) => point.id);
		await calls.putItem(ctx, made.number, { ...form, revision: await revisionOf(made), title: 'Neu', points });
		const { items } = await calls.inWorkshop(ctx, made.number);
		expect(items).toMatchObject([{ title: 'Neu', pointIds: points }]);
		await calls.removeItem(ctx, made.number, form.id);
		await calls.removeItem(ctx, made.number, form.id);
		expect((await calls.inWorkshop(ctx, made.number)).items).toEqual([]);
	});

	it('of another call is out of reach', async () => {
		const made = await whole();
		const { testApp, editor, publisher, number } = made;
		await releaseCall(testApp.as(editor), testApp.as(publisher), number);
		const frozen = (await calls.byNumber(testApp.as(null), number)).items[0]?.id ?? '';
		const other = await calls.begin(testApp.as(editor), { id: newId(), version: 1, ...head });
		const theft = calls.putItem(testApp.as(editor), other, item(made, 'part', { id: frozen, title: 'Gekapert' }));
		await expect(theft).rejects.toThrow(NotFound);
		await calls.removeItem(testApp.as(editor), other, frozen);
		expect((await calls.byNumber(testApp.as(null), number)).items[0]?.title).toBe('Ein part');
	});

	it('moves to a place, however often the button is pressed', async () => {
		const made = await scene();
		const ctx = made.testApp.as(made.editor);
		const titles = async () => (await calls.inWorkshop(ctx, made.number)).items.map((one) => one.title);
		const forms = ['A', 'B', 'C'].map((title) => item(made, 'part', { title }));
		for (const form of forms) await calls.putItem(ctx, made.number, form);
		await calls.putItem(ctx, made.number, item(made, 'criterion', { title: 'K' }));
		for (let i = 0; i < 2; i++) await calls.moveItem(ctx, made.number, { item: forms[2]?.id ?? '', to: 0 });
		expect(await titles()).toEqual(['C', 'A', 'B', 'K']);
		await calls.removeItem(ctx, made.number, forms[0]?.id ?? '');
		await calls.putItem(ctx, made.number, item(made, 'part', { title: 'D' }));
		expect(await titles()).toEqual(['C', 'B', 'D', 'K']);
	});
});

describe('publishing', () => {
	it('freezes everything', async () => {
		const made = await whole();
		const { testApp, editor, publisher, number } = made;
		await releaseCall(testApp.as(editor), testApp.as(publisher), number);
		const before = await calls.byNumber(testApp.as(null), number);
		const revision = before.revision;
		const [first] = before.items;
		const ctx = testApp.as(editor);
		const attempts = [
			() => calls.changeHead(ctx, number, { ...head, title: 'Anders', revision }),
			() => calls.putItem(ctx, number, item(made, 'part')),
			() => calls.putItem(ctx, number, item(made, 'part', { id: first?.id ?? '', revision })),
			() => calls.moveItem(ctx, number, { item: first?.id ?? '', to: 5 }),
			() => calls.removeItem(ctx, number, first?.id ?? '')
		];
		for (const attempt of attempts) await expect(attempt()).rejects.toMatchObject({ reason: 'callFrozen' });
		expect(await calls.byNumber(testApp.as(null), number)).toEqual(before);
	});
});

describe('the way back', () => {
	it('leads from a point and from a contribution to what rests on it', async () => {
		const testApp = await makeTestApp();
		const editor = await testApp.person('none', { roles: ['editor'] });
		const publisher = await testApp.person('none', { roles: ['publisher'] });
		const proposal = await putProposal(testApp, await testApp.person());
		const later = await putProposal(testApp, await testApp.person(), 'Später gekommen');
		const version = await putVersion(testApp, { number: 1, titles: ['A', 'B'], sources: [proposal.id] });
		await putVersion(testApp, { number: 2, titles: ['C'], sources: [later.id] });
		const number = await calls.begin(testApp.as(editor), { id: newId(), version: 1, ...head });
		const made = { testApp, editor, publisher, version, number };
		await calls.putItem(testApp.as(editor), number, item(made, 'part', { title: 'Beratung' }));
		await calls.putItem(testApp.as(editor), number, item(made, 'criterion', { title: 'Nähe' }));
		await releaseCall(
			testApp.as(await testApp.person('none', { roles: ['publisher'] })),
			testApp.as(publisher),
			number
		);
		const [a, b] = version.points.map((point) => point.id);
		const points = await calls.restingOn(testApp.as(null), [a ?? '', b ?? '']);
		expect(points.get(a ?? '')).toMatchObject([
			{ callNumber: number, callTitle: head.title, itemTitle: 'Beratung', kind: 'part' },
			{ callNumber: number, itemTitle: 'Nähe', kind: 'criterion' }
		]);
		expect(points.has(b ?? '')).toBe(false);
		const behind = await calls.restingOnProposals(testApp.as(null), [proposal.id, later.id]);
		expect(behind.get(proposal.id)).toHaveLength(2);
		expect(behind.has(later.id)).toBe(false);
	});
});
