import { describe, expect, it } from 'vitest';
import * as comments from '#lib/comments/comments.server.ts';
import type { Person, Role } from '#lib/people/person.ts';
import { together } from '#lib/server/db/together.ts';
import { newId } from '#lib/server/ids.ts';
import { digestOf } from '#lib/strategy/digest.ts';
import { NotFound, Refused } from '#lib/verdict.ts';
import * as votes from '#lib/votes/votes.server.ts';
import { putProposal, putVersion } from '../../../tests/support/published.ts';
import { makeTown, type Town } from '../../../tests/support/town.ts';
import { mayReport } from './report.ts';
import * as reports from './reports.server.ts';

const text = () => ({ id: newId(), title: 'Erster Bericht', foreword: 'An den **Ausschuss**.' });

async function scene(): Promise<{ town: Town; publisher: Person; point: number }> {
	const town = await makeTown();
	const publisher = await town.person('none', { roles: ['publisher'] });
	const proposal = await putProposal(town, await town.person('affected'));
	const version = await putVersion(town, {
		number: 1,
		titles: ['Mehr Beratung', 'Weniger Formulare'],
		sources: [proposal.id]
	});
	return { town, publisher, point: version.points[0]?.number ?? 0 };
}

async function vote(
	town: Town,
	point: number,
	group: 'affected' | 'practice' | 'research',
	agree: number,
	disagree = 0
) {
	for (let i = 0; i < agree + disagree; i++) {
		await votes.cast(town.as(await town.person(group)), point, i < agree ? 'agree' : 'disagree');
	}
	await votes.publishResults(town.as(null));
}

const staff = (...roles: Role[]): Person => ({
	...{ id: 'x', pseudonym: 'x', group: 'none', organisationId: null, organisation: null },
	roles
});

describe('who may report', () => {
	it.each([
		[null, 'signInFirst'],
		[staff('editor', 'moderator', 'helper', 'admin'), 'publisherOnly'],
		[staff('publisher'), null]
	])('%j: %s', (person, because) => {
		expect(mayReport(person)).toMatchObject(because ? { ok: false, because } : { ok: true });
	});

	it('and the verbs obey', async () => {
		const { town } = await scene();
		for (const person of [null, await town.person('none', { roles: ['editor'] })]) {
			await expect(reports.publish(town.as(person), town.consultationId, text())).rejects.toThrow(Refused);
		}
		expect(await reports.list(town.as(null))).toEqual([]);
		await expect(reports.preview(town.as(await town.person()), town.consultationId)).rejects.toThrow(Refused);
		const editor = await town.person('none', { roles: ['editor'] });
		expect((await reports.preview(town.as(editor), town.consultationId)).changes).toBeNull();
	});
});

describe('a report', () => {
	it('counts by group, and holds small groups back', async () => {
		const { town, publisher, point } = await scene();
		await putProposal(town, await town.person('practice', { organisation: 'Tafel Musterstadt' }));
		await vote(town, point, 'affected', 9, 6);
		town.at('2027-05-10T14:00:00.000Z');
		await vote(town, point, 'practice', 3);
		const number = await reports.publish(town.as(publisher), town.consultationId, text());
		const { figures } = await reports.byNumber(town.as(null), number);
		expect(figures.participation).toMatchObject({
			affected: { contributions: 1, votes: 15 },
			practice: { contributions: 1, votes: 0 },
			research: { contributions: 0 }
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
		const { town, publisher, point } = await scene();
		await vote(town, point, 'affected', 6, 6);
		const number = await reports.publish(town.as(publisher), town.consultationId, text());
		const before = await reports.byNumber(town.as(null), number);
		town.at('2027-05-10T14:00:00.000Z');
		await vote(town, point, 'affected', 10);
		await putProposal(town, await town.person('research'), 'Später');
		await putVersion(town, { number: 2, titles: ['Ganz anders'] });
		expect(await reports.byNumber(town.as(null), number)).toEqual(before);
		const { figures, changes } = await reports.preview(town.as(publisher), town.consultationId);
		// The points of version 1 are no longer there: what was said of them is told, but apart.
		expect(figures.participation.affected).toMatchObject({ votes: 0, earlier: 22 });
		expect(changes).toMatchObject({
			participation: { affected: { votes: -12, earlier: 22 }, research: { contributions: 1 } },
			added: [{ title: 'Ganz anders' }],
			versions: [{ number: 2 }]
		});
	});

	it('counts comments that everybody can read', async () => {
		const { town, publisher, point } = await scene();
		const subject = await pointSubject(town, point);
		const id = newId();
		const form = { id, parentId: null, stance: 'pro', body: 'Das hilft uns sehr.' } as const;
		await comments.write(town.as(await town.person('affected')), async () => subject, form);
		const counted = async () => (await reports.preview(town.as(publisher), town.consultationId)).figures.participation;
		expect((await counted()).affected.comments).toBe(0);
		await together(town.as(null), (ctx) => comments.screened(ctx, id, { deed: 'publish' }));
		expect((await counted()).affected.comments).toBe(1);
	});

	it('sent twice, even at once, is one', async () => {
		const { town, publisher } = await scene();
		const form = text();
		const send = () => reports.publish(town.as(publisher), town.consultationId, form);
		const numbers = await Promise.all([send(), send(), send(), send()]);
		expect(new Set(numbers).size).toBe(1);
		expect(await reports.list(town.as(null))).toHaveLength(1);
		const told = town.house.reader.selectFrom('journal').where('verb', '=', 'report.published').select('id');
		expect(await told.execute()).toHaveLength(1);
	});

	it('two of them at once do not share a number, and the second names the first', async () => {
		const { town, publisher } = await scene();
		await Promise.all([1, 2].map(() => reports.publish(town.as(publisher), town.consultationId, text())));
		expect((await reports.list(town.as(null))).map((one) => one.number)).toEqual([2, 1]);
		expect((await reports.byNumber(town.as(null), 2)).previousNumber).toBe(1);
		expect(await reports.verify(town.as(null))).toEqual([1, 2].map((number) => ({ number, ok: true })));
	});

	it('can be recomputed by anybody, and shows when it was changed', async () => {
		const { town, publisher } = await scene();
		for (let i = 0; i < 2; i++) await reports.publish(town.as(publisher), town.consultationId, text());
		const { frozen, digest } = await reports.frozenText(town.as(null), 1);
		expect(digestOf(frozen)).toBe(digest);
		const forged = frozen.replace('Erster Bericht', 'Schöner Bericht');
		await together(town.as(null), async ({ db }) => {
			await db
				.updateTable('reports')
				.set({ frozen: forged, digest: digestOf(forged) })
				.where('number', '=', 1)
				.execute();
		});
		// Even with a fitting digest: the next report remembers the old one.
		expect(await reports.verify(town.as(null))).toMatchObject([{ ok: true }, { number: 2, ok: false }]);
	});

	it('is possible before the first version', async () => {
		const town = await makeTown();
		const publisher = await town.person('none', { roles: ['publisher'] });
		await reports.publish(town.as(publisher), town.consultationId, text());
		expect(await reports.byNumber(town.as(null), 1)).toMatchObject({
			changes: null,
			figures: { versions: [], points: [] }
		});
	});

	it.each([NaN, 0, -1, 1.5, 2 ** 40])('number %s is not found', async (number) => {
		const { town } = await scene();
		await expect(reports.byNumber(town.as(null), number)).rejects.toThrow(NotFound);
	});
});

async function pointSubject(town: Town, number: number) {
	const row = await town.house.reader
		.selectFrom('points as p')
		.innerJoin('wordings as w', 'w.pointId', 'p.id')
		.select(['p.id', 'w.id as wordingId'])
		.where('p.number', '=', number)
		.executeTakeFirstOrThrow();
	return { kind: 'point', ...row, consultationId: town.consultationId } as const;
}
