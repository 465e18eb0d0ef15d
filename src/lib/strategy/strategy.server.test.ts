import { describe, expect, it } from 'vitest';
import { contribute, makeEditor, twoVersions, verified } from '../../../tests/support/strategy/strategy.ts';
import { makeTestApp } from '../../../tests/support/machine/testApp.ts';
import { ROLES } from '#lib/people/person.ts';
import * as proposals from '#lib/proposals/proposals.server.ts';
import { transaction } from '#lib/server/db/transaction.ts';
import { NotFound } from '#lib/verdict.ts';
import * as strategy from './strategy.server.ts';

const words = { field: 'wohnen', title: 'Wohnungen zuerst', body: 'Das Land baut mehr.' };

describe('before publication', () => {
	it('nobody but staff sees anything of a draft', async () => {
		const testApp = await makeTestApp();
		const editor = await makeEditor(testApp);
		const author = await testApp.person();
		const contribution = await contribute(testApp, author);
		await editor.start();
		await editor.add({ from: [contribution] });
		const { id: proposalId } = await proposals.byNumber(testApp.as(null), contribution);
		const helper = await testApp.person('none', { roles: ['helper'] });
		const draft = await editor.draft();
		for (const person of [null, author, helper]) {
			const ctx = testApp.as(person);
			expect(await strategy.versions(ctx)).toEqual([]);
			expect(await strategy.latest(ctx, testApp.consultationId)).toBeNull();
			expect(await strategy.draftOf(ctx, testApp.consultationId)).toBeNull();
			expect((await strategy.placesOf(ctx, [proposalId])).size).toBe(0);
			await expect(strategy.version(ctx, 1)).rejects.toThrow(NotFound);
			await expect(strategy.pointByNumber(ctx, 1)).rejects.toThrow(NotFound);
			await expect(strategy.subjectOf(ctx, 1)).rejects.toThrow(NotFound);
			await expect(strategy.frozenText(ctx, 1)).rejects.toThrow(NotFound);
			await expect(strategy.headByNumber(ctx, 1)).rejects.toThrow(NotFound);
			await expect(strategy.versionById(ctx, draft.id)).rejects.toThrow(NotFound);
			await expect(strategy.comparison(ctx, 1, 1)).rejects.toThrow(NotFound);
			expect(await strategy.latestHead(ctx, testApp.consultationId)).toBeNull();
			expect(await strategy.pointIn(ctx, draft.id, draft.points[0]?.pointId ?? '')).toBeNull();
			expect((await strategy.sourcedIn(ctx, draft.id, [proposalId])).size).toBe(0);
		}
		for (const role of ROLES.filter((role) => role !== 'helper')) {
			const ctx = testApp.as(await testApp.person('none', { roles: [role] }));
			expect((await strategy.version(ctx, 1)).points).toHaveLength(1);
			expect((await strategy.pointByNumber(ctx, 1)).current).toBeNull();
		}
	});

	it('the public journal hears nothing of a draft', async () => {
		const testApp = await makeTestApp();
		const editor = await makeEditor(testApp);
		await editor.start();
		await editor.add();
		const told = await testApp.app.reader.selectFrom('journal').select('audience').execute();
		// The consultation, the draft and its point.
		expect(told.map((entry) => entry.audience)).toEqual(['staff', 'staff', 'staff']);
	});

	it('a comparison of published versions does not know the draft', async () => {
		const testApp = await makeTestApp();
		const editor = await twoVersions(testApp);
		await editor.start();
		await strategy.dropPoint(editor.ctx, 1, { ...(await editor.marks()), reason: 'Noch geheim' });
		const compared = await strategy.comparison(testApp.as(null), 2, 1);
		expect(compared.summary).toEqual({ new: 1, reworded: 1, split: 0, merged: 0, dropped: 1, moved: 0, unchanged: 0 });
		expect(JSON.stringify(compared)).not.toContain('geheim');
		await expect(strategy.comparison(testApp.as(null), 2, 3)).rejects.toThrow(NotFound);
		expect((await strategy.comparison(editor.ctx, 3, 1)).changes.map((change) => change.drop?.versionNumber)).toEqual([
			undefined,
			3,
			2
		]);
	});

	it('new words for a public point stay in the draft, for staff on public pages too', async () => {
		const testApp = await makeTestApp();
		const editor = await makeEditor(testApp);
		await editor.start();
		await editor.add();
		await editor.publish();
		await editor.start();
		await strategy.rewordPoint(editor.ctx, 1, { ...(await editor.marks()), ...words, body: 'Geheim.' });
		for (const ctx of [testApp.as(null), editor.ctx]) {
			const point = await strategy.pointByNumber(ctx, 1);
			expect(point.wordings).toHaveLength(1);
			expect(point.current?.body).toBe('Das Land baut.');
		}
	});

	it.each([[0], [-1], [1.5], [Number.NaN], [1e12], [2 ** 60]])('number %s is not found', async (number) => {
		const testApp = await makeTestApp();
		await expect(strategy.version(testApp.as(null), number)).rejects.toThrow(NotFound);
		await expect(strategy.pointByNumber(testApp.as(null), number)).rejects.toThrow(NotFound);
	});
});

describe('a point', () => {
	it('is the same through all versions, with every wording it had', async () => {
		const testApp = await makeTestApp();
		await twoVersions(testApp);
		const one = await strategy.pointByNumber(testApp.as(null), 1);
		expect(one.wordings.map(({ versionNumber, current, body }) => ({ versionNumber, current, body }))).toEqual([
			{ versionNumber: 2, current: true, body: 'Das Land baut mehr.' },
			{ versionNumber: 1, current: false, body: 'Das Land baut.' }
		]);
		expect(await strategy.subjectOf(testApp.as(null), 1)).toEqual({
			kind: 'point',
			id: one.id,
			wordingId: one.current?.wordingId,
			consultationId: testApp.consultationId
		});
	});

	it('that was dropped keeps its page and says why', async () => {
		const testApp = await makeTestApp();
		await twoVersions(testApp);
		const two = await strategy.pointByNumber(testApp.as(null), 2);
		expect(two).toMatchObject({ current: null, drop: { versionNumber: 2, reason: 'Steht in Punkt 3.' } });
		await expect(strategy.subjectOf(testApp.as(null), 2)).rejects.toMatchObject({ reason: 'pointDropped' });
	});

	it('keeps one wording through versions that do not touch it', async () => {
		const testApp = await makeTestApp();
		const editor = await twoVersions(testApp);
		await editor.start();
		await editor.publish();
		const one = await strategy.pointByNumber(testApp.as(null), 1);
		expect(one.current).toMatchObject({ versionNumber: 2, versionNumbers: [2, 3] });
	});
});

describe('a contribution', () => {
	it('finds every point it stands behind, and since when', async () => {
		const testApp = await makeTestApp();
		await twoVersions(testApp);
		const { id } = await proposals.byNumber(testApp.as(null), 1);
		expect((await strategy.placesOf(testApp.as(null), [id])).get(id)).toEqual([
			{ pointNumber: 1, pointTitle: 'Wohnungen zuerst', versionNumber: 2, since: 1, relation: 'summarises' },
			{ pointNumber: 3, pointTitle: 'Dritter', versionNumber: 2, since: 2, relation: 'departs' }
		]);
	});

	it('hidden later leaves only its number behind the point, and the version stays whole', async () => {
		const testApp = await makeTestApp();
		await twoVersions(testApp);
		const { id } = await proposals.byNumber(testApp.as(null), 1);
		await transaction(testApp.as(null), (ctx) => proposals.screened(ctx, id, { deed: 'hide' }));
		const [point] = (await strategy.version(testApp.as(null), 2)).points;
		expect(point?.sources[0]).toMatchObject({ proposalNumber: 1, title: '', authorGroup: null, published: false });
		expect((await verified(testApp.as(null))).every((one) => one.ok)).toBe(true);
	});
});
