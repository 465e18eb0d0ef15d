import { describe, expect, it } from 'vitest';
import type { Person } from '#lib/people/person.ts';
import * as proposals from '#lib/proposals/proposals.server.ts';
import { transaction } from '#lib/server/db/transaction.ts';
import { newId } from '#lib/server/ids.ts';
import { NotFound, Stale } from '#lib/verdict.ts';
import { declarePublished, draft, type Drafted } from '../../../tests/support/strategy/drafted.ts';
import { makeTestApp, type TestApp } from '../../../tests/support/machine/testApp.ts';
import { AnswerForm, seenMark, type AnswerInput } from './answer.ts';
import * as answers from './answers.server.ts';
import * as work from './worklist/worklist.server.ts';
import { WorkQuery } from './worklist/worklist.ts';
import * as strategy from '../strategy/strategy.server.ts';

async function contribution(testApp: TestApp, author: Person, title = 'Mehr Wohnungen'): Promise<string> {
	const id = newId();
	const body = 'Wir brauchen mehr kleine Wohnungen.';
	const form = { id, kind: 'proposal', field: 'wohnen', title, body, evidence: '' } as const;
	await proposals.submit(testApp.as(author), testApp.consultationId, form);
	await transaction(testApp.as(null), (ctx) => proposals.screened(ctx, id, { deed: 'publish' }));
	return id;
}

const answer = (ids: string[], more: Partial<AnswerInput> = {}): AnswerInput => ({
	proposals: ids,
	disposition: 'adopted',
	...{ reason: '', responsible: '' },
	...more
});

/** A draft whose point rests on everything there is. */
async function behindAll(testApp: TestApp): Promise<Drafted> {
	const rows = await testApp.app.reader
		.selectFrom('proposals')
		.select('id')
		.where('publishedAt', 'is not', null)
		.execute();
	return draft(testApp, [{ sources: rows.map((row) => row.id) }]);
}

async function publish(testApp: TestApp, version: Drafted): Promise<void> {
	await declarePublished(testApp, version);
	await transaction(testApp.as(null), async (ctx) =>
		answers.publishAnswers(ctx, await strategy.versionById(ctx, version.id))
	);
}

/** A town with an editor, an author and three contributions. */
async function setting() {
	const testApp = await makeTestApp();
	const editor = testApp.as(await testApp.person('none', { roles: ['editor'] }));
	const author = await testApp.person();
	const ids: string[] = [];
	for (const title of ['Eins', 'Zwei', 'Drei']) ids.push(await contribution(testApp, author, title));
	const [one = '', two = '', three = ''] = ids;
	return { testApp, editor, author, one, two, three };
}

describe('the form', () => {
	const id = newId();
	it.each([
		['a refusal without a reason', { disposition: 'declined' }, 'reason'],
		['another’s remit without a name', { disposition: 'elsewhere', reason: 'Bund' }, 'responsible'],
		['nobody to answer', { proposals: [] }, 'proposals'],
		['something we do not know', { disposition: 'perhaps' }, 'disposition']
	])('does not take %s', (_, change, field) => {
		const parsed = AnswerForm.safeParse({ proposals: id, disposition: 'adopted', ...change });
		expect(parsed.error?.issues.map((issue) => issue.path[0])).toEqual([field]);
	});
});

describe('an answer', () => {
	it('does not wipe out what a colleague has written meanwhile', async () => {
		const { testApp, editor, one, two } = await setting();
		await behindAll(testApp);
		const unseen = (id: string) => seenMark(id, 0);
		const mine = answer([one], { disposition: 'adopted', seen: [unseen(one)] });
		await answers.write(editor, answer([one], { disposition: 'partly', reason: 'Zuerst.', seen: [unseen(one)] }));
		await expect(answers.write(editor, mine)).rejects.toThrow(Stale);
		await expect(answers.write(editor, { ...mine, proposals: [two, one] })).rejects.toThrow(Stale);
		await answers.write(editor, { ...mine, seen: [seenMark(one, 1)] });
		// Sent twice.
		await answers.write(editor, { ...mine, seen: [seenMark(one, 1)] });
	});

	it('goes out with its version and not before', async () => {
		const { testApp, editor, one } = await setting();
		const version = await behindAll(testApp);
		await answers.write(editor, answer([one], { disposition: 'partly', reason: 'Wir fangen klein an.' }));
		expect(await answers.publishedFor(testApp.as(null), [one])).toEqual(new Map());
		await publish(testApp, version);
		expect((await answers.publishedFor(testApp.as(null), [one])).get(one)).toMatchObject({
			disposition: 'partly',
			reason: 'Wir fangen klein an.',
			versionNumber: version.number,
			earlier: []
		});
	});

	it('may be another one with the next version; the former stays to be read', async () => {
		const { testApp, editor, one } = await setting();
		const first = await behindAll(testApp);
		await answers.write(editor, answer([one], { disposition: 'open' }));
		await publish(testApp, first);
		const second = await behindAll(testApp);
		await answers.write(editor, answer([one], { disposition: 'elsewhere', responsible: 'Bund' }));
		expect((await answers.publishedFor(testApp.as(null), [one])).get(one)?.disposition).toBe('open');
		await publish(testApp, second);
		const found = (await answers.publishedFor(testApp.as(null), [one])).get(one);
		expect(found).toMatchObject({ disposition: 'elsewhere', responsible: 'Bund' });
		expect(found?.earlier.map((one) => one.disposition)).toEqual(['open']);
	});

	it('for several is the same for each; for one that is not public, none is written', async () => {
		const { testApp, editor, author, one, two } = await setting();
		await behindAll(testApp);
		const hidden = await contribution(testApp, author);
		await transaction(testApp.as(null), (ctx) => proposals.screened(ctx, hidden, { deed: 'hide' }));
		await expect(answers.write(editor, answer([one, hidden]))).rejects.toThrow(NotFound);
		const versionId = (await draftId(testApp)) ?? '';
		expect(await answers.unanswered(editor, versionId)).toHaveLength(3);
		await answers.write(editor, answer([one, two]));
		expect((await answers.unanswered(editor, versionId)).map((one) => one.title)).toEqual(['Drei']);
	});

	it('needs a draft and the right to write', async () => {
		const { testApp, editor, author, one } = await setting();
		await expect(answers.write(editor, answer([one]))).rejects.toMatchObject({ reason: 'noDraft' });
		await behindAll(testApp);
		await expect(answers.write(testApp.as(author), answer([one]))).rejects.toMatchObject({ reason: 'roleMissing' });
		const publisher = testApp.as(await testApp.person('none', { roles: ['publisher'] }));
		await expect(answers.write(publisher, answer([one]))).rejects.toMatchObject({ reason: 'roleMissing' });
	});

	it('changes the revision when it says something else, and not when it is sent twice', async () => {
		const { testApp, editor, one } = await setting();
		const { id } = await behindAll(testApp);
		const revisions: number[] = [];
		for (const reason of ['a', 'a', 'b', 'a']) {
			await answers.write(editor, answer([one], { reason }));
			const row = testApp.app.reader.selectFrom('answers').select('revision').where('versionId', '=', id);
			revisions.push((await row.executeTakeFirstOrThrow()).revision);
		}
		expect(revisions).toEqual([1, 1, 2, 3]);
	});
});

async function draftId(testApp: TestApp): Promise<string | undefined> {
	const row = await testApp.app.reader
		.selectFrom('versions')
		.select('id')
		.where('publishedAt', 'is', null)
		.executeTakeFirst();
	return row?.id;
}

describe('what lacks an answer', () => {
	it('is what has none, or only an open one, be it published or in the draft', async () => {
		const { testApp, editor, one, two, three } = await setting();
		const first = await behindAll(testApp);
		await answers.write(editor, answer([one]));
		await answers.write(editor, answer([two], { disposition: 'open' }));
		await publish(testApp, first);
		const second = await behindAll(testApp);
		const ids = async () => (await answers.unanswered(editor, second.id)).map((one) => one.id);
		expect(await ids()).toEqual([two, three]);
		await answers.write(editor, answer([two], { disposition: 'merged' }));
		expect(await ids()).toEqual([three]);
		// Taken back into discussion: the newest word counts.
		await answers.write(editor, answer([one], { disposition: 'open' }));
		expect(await ids()).toEqual([one, three]);
		expect(await answers.counts(editor, testApp.consultationId)).toMatchObject({
			total: 3,
			none: 1,
			byDisposition: { adopted: 1, open: 1, merged: 0 }
		});
		expect(await answers.counts(editor, testApp.consultationId, second.id)).toMatchObject({
			none: 1,
			byDisposition: { adopted: 0, open: 1, merged: 1 }
		});
	});

	it('together with what has one is everything a version has to answer', async () => {
		const { testApp, editor, author, one, two } = await setting();
		const hidden = await contribution(testApp, author);
		await transaction(testApp.as(null), (ctx) => proposals.screened(ctx, hidden, { deed: 'hide' }));
		const waiting = {
			id: newId(),
			kind: 'proposal',
			field: 'wohnen',
			title: 'Neu',
			body: 'Noch ungeprüft, wartet.'
		} as const;
		await proposals.submit(testApp.as(author), testApp.consultationId, { ...waiting, evidence: '' });
		await behindAll(testApp);
		await answers.write(editor, answer([two]));
		const all = await work.worklist(editor, testApp.consultationId, WorkQuery.parse({ zeigen: 'all' }));
		expect(all.items.map((item) => item.id).sort()).toEqual(await proposals.inScope(editor, testApp.consultationId));
		expect(all.items[0]).toMatchObject({ id: one, done: false });
		expect(all.items.at(-1)).toMatchObject({ id: two, done: true, answer: { disposition: 'adopted' } });
	});
});

describe('the worklist', () => {
	it('pages through everything once, lacking ones first, and filters', async () => {
		const testApp = await makeTestApp();
		const editor = testApp.as(await testApp.person('none', { roles: ['editor'] }));
		const author = await testApp.person();
		const ids: string[] = [];
		for (let i = 0; i < 45; i++) ids.push(await contribution(testApp, author, `Beitrag ${i}`));
		await behindAll(testApp);
		await answers.write(editor, answer(ids.filter((_, i) => i % 3 === 0)));
		const walk = async (query: Record<string, string>) => {
			const seen: work.WorkItem[] = [];
			let after: string | null = '';
			while (after !== null) {
				const ask = WorkQuery.parse({ zeigen: 'all', ...query, ...(after && { nach: after }) });
				const page = await work.worklist(editor, testApp.consultationId, ask);
				seen.push(...page.items);
				after = page.next;
			}
			return seen;
		};
		const all = await walk({});
		expect(new Set(all.map((item) => item.id)).size).toBe(45);
		expect(all.findIndex((item) => item.done)).toBe(30);
		expect(await walk({ zeigen: 'lacking' })).toHaveLength(30);
		expect(await walk({ zeigen: 'done' })).toHaveLength(15);
		expect(await walk({ feld: 'zugang' })).toHaveLength(0);
		expect(await walk({ nach: "1~'; drop" })).toHaveLength(45);
	});

	it('is for staff', async () => {
		const testApp = await makeTestApp();
		const asked = work.worklist(
			testApp.as(await testApp.person()),
			testApp.consultationId,
			WorkQuery.parse({ zeigen: 'all' })
		);
		await expect(asked).rejects.toMatchObject({ reason: 'roleMissing' });
	});
});
