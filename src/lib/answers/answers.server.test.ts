import { describe, expect, it } from 'vitest';
import type { Person } from '#lib/people/person.ts';
import * as proposals from '#lib/proposals/proposals.server.ts';
import { together } from '#lib/server/db/together.ts';
import { newId } from '#lib/server/ids.ts';
import { NotFound, Stale } from '#lib/verdict.ts';
import { declarePublished, draft, type Drafted } from '../../../tests/support/drafted.ts';
import { makeTown, type Town } from '../../../tests/support/town.ts';
import { AnswerForm, seenMark, type AnswerInput } from './answer.ts';
import * as answers from './answers.server.ts';
import * as work from './worklist.server.ts';
import { WorkQuery } from './worklist.ts';

async function contribution(town: Town, author: Person, title = 'Mehr Wohnungen'): Promise<string> {
	const id = newId();
	const body = 'Wir brauchen mehr kleine Wohnungen.';
	const form = { id, kind: 'proposal', field: 'wohnen', title, body, evidence: '' } as const;
	await proposals.submit(town.as(author), town.consultationId, form);
	await together(town.as(null), (ctx) => proposals.screened(ctx, id, { deed: 'publish' }));
	return id;
}

const answer = (ids: string[], more: Partial<AnswerInput> = {}): AnswerInput => ({
	proposals: ids,
	disposition: 'adopted',
	...{ reason: '', responsible: '' },
	...more
});

/** A draft whose point rests on everything there is. */
async function behindAll(town: Town): Promise<Drafted> {
	const rows = await town.house.reader
		.selectFrom('proposals')
		.select('id')
		.where('publishedAt', 'is not', null)
		.execute();
	return draft(town, [{ sources: rows.map((row) => row.id) }]);
}

async function publish(town: Town, version: Drafted): Promise<void> {
	await declarePublished(town, version);
	await together(town.as(null), (ctx) => answers.goOut(ctx, version.id));
}

/** A town with an editor, an author and three contributions. */
async function setting() {
	const town = await makeTown();
	const editor = town.as(await town.person('none', { roles: ['editor'] }));
	const author = await town.person();
	const ids: string[] = [];
	for (const title of ['Eins', 'Zwei', 'Drei']) ids.push(await contribution(town, author, title));
	const [one = '', two = '', three = ''] = ids;
	return { town, editor, author, one, two, three };
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
		const { town, editor, one, two } = await setting();
		await behindAll(town);
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
		const { town, editor, one } = await setting();
		const version = await behindAll(town);
		await answers.write(editor, answer([one], { disposition: 'partly', reason: 'Wir fangen klein an.' }));
		expect(await answers.publishedFor(town.as(null), [one])).toEqual(new Map());
		await publish(town, version);
		expect((await answers.publishedFor(town.as(null), [one])).get(one)).toMatchObject({
			disposition: 'partly',
			reason: 'Wir fangen klein an.',
			versionNumber: version.number,
			earlier: []
		});
	});

	it('may be another one with the next version; the former stays to be read', async () => {
		const { town, editor, one } = await setting();
		const first = await behindAll(town);
		await answers.write(editor, answer([one], { disposition: 'open' }));
		await publish(town, first);
		const second = await behindAll(town);
		await answers.write(editor, answer([one], { disposition: 'elsewhere', responsible: 'Bund' }));
		expect((await answers.publishedFor(town.as(null), [one])).get(one)?.disposition).toBe('open');
		await publish(town, second);
		const found = (await answers.publishedFor(town.as(null), [one])).get(one);
		expect(found).toMatchObject({ disposition: 'elsewhere', responsible: 'Bund' });
		expect(found?.earlier.map((one) => one.disposition)).toEqual(['open']);
	});

	it('for several is the same for each; for one that is not public, none is written', async () => {
		const { town, editor, author, one, two } = await setting();
		await behindAll(town);
		const hidden = await contribution(town, author);
		await together(town.as(null), (ctx) => proposals.screened(ctx, hidden, { deed: 'hide' }));
		await expect(answers.write(editor, answer([one, hidden]))).rejects.toThrow(NotFound);
		const versionId = (await draftId(town)) ?? '';
		expect(await answers.lacking(editor, versionId)).toHaveLength(3);
		await answers.write(editor, answer([one, two]));
		expect((await answers.lacking(editor, versionId)).map((one) => one.title)).toEqual(['Drei']);
	});

	it('needs a draft and the right to write', async () => {
		const { town, editor, author, one } = await setting();
		await expect(answers.write(editor, answer([one]))).rejects.toMatchObject({ reason: 'noDraft' });
		await behindAll(town);
		await expect(answers.write(town.as(author), answer([one]))).rejects.toMatchObject({ reason: 'roleMissing' });
		const publisher = town.as(await town.person('none', { roles: ['publisher'] }));
		await expect(answers.write(publisher, answer([one]))).rejects.toMatchObject({ reason: 'roleMissing' });
	});

	it('changes the revision when it says something else, and not when it is sent twice', async () => {
		const { town, editor, one } = await setting();
		const { id } = await behindAll(town);
		const revisions: number[] = [];
		for (const reason of ['a', 'a', 'b', 'a']) {
			await answers.write(editor, answer([one], { reason }));
			const row = town.house.reader.selectFrom('answers').select('revision').where('versionId', '=', id);
			revisions.push((await row.executeTakeFirstOrThrow()).revision);
		}
		expect(revisions).toEqual([1, 1, 2, 3]);
	});
});

async function draftId(town: Town): Promise<string | undefined> {
	const row = await town.house.reader
		.selectFrom('versions')
		.select('id')
		.where('publishedAt', 'is', null)
		.executeTakeFirst();
	return row?.id;
}

describe('what lacks an answer', () => {
	it('is what has none, or only an open one, be it published or in the draft', async () => {
		const { town, editor, one, two, three } = await setting();
		const first = await behindAll(town);
		await answers.write(editor, answer([one]));
		await answers.write(editor, answer([two], { disposition: 'open' }));
		await publish(town, first);
		const second = await behindAll(town);
		const ids = async () => (await answers.lacking(editor, second.id)).map((one) => one.id);
		expect(await ids()).toEqual([two, three]);
		await answers.write(editor, answer([two], { disposition: 'merged' }));
		expect(await ids()).toEqual([three]);
		// Taken back into discussion: the newest word counts.
		await answers.write(editor, answer([one], { disposition: 'open' }));
		expect(await ids()).toEqual([one, three]);
		expect(await answers.counts(editor, town.consultationId)).toMatchObject({
			total: 3,
			none: 1,
			byDisposition: { adopted: 1, open: 1, merged: 0 }
		});
		expect(await answers.counts(editor, town.consultationId, second.id)).toMatchObject({
			none: 1,
			byDisposition: { adopted: 0, open: 1, merged: 1 }
		});
	});

	it('together with what has one is everything a version has to answer', async () => {
		const { town, editor, author, one, two } = await setting();
		const hidden = await contribution(town, author);
		await together(town.as(null), (ctx) => proposals.screened(ctx, hidden, { deed: 'hide' }));
		const waiting = {
			id: newId(),
			kind: 'proposal',
			field: 'wohnen',
			title: 'Neu',
			body: 'Noch ungeprüft, wartet.'
		} as const;
		await proposals.submit(town.as(author), town.consultationId, { ...waiting, evidence: '' });
		await behindAll(town);
		await answers.write(editor, answer([two]));
		const all = await work.worklist(editor, town.consultationId, WorkQuery.parse({ zeigen: 'all' }));
		expect(all.items.map((item) => item.id).sort()).toEqual(await proposals.inScope(editor, town.consultationId));
		expect(all.items[0]).toMatchObject({ id: one, done: false });
		expect(all.items.at(-1)).toMatchObject({ id: two, done: true, answer: { disposition: 'adopted' } });
	});
});

describe('the worklist', () => {
	it('pages through everything once, lacking ones first, and filters', async () => {
		const town = await makeTown();
		const editor = town.as(await town.person('none', { roles: ['editor'] }));
		const author = await town.person();
		const ids: string[] = [];
		for (let i = 0; i < 45; i++) ids.push(await contribution(town, author, `Beitrag ${i}`));
		await behindAll(town);
		await answers.write(editor, answer(ids.filter((_, i) => i % 3 === 0)));
		const walk = async (query: Record<string, string>) => {
			const seen: work.WorkItem[] = [];
			let after: string | null = '';
			while (after !== null) {
				const ask = WorkQuery.parse({ zeigen: 'all', ...query, ...(after && { nach: after }) });
				const page = await work.worklist(editor, town.consultationId, ask);
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
		const town = await makeTown();
		const asked = work.worklist(town.as(await town.person()), town.consultationId, WorkQuery.parse({ zeigen: 'all' }));
		await expect(asked).rejects.toMatchObject({ reason: 'roleMissing' });
	});
});
