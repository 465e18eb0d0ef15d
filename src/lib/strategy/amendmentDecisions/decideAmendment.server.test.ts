import { describe, expect, it } from 'vitest';
import * as amendments from '#lib/amendments/amendments.server.ts';
import { seenMark } from '#lib/editState.ts';
import * as moderation from '#lib/moderation/moderation.server.ts';
import { transaction } from '#lib/server/db/transaction.ts';
import { Stale } from '#lib/verdict.ts';
import { proposed } from '../../../../tests/support/strategy/amended.ts';
import { makeEditor, verified } from '../../../../tests/support/strategy/strategy.ts';
import { makeTestApp } from '../../../../tests/support/machine/testApp.ts';
import { canonical, digestOf } from '../frozen/versionDigest.ts';
import type { DecisionInput } from './decision.ts';
import * as strategy from '../strategy.server.ts';

async function setting() {
	const testApp = await makeTestApp();
	const editor = await makeEditor(testApp);
	await editor.start();
	await editor.add({ body: 'Das Land baut. Es baut viel.' });
	await editor.publish();
	const author = await testApp.person('practice', { organisation: 'Tafel Musterstadt e. V.' });
	const decide = async (number: number, more: Partial<DecisionInput> = {}) => {
		const words = { title: 'Wohnungen zuerst', body: 'Das Land baut bald. Es baut viel.' };
		const form = { ...(await editor.marks()), outcome: 'partly' as const, reason: 'Nicht alles geht.', ...words };
		await strategy.decideAmendment(editor.ctx, number, { ...form, ...more });
	};
	return { testApp, editor, author, decide };
}

describe('editors', () => {
	it('take an amendment over in part; its author hears of it with the version, which names it as a source', async () => {
		const { testApp, editor, author, decide } = await setting();
		const number = await proposed(testApp, 1, author, { body: 'Das Land baut sofort. Es baut sehr viel.' });
		await editor.start();
		await decide(number);
		expect((await amendments.mine(testApp.as(author)))[0]?.decision).toBeNull();
		expect((await editor.draft()).points[0]).toMatchObject({ body: 'Das Land baut bald. Es baut viel.' });
		await editor.publish();
		const told = { outcome: 'partly', reason: 'Nicht alles geht.', versionNumber: 2 };
		expect((await amendments.mine(testApp.as(author)))[0]?.decision).toMatchObject(told);
		const [point] = (await strategy.version(testApp.as(null), 2)).points;
		expect(point?.amendments).toMatchObject([{ number, outcome: 'partly', by: { name: 'Tafel Musterstadt e. V.' } }]);
		expect(JSON.parse(await strategy.frozenText(testApp.as(null), 2)).points[0].amendments).toEqual([
			{ amendment: number, outcome: 'partly' }
		]);
		await editor.start();
		await expect(decide(number)).rejects.toMatchObject({ reason: 'amendmentDecided' });
		expect((await editor.draft()).points[0]?.amendments).toMatchObject([{ number }]);
	});

	it('decline with a reason, change their mind, and deciding twice is deciding once', async () => {
		const { testApp, editor, author, decide } = await setting();
		const number = await proposed(testApp, 1, author);
		await editor.start();
		await decide(number, { outcome: 'adopted', reason: '' });
		const { revision } = await editor.marks();
		await decide(number, { outcome: 'adopted', reason: '' });
		expect((await editor.marks()).revision).toBe(revision);
		await decide(number, { outcome: 'declined', reason: 'Das Geld fehlt.' });
		expect((await editor.draft()).points[0]?.amendments).toEqual([]);
		expect(await amendments.countOpen(editor.ctx, testApp.consultationId)).toBe(0);
		await strategy.reopenAmendment(editor.ctx, number, await editor.marks());
		expect(await amendments.countOpen(editor.ctx, testApp.consultationId)).toBe(1);
	});

	/** Its author has other words for an amendment that is public; they wait. */
	async function changing() {
		const scene = await setting();
		const { testApp, editor, author } = scene;
		const number = await proposed(testApp, 1, author);
		const { id, title, reason, ...rest } = await amendments.byNumber(testApp.as(null), number);
		const seen = seenMark(strategy.decisionState({ ...rest, title, reason }));
		const texts = [title, 'Das Land baut gar nichts mehr.', reason];
		await moderation.change(testApp.as(author), 'amendment', String(number), { texts });
		const moderator = testApp.as(await testApp.person('none', { roles: ['moderator'] }));
		const { edition } = await moderation.desk(moderator, 'amendment', id);
		const form = { edition: edition?.id ?? '', seen: moderation.wordsMark(edition?.texts ?? []) };
		const settle = (deed: 'accept' | 'lapse') => moderation.decideEdition(moderator, { ...form, deed });
		const bodyNow = async () => (await amendments.byNumber(testApp.as(null), number)).body;
		await editor.start();
		return { ...scene, number, seen, settle, bodyNow, was: rest.body };
	}

	it('have taken over what they read: a change of its author that waits does not turn it into its opposite', async () => {
		const { decide, number, settle, bodyNow, was } = await changing();
		await decide(number, { outcome: 'adopted', reason: '' });
		await expect(settle('accept')).rejects.toMatchObject({ reason: 'lateDecided' });
		await settle('lapse');
		expect(await bodyNow()).toBe(was);
	});

	it('do not take over other words than those on their page', async () => {
		const { testApp, decide, number, seen, settle } = await changing();
		await settle('accept');
		await expect(decide(number, { outcome: 'adopted', reason: '', seen })).rejects.toThrow(Stale);
		const now = seenMark(strategy.decisionState(await amendments.byNumber(testApp.as(null), number)));
		await decide(number, { outcome: 'adopted', reason: '', seen: now });
	});

	it('find open ones carried to the next version, or labelled when their sentences changed', async () => {
		const { testApp, editor, author } = await setting();
		const early = await proposed(testApp, 1, author, { body: 'Das Land baut sofort. Es baut viel.' });
		const late = await proposed(testApp, 1, author, { body: 'Das Land baut. Es baut genug.' });
		await editor.start();
		const words = { field: 'wohnen', title: 'Wohnungen zuerst', body: 'Das Land baut. Es baut viel und schnell.' };
		await strategy.rewordPoint(editor.ctx, 1, { ...(await editor.marks()), ...words });
		await editor.publish();
		const head = await strategy.latestHead(testApp.as(null), testApp.consultationId);
		const open = await amendments.open(testApp.as(null), { consultationId: testApp.consultationId });
		const fits = await strategy.amendmentConflicts(testApp.as(null), head?.id ?? null, open);
		expect(fits.get(early)).toMatchObject({
			fit: 'carried',
			text: { body: 'Das Land baut sofort. Es baut viel und schnell.' }
		});
		expect(fits.get(late)).toMatchObject({ fit: 'older', collides: [] });
	});
});

describe('the digest', () => {
	it('of a version sealed in the older shape stays true, and what is added to it later is found', async () => {
		const { testApp, author } = await setting();
		// Shape 1 knew nothing of what went out with the version, nor of its rows.
		const {
			answers: _a,
			decisions: _d,
			rows: _r,
			...text
		} = JSON.parse(await strategy.frozenText(testApp.as(null), 1));
		const sealed = { ...text, shape: 1 };
		const frozen = canonical(sealed);
		await transaction(testApp.as(null), ({ db }) =>
			db
				.updateTable('versions')
				.set({ frozen, digest: digestOf(frozen) })
				.execute()
		);
		expect(await verified(testApp.as(null))).toEqual([{ number: 1, ok: true }]);
		await proposed(testApp, 1, author);
		const [amendment] = await amendments.mine(testApp.as(author));
		const [version] = await strategy.versions(testApp.as(null));
		const row = { versionId: version?.id ?? '', pointId: amendment?.pointId ?? '', amendmentId: amendment?.id ?? '' };
		await transaction(testApp.as(null), ({ db }) =>
			db
				.insertInto('amendmentSources')
				.values({ ...row, outcome: 'adopted' })
				.execute()
		);
		expect(await verified(testApp.as(null))).toMatchObject([{ ok: false, difference: 'points[0].amendments' }]);
	});
});
