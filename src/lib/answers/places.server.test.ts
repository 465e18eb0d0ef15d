import { describe, expect, it } from 'vitest';
import * as proposals from '#lib/proposals/proposals.server.ts';
import { together } from '#lib/server/db/together.ts';
import { newId } from '#lib/server/ids.ts';
import { declarePublished, draft } from '../../../tests/support/drafted.ts';
import { makeTown, type Town } from '../../../tests/support/town.ts';
import type { Disposition } from './answer.ts';
import * as answers from './answers.server.ts';
import * as work from './worklist.server.ts';
import { WorkQuery } from './worklist.ts';

/** A town with an editor and three contributions that are public. */
async function setting() {
	const town = await makeTown();
	const editor = town.as(await town.person('none', { roles: ['editor'] }));
	const author = town.as(await town.person());
	const all = [newId(), newId(), newId()] as const;
	for (const [place, id] of all.entries()) {
		const title = ['Eins', 'Zwei', 'Drei'][place] ?? '';
		const text = { kind: 'proposal', field: 'wohnen', title, body: 'Mehr kleine Wohnungen.', evidence: '' } as const;
		await proposals.submit(author, town.consultationId, { id, ...text });
		await together(town.as(null), (ctx) => proposals.screened(ctx, id, { deed: 'publish' }));
	}
	const say = (id: string, disposition: Disposition) =>
		answers.write(editor, { proposals: [id], disposition, reason: 'So ist es.', responsible: '' });
	return { town, editor, all, say };
}

describe('"taken up"', () => {
	it('is said only of what stands behind a point of the draft', async () => {
		const { town, all, say } = await setting();
		const [one, two] = all;
		const refused = { reason: 'adoptedNowhere' };
		await draft(town, [{ sources: [one] }]);
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
		const { town, editor, all, say } = await setting();
		const [one, two, three] = all;
		const first = await draft(town, [{ sources: all }]);
		await say(one, 'adopted');
		await declarePublished(town, first);
		await together(town.as(null), (ctx) => answers.goOut(ctx, first.id));
		const { id } = await draft(town, [{ sources: all }]);
		await say(two, 'merged');
		await say(three, 'declined');
		expect(await answers.adrift(editor, id)).toEqual([]);
		for (const proposal of all) await change(town, id, proposal);
		expect((await answers.adrift(editor, id)).map(({ title }) => title)).toEqual(['Eins', 'Zwei']);
		expect((await answers.lacking(editor, id)).map(({ title }) => title)).toEqual(['Eins', 'Zwei']);
		const { byDisposition, none } = await answers.counts(editor, town.consultationId, id);
		expect({ ...byDisposition, none }).toMatchObject({ adopted: 0, merged: 0, declined: 1, open: 2, none: 0 });
		const list = await work.worklist(editor, town.consultationId, WorkQuery.parse({}));
		expect(list.items.map(({ title, adrift }) => [title, adrift])).toEqual([
			['Eins', true],
			['Zwei', true]
		]);
		// What everybody reads of the version that is out has not changed.
		expect((await answers.counts(town.as(null), town.consultationId)).byDisposition.adopted).toBe(1);
	});
});

async function unsource(town: Town, version: string, proposalId: string): Promise<void> {
	await together(town.as(null), ({ db }) =>
		db.deleteFrom('sources').where('versionId', '=', version).where('proposalId', '=', proposalId).execute()
	);
}

async function dropEverything(town: Town, version: string): Promise<void> {
	await together(town.as(null), async ({ db }) => {
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
