import { describe, expect, it } from 'vitest';
import { newId } from '#lib/server/ids.ts';
import { draft } from '../../../../tests/support/strategy/drafted.ts';
import { contribute } from '../../../../tests/support/strategy/strategy.ts';
import { makeTestApp } from '../../../../tests/support/machine/testApp.ts';
import type { AnswersInput } from '../answer.ts';
import * as answers from './together.server.ts';
import * as work from './worklist.server.ts';
import { WorkQuery } from './worklist.ts';

const ALL = WorkQuery.parse({ zeigen: 'all' });

/** Contributions, all but the last of them behind a point of the draft. */
async function setting(count: number) {
	const testApp = await makeTestApp();
	const author = await testApp.person();
	const editor = testApp.as(await testApp.person('none', { roles: ['editor'] }));
	for (let at = 0; at < count; at++) await contribute(testApp, author, `Wohnung ${at}`);
	const list = async () => (await work.worklist(editor, testApp.consultationId, ALL)).items;
	const rows = await testApp.app.reader.selectFrom('proposals').select('id').orderBy('number').execute();
	const ids = rows.map(({ id }) => id);
	await draft(testApp, [{ sources: ids.slice(0, -1) }]);
	const said = async () => {
		const rows = await testApp.app.reader.selectFrom('answers').selectAll().execute();
		return ids.map((id) => rows.find((row) => row.proposalId === id)?.disposition ?? null);
	};
	const form = (more: Partial<AnswersInput>): AnswersInput => ({
		...{ id: newId(), proposals: ids, disposition: 'merged', reason: '', responsible: '', seen: [] },
		...more
	});
	return { testApp, editor, ids, said, form, list };
}

describe('the same answer for several', () => {
	it('one that stands behind no point keeps no other from it, and it is said which', async () => {
		const { editor, said, form } = await setting(3);
		const writing = answers.writeEach(editor, form({}));
		await expect(writing).rejects.toMatchObject({ reason: 'someNotDone', facts: { done: '2 sind gespeichert.' } });
		await expect(writing).rejects.toMatchObject({ facts: { rows: expect.stringContaining('Beitrag 3') } });
		expect(await said()).toEqual(['merged', 'merged', null]);
	});

	it('is taken back: what stood there stands there again, and where nothing stood, nothing', async () => {
		const { editor, ids, said, form, list } = await setting(3);
		await answers.writeEach(
			editor,
			form({ proposals: ids.slice(0, 1), disposition: 'declined', reason: 'Kein Geld.' })
		);
		const second = form({ disposition: 'open', seen: (await list()).map(({ seen }) => seen) });
		await answers.writeEach(editor, second);
		expect(await said()).toEqual(['open', 'open', 'open']);
		await answers.takeBack(editor, { id: newId(), deed: second.id });
		expect(await said()).toEqual(['declined', null, null]);
		await expect(answers.takeBack(editor, { id: newId(), deed: second.id })).rejects.toThrow('not found');
	});

	it('what a colleague has answered since stays', async () => {
		const { editor, ids, said, form, list } = await setting(2);
		const first = form({ disposition: 'open' });
		await answers.writeEach(editor, first);
		const [one = ''] = ids;
		const seen = (await list()).map(({ seen }) => seen);
		await answers.writeEach(editor, form({ proposals: [one], disposition: 'merged', seen }));
		await expect(answers.takeBack(editor, { id: newId(), deed: first.id })).rejects.toMatchObject({
			reason: 'someNotDone'
		});
		expect(await said()).toEqual(['merged', null]);
	});

	it('reaches all that the filter shows, on whatever page they stand', async () => {
		const { testApp, editor, said, form } = await setting(25);
		const ask = WorkQuery.parse({ q: 'Wohnung' });
		const all = form({ proposals: [], matching: 'yes', disposition: 'declined', reason: 'Das gibt es schon.' });
		await answers.writeMatching(editor, testApp.consultationId, ask, all);
		expect((await said()).filter((one) => one === 'declined')).toHaveLength(25);
		expect(await work.workCounts(editor, testApp.consultationId, ask)).toEqual({ lacking: 0, all: 25, done: 25 });
	});
});
