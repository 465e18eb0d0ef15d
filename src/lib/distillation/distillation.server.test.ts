import { beforeEach, describe, expect, it } from 'vitest';
import { into, named, openDesk, plain, publish, type Desk } from '../../../tests/support/strategy/desk.ts';
import * as moderation from '../moderation/moderation.server.ts';
import * as proposals from '../proposals/proposals.server.ts';
import { transaction } from '../server/db/transaction.ts';
import { newId } from '../server/ids.ts';
import { Refused, Stale } from '../verdict.ts';
import * as distillation from './distillation.server.ts';

let desk: Desk;
beforeEach(async () => {
	desk = await openDesk();
});

const here = () => desk.testApp.consultationId;
const everything = { show: 'open' } as const;
const list = async () =>
	(await distillation.worklist(desk.ctx(), { consultationId: here(), ask: everything, fieldId: null })).items;
const lastDeed = async () => (await distillation.log(desk.ctx(), { consultationId: here() })).deeds[0]?.id ?? '';
const undo = (deed: string) => distillation.undo(desk.ctx(), { id: newId(), deed });

describe('the worklist', () => {
	it('holds everything published, oldest first, and reaches zero', async () => {
		expect((await list()).map((item) => item.docket.number)).toEqual(desk.numbers);
		await desk.put(desk.numbers, named('Alles'));
		expect(await list()).toEqual([]);
		expect(await desk.open()).toBe(0);
	});

	it('takes a form of undo that names an id in use for one that came before, and nothing happens', async () => {
		await desk.put(desk.numbers, named('Alles'));
		const deed = await lastDeed();
		await distillation.undo(desk.ctx(), { id: deed, deed });
		expect(await desk.open()).toBe(0);
	});

	it('counts a contribution in passages as done when each passage has a place', async () => {
		const bus = await desk.cut(1, [1], named('Bus'));
		expect(await desk.open()).toBe(4);
		const form = {
			...(await desk.marks(bus)),
			items: [(await distillation.inHand(desk.ctx(), here(), 1)).segments[0]?.id ?? '']
		};
		await distillation.takeOut(desk.ctx(), here(), form);
		expect(await desk.open()).toBe(5);
	});

	it('lets go of what is hidden and has it again when it is back', async () => {
		const { id } = (await distillation.inHand(desk.ctx(), here(), 2)).proposal;
		const decide = (deed: 'hide' | 'restore', seen: 'published' | 'hidden') =>
			moderation.decide(desk.ctx(), {
				id: newId(),
				kind: 'proposal',
				subjectId: id,
				seen,
				ground: 'insult',
				note: '',
				deed
			});
		await decide('hide', 'published');
		await distillation.syncIfChanged(desk.ctx());
		expect(await desk.open()).toBe(4);
		await decide('restore', 'hidden');
		await distillation.syncContributions(desk.ctx());
		expect(await desk.open()).toBe(5);
	});

	it('lets go of what its author no longer wants to be public, and has it again when it is', async () => {
		const author = await desk.testApp.person();
		const { id } = await publish(desk.testApp, author, 'Das soll nicht jeder lesen.');
		await distillation.syncContributions(desk.ctx());
		expect(await desk.open()).toBe(6);
		await transaction(desk.testApp.as(author), (ctx) => proposals.withhold(ctx, author.id));
		await distillation.syncContributions(desk.ctx());
		expect([await desk.open(), (await list()).length]).toEqual([5, 5]);
		await transaction(desk.testApp.as(author), (ctx) => proposals.release(ctx, author.id));
		await distillation.syncContributions(desk.ctx());
		expect(await desk.open()).toBe(5);
		await transaction(desk.testApp.as(null), (ctx) => proposals.screened(ctx, id, { deed: 'publish' }));
		await distillation.syncContributions(desk.ctx());
		expect([await desk.open(), (await list()).length]).toEqual([6, 6]);
	});

	it('is for moderators and editors only', async () => {
		for (const person of [
			null,
			await desk.testApp.person(),
			await desk.testApp.person('none', { roles: ['publisher'] })
		]) {
			const where = { consultationId: here(), ask: everything, fieldId: null };
			await expect(distillation.worklist(desk.testApp.as(person), where)).rejects.toThrow(Refused);
			const form = { id: newId(), seen: await desk.seen(1), ...named('Nein'), ...plain };
			await expect(distillation.put(desk.testApp.as(person), here(), form)).rejects.toThrow(Refused);
		}
	});
});

describe('two moderators at once', () => {
	it('do not overwrite each other: the second is told which contributions, and nothing of hers is written', async () => {
		const [first, second] = [await desk.seen(1, 2), await desk.seen(2, 3)];
		await distillation.put(desk.ctx(), here(), { id: newId(), seen: first, ...named('Erste'), ...plain });
		const late = { id: newId(), seen: second, ...named('Zweite'), ...plain };
		const editor = desk.testApp.as(desk.colleague);
		await expect(distillation.put(editor, here(), late)).rejects.toMatchObject({
			name: 'Stale',
			facts: { numbers: '2' }
		});
		expect((await distillation.inHand(desk.ctx(), here(), 3)).places).toEqual([]);
		await distillation.put(editor, here(), { ...late, seen: await desk.seen(2, 3) });
		expect((await distillation.inHand(desk.ctx(), here(), 2)).places.map((place) => place.title)).toEqual([
			'Erste',
			'Zweite'
		]);
	});

	it('at the very same moment: one wins, the other hears of it', async () => {
		const seen = await desk.seen(1);
		const tries = ['A', 'B', 'C', 'D'].map((title) =>
			distillation.put(desk.ctx(), here(), { id: newId(), seen, ...named(title), ...plain })
		);
		const results = await Promise.allSettled(tries);
		expect(results.filter((result) => result.status === 'fulfilled')).toHaveLength(1);
		expect((await distillation.inHand(desk.ctx(), here(), 1)).places).toHaveLength(1);
	});

	it('may put different contributions into the same cluster without noticing each other', async () => {
		const cluster = await desk.put([1], named('Wohnen'));
		const [one, two] = [await desk.seen(2), await desk.seen(3)];
		await distillation.put(desk.ctx(), here(), { id: newId(), seen: one, ...into(cluster), ...plain });
		await distillation.put(desk.testApp.as(desk.colleague), here(), {
			id: newId(),
			seen: two,
			...into(cluster),
			...plain
		});
		expect(await desk.passages(cluster)).toEqual(['Beitrag 1', 'Beitrag 2', 'Beitrag 3']);
	});

	it('do not rename the same cluster over each other', async () => {
		const cluster = await desk.put([1], named('Wohnen'));
		const marks = [await desk.marks(cluster), await desk.marks(cluster)];
		const words = (title: string) => ({ title, gist: '', assignee: '' });
		await distillation.describe(desk.ctx(), here(), {
			...words('Miete'),
			...(marks[0] ?? (await desk.marks(cluster)))
		});
		const late = { ...words('Haus'), ...(marks[1] ?? (await desk.marks(cluster))) };
		await expect(distillation.describe(desk.ctx(), here(), late)).rejects.toThrow(Stale);
	});
});

describe('the same form sent twice', () => {
	it('is one deed', async () => {
		const form = { id: newId(), seen: await desk.seen(1), ...named('Wohnen'), ...plain };
		await distillation.put(desk.ctx(), here(), form);
		await distillation.put(desk.ctx(), here(), form);
		expect((await distillation.clusters(desk.ctx(), here(), { show: 'all', sort: 'newest' })).clusters).toHaveLength(1);
		expect((await distillation.log(desk.ctx(), { consultationId: here() })).deeds).toHaveLength(1);
	});
});

describe('merging and splitting', () => {
	it('moves everything, keeps an objection, and leaves a signpost', async () => {
		const [one, two] = [await desk.put([1, 2], named('Eins')), await desk.put([2, 3], named('Zwei'))];
		const { id } = (await distillation.inHand(desk.ctx(), here(), 2)).proposal;
		await distillation.mark(desk.ctx(), here(), {
			...(await desk.marks(one)),
			items: [id],
			relation: 'summarises',
			dissent: 'objection'
		});
		await distillation.merge(desk.ctx(), here(), { ...(await desk.marks(one)), into: two });
		expect(await desk.passages(two)).toEqual(['Beitrag 1', 'Beitrag 2', 'Beitrag 3']);
		expect(await distillation.cluster(desk.ctx(), here(), two)).toMatchObject({ memberCount: 3, dissentCount: 1 });
		expect(await distillation.cluster(desk.ctx(), here(), one)).toMatchObject({ mergedInto: two, memberCount: 0 });
		await expect(desk.put([4], into(one))).rejects.toMatchObject({ reason: 'clusterMerged' });
		await undo(await lastDeed());
		expect([await desk.passages(one), await desk.passages(two)]).toEqual([
			['Beitrag 1', 'Beitrag 2'],
			['Beitrag 2', 'Beitrag 3']
		]);
	});

	it('splits members off into a cluster that knows where it came from', async () => {
		const one = await desk.put([1, 2, 3], named('Eins'));
		const { id } = (await distillation.inHand(desk.ctx(), here(), 3)).proposal;
		await distillation.split(desk.ctx(), here(), { ...(await desk.marks(one)), items: [id], ...named('Bus') });
		expect(await distillation.cluster(desk.ctx(), here(), one + 1)).toMatchObject({ splitFrom: one, title: 'Bus' });
		expect([await desk.passages(one), await desk.passages(one + 1)]).toEqual([
			['Beitrag 1', 'Beitrag 2'],
			['Beitrag 3']
		]);
	});
});
