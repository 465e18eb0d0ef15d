import { describe, expect, it } from 'vitest';
import * as proposals from '#lib/proposals/proposals.server.ts';
import { transaction } from '#lib/server/db/transaction.ts';
import { newId } from '#lib/server/ids.ts';
import { declarePublished, draft } from '../../../tests/support/strategy/drafted.ts';
import { makeTestApp, type TestApp } from '../../../tests/support/machine/testApp.ts';
import type { Disposition } from './answer.ts';
import * as answers from './answers.server.ts';
import * as work from './worklist/worklist.server.ts';
import { WorkQuery } from './worklist/worklist.ts';
import * as strategy from '../strategy/strategy.server.ts';

/** A town with an editor and three contributions that are public. */
async function setting() {
	const testApp = await makeTestApp();
	const editor = testApp.as(await testApp.person('none', { roles: ['editor'] }));
	const author = testApp.as(await testApp.person());
	const all = [newId(), newId(), newId()] as const;
	for (const [place, id] of all.entries()) {
		const title = ['Eins', 'Zwei', 'Drei'][place] ?? '';
		const text = { kind: 'proposal', field: 'wohnen', title, body: 'Mehr kleine Wohnungen.', evidence: '' } as const;
		await proposals.submit(author, testApp.consultationId, { id, ...text });
		await transaction(testApp.as(null), (ctx) => proposals.screened(ctx, id, { deed: 'publish' }));
	}
	const say = (id: string, disposition: Disposition) =>
		answers.write(editor, { proposals: [id], disposition, reason: 'So ist es.', responsible: '' });
	return { testApp, editor, all, say };
}

describe('"taken up"', () => {
	it('is said only of what stands behind a point of the draft', async () => {
		const { testApp, all, say } = await setting();
		const [one, two] = all;
		const refused = { reason: 'adoptedNowhere' };
		await draft(testApp, [{ sources: [one] }]);
		for (const disposition of ['adopted', 'partly', 'merged'] as const) {
			await expect(say(two, disposition)).rejects.toMatchObject(refused);
		}
		await say(one, 'adopted');
	});
});

describe('an answer that names a point', () => {
	it.each([
		['its source is taken away', unsource],
		['its point is dropped', dropEverything]
	])('lacks again when %s, whether it was said in this draft or with the version before', async (_, change) => {
		const { testApp, editor, all, say } = await setting();
		const [one, two, three] = all;
		const first = await draft(testApp, [{ sources: all }]);
		await say(one, 'adopted');
		await declarePublished(testApp, first);
		await transaction(testApp.as(null), async (ctx) =>
			answers.publishAnswers(ctx, await strategy.versionById(ctx, first.id))
		);
		const { id } = await draft(testApp, [{ sources: all }]);
		await say(two, 'merged');
		await say(three, 'declined');
		expect(await answers.answersWithoutPoint(editor, id)).toEqual([]);
		for (const proposal of all) await change(testApp, id, proposal);
		expect((await answers.answersWithoutPoint(editor, id)).map(({ title }) => title)).toEqual(['Eins', 'Zwei']);
		expect((await answers.unanswered(editor, id)).map(({ title }) => title)).toEqual(['Eins', 'Zwei']);
		const { byDisposition, none } = await answers.counts(editor, testApp.consultationId, id);
		expect({ ...byDisposition, none }).toMatchObject({ adopted: 0, merged: 0, declined: 1, open: 2, none: 0 });
		const list = await work.worklist(editor, testApp.consultationId, WorkQuery.parse({}));
		expect(list.items.map(({ title, adrift }) => [title, adrift])).toEqual([
			['Eins', true],
			['Zwei', true]
		]);
		// What everybody reads of the version that is out has not changed.
		expect((await answers.counts(testApp.as(null), testApp.consultationId)).byDisposition.adopted).toBe(1);
	});
});

async function unsource(testApp: TestApp, version: string, proposalId: string): Promise<void> {
	await transaction(testApp.as(null), ({ db }) =>
		db.deleteFrom('sources').where('versionId', '=', version).where('proposalId', '=', proposalId).execute()
	);
}

async function dropEverything(testApp: TestApp, version: string): Promise<void> {
	await transaction(testApp.as(null), async ({ db }) => {
		const points = await db.selectFrom('versionPoints').selectAll().where('versionId', '=', version).execute();
		for (const { pointId } of points) {
			const drop = { versionId: version, pointId, reason: 'Erledigt.' };
			await db
				.insertInto('drops')
				.values(drop)
				.onConflict((c) => c.doNothing())
				.execute();
		}
	});
}
