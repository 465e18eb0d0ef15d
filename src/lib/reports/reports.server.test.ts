import { describe, expect, it } from 'vitest';
import * as comments from '#lib/comments/comments.server.ts';
import type { Person, Role } from '#lib/people/person.ts';
import { transaction } from '#lib/server/db/transaction.ts';
import { newId } from '#lib/server/ids.ts';
import { digestOf } from '#lib/strategy/frozen/versionDigest.ts';
import { found, NotFound, Refused } from '#lib/verdict.ts';
import * as votes from '#lib/votes/votes.server.ts';
import { putProposal, putVersion } from '../../../tests/support/editions/published.ts';
import { releaseReport } from '../../../tests/support/machine/released.ts';
import { makeTestApp, type TestApp } from '../../../tests/support/machine/testApp.ts';
import { mayReport } from './report.ts';
import * as reports from './reports.server.ts';

const text = () => ({ id: newId(), title: 'Erster Bericht', foreword: 'An den **Ausschuss**.' });

async function scene(): Promise<{ testApp: TestApp; publisher: Person; point: number }> {
	const testApp = await makeTestApp();
	const publisher = await testApp.person('none', { roles: ['publisher'] });
	const proposal = await putProposal(testApp, await testApp.person('affected'));
	const version = await putVersion(testApp, {
		number: 1,
		titles: ['Mehr Beratung', 'Weniger Formulare'],
		sources: [proposal.id]
	});
	return { testApp, publisher, point: version.points[0]?.number ?? 0 };
}

/** With a second person who approves it. */
async function release(testApp: TestApp, publisher: Person, form = text()): Promise<number> {
	const reader = await testApp.person('none', { roles: ['publisher'] });
	return releaseReport(testApp.as(reader), testApp.as(publisher), testApp.consultationId, form);
}

async function vote(
	testApp: TestApp,
	point: number,
	group: 'affected' | 'practice' | 'research',
	agree: number,
	disagree = 0
) {
	for (let i = 0; i < agree + disagree; i++) {
		await votes.castVote(testApp.as(await testApp.person(group)), point, i < agree ? 'agree' : 'disagree');
	}
	await votes.publishResults(testApp.as(null));
}

const staff = (...roles: Role[]): Person => ({
	...{ id: 'x', pseudonym: 'x', group: 'none', organisationId: null, organisation: null },
	roles
});

describe('who may report', () => {
	it.each([
		[null, ['other'], 'signInFirst'],
		[staff('editor', 'moderator', 'helper', 'admin'), ['other'], 'publisherOnly'],
		[staff('publisher'), [], 'approvalMissing'],
		[staff('publisher'), ['x'], 'approvalOwn'],
		[staff('publisher'), ['x', 'other'], null]
	])('%j, approved by %j: %s', (person, approvedBy, because) => {
		expect(mayReport(person, approvedBy)).toMatchObject(because ? { ok: false, because } : { ok: true });
	});

	it('and the verbs obey', async () => {
		const { testApp, publisher } = await scene();
		const editor = await testApp.person('none', { roles: ['editor'] });
		const at = testApp.consultationId;
		expect((await reports.preview(testApp.as(editor), at)).changes).toBeNull();
		await reports.begin(testApp.as(editor), at, text());
		const draft = found(await reports.draftOf(testApp.as(editor), at), 'draft');
		const { digest } = await reports.approvalState(testApp.as(publisher), draft);
		await reports.approve(testApp.as(publisher), at, digest);
		for (const person of [null, await testApp.person(), await testApp.person('none', { roles: ['moderator'] })]) {
			await expect(reports.begin(testApp.as(person), at, text())).rejects.toThrow(Refused);
			await expect(reports.change(testApp.as(person), at, { ...draft, title: 'Anders' })).rejects.toThrow(Refused);
			await expect(reports.recount(testApp.as(person), at, 1)).rejects.toThrow(Refused);
			await expect(reports.discard(testApp.as(person), at, 1)).rejects.toThrow(Refused);
			await expect(reports.ask(testApp.as(person), at)).rejects.toThrow(Refused);
			await expect(reports.preview(testApp.as(person), at)).rejects.toThrow(Refused);
		}
		for (const person of [null, editor]) {
			await expect(reports.approve(testApp.as(person), at, digest)).rejects.toThrow(Refused);
			await expect(reports.publish(testApp.as(person), at, draft)).rejects.toThrow(Refused);
		}
		expect(await reports.list(testApp.as(null))).toEqual([]);
	});
});

describe('a report', () => {
	it('counts by group, and holds small groups back', async () => {
		const { testApp, publisher, point } = await scene();
		await putProposal(testApp, await testApp.person('practice', { organisation: 'Tafel Musterstadt' }));
		await vote(testApp, point, 'affected', 9, 6);
		testApp.at('2027-05-10T14:00:00.000Z');
		await vote(testApp, point, 'practice', 3);
		const number = await release(testApp, publisher);
		const { figures } = await reports.byNumber(testApp.as(null), number);
		expect(figures.participation).toMatchObject({
			affected: { contributions: 1, votes: 15 },
			practice: { contributions: 0, votes: 0 },
			research: { contributions: 0 },
			organisation: { contributions: 1, comments: 0, votes: 0 }
		});
		expect(figures.answers).toMatchObject({ total: 2, none: 2 });
		expect(figures.points[0]?.round?.persons).toMatchObject([
			{ group: 'affected', state: 'counted', n: 15, agree: 9, disagree: 6 },
			{ group: 'practice', state: 'few' },
			{ group: 'research', state: 'none' }
		]);
		expect(figures.points[1]?.round).toBeNull();
		expect(figures.versions).toMatchObject([{ number: 1, points: 2 }]);
	});

	it('stays as it was, whatever happens afterwards', async () => {
		const { testApp, publisher, point } = await scene();
		await vote(testApp, point, 'affected', 6, 6);
		const number = await release(testApp, publisher);
		const before = await reports.byNumber(testApp.as(null), number);
		testApp.at('2027-05-10T14:00:00.000Z');
		await vote(testApp, point, 'affected', 10);
		await putProposal(testApp, await testApp.person('research'), 'Später');
		await putVersion(testApp, { number: 2, titles: ['Ganz anders'] });
		expect(await reports.byNumber(testApp.as(null), number)).toEqual(before);
		const { figures, changes } = await reports.preview(testApp.as(publisher), testApp.consultationId);
		// The points of version 1 are no longer there: what was said of them is told, but apart.
		expect(figures.participation.affected).toMatchObject({ votes: 0, earlier: 22 });
		expect(changes).toMatchObject({
			participation: { affected: { votes: -12, earlier: 22 }, research: { contributions: 1 } },
			added: [{ title: 'Ganz anders' }],
			versions: [{ number: 2 }]
		});
	});

	it('counts comments that everybody can read', async () => {
		const { testApp, publisher, point } = await scene();
		const subject = await pointSubject(testApp, point);
		const id = newId();
		const form = { id, parentId: null, stance: 'pro', body: 'Das hilft uns sehr.' } as const;
		await comments.write(testApp.as(await testApp.person('affected')), async () => subject, form);
		const counted = async () =>
			(await reports.preview(testApp.as(publisher), testApp.consultationId)).figures.participation;
		expect((await counted()).affected?.comments).toBe(0);
		await transaction(testApp.as(null), (ctx) => comments.screened(ctx, id, { deed: 'publish' }));
		expect((await counted()).affected?.comments).toBe(1);
	});

	it('sent twice, even at once, is one', async () => {
		const { testApp, publisher } = await scene();
		const reader = await testApp.person('none', { roles: ['publisher'] });
		const at = testApp.consultationId;
		await reports.begin(testApp.as(publisher), at, text());
		const draft = found(await reports.draftOf(testApp.as(publisher), at), 'draft');
		await reports.approve(testApp.as(reader), at, (await reports.approvalState(testApp.as(reader), draft)).digest);
		const send = () => reports.publish(testApp.as(publisher), at, draft);
		const numbers = await Promise.all([send(), send(), send(), send()]);
		expect(new Set(numbers).size).toBe(1);
		expect(await reports.list(testApp.as(null))).toHaveLength(1);
		const told = testApp.app.reader.selectFrom('journal').where('verb', '=', 'report.published').select('id');
		expect(await told.execute()).toHaveLength(1);
	});

	it('one after the other do not share a number, and the second names the first', async () => {
		const { testApp, publisher } = await scene();
		for (let i = 0; i < 2; i++) await release(testApp, publisher);
		expect((await reports.list(testApp.as(null))).map((one) => one.number)).toEqual([2, 1]);
		expect((await reports.byNumber(testApp.as(null), 2)).previousNumber).toBe(1);
		expect(await reports.verify(testApp.as(null))).toEqual([1, 2].map((number) => ({ number, ok: true })));
	});

	it('can be recomputed by anybody, and shows when it was changed', async () => {
		const { testApp, publisher } = await scene();
		for (let i = 0; i < 2; i++) await release(testApp, publisher);
		const { frozen, digest } = await reports.frozenText(testApp.as(null), 1);
		expect(digestOf(frozen)).toBe(digest);
		const forged = frozen.replace('Erster Bericht', 'Schöner Bericht');
		await transaction(testApp.as(null), async ({ db }) => {
			await db
				.updateTable('reports')
				.set({ frozen: forged, digest: digestOf(forged) })
				.where('number', '=', 1)
				.execute();
		});
		// Even with a fitting digest: it says another title than its row, and the next report remembers the old one.
		expect(await reports.verify(testApp.as(null))).toMatchObject([{ ok: false }, { number: 2, ok: false }]);
	});

	it('is possible before the first version', async () => {
		const testApp = await makeTestApp();
		const publisher = await testApp.person('none', { roles: ['publisher'] });
		await release(testApp, publisher);
		expect(await reports.byNumber(testApp.as(null), 1)).toMatchObject({
			changes: null,
			figures: { versions: [], points: [] }
		});
	});

	it.each([NaN, 0, -1, 1.5, 2 ** 40])('number %s is not found', async (number) => {
		const { testApp } = await scene();
		await expect(reports.byNumber(testApp.as(null), number)).rejects.toThrow(NotFound);
	});
});

async function pointSubject(testApp: TestApp, number: number) {
	const row = await testApp.app.reader
		.selectFrom('points as p')
		.innerJoin('wordings as w', 'w.pointId', 'p.id')
		.select(['p.id', 'w.id as wordingId'])
		.where('p.number', '=', number)
		.executeTakeFirstOrThrow();
	return { kind: 'point', ...row, consultationId: testApp.consultationId } as const;
}
