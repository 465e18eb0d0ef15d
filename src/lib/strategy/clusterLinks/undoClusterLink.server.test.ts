import { beforeEach, describe, expect, it } from 'vitest';
import { walkPaths } from '../../../../tests/support/strategy/desk-state.ts';
import { into, named, openDesk, plain, publish, type Desk } from '../../../../tests/support/strategy/desk.ts';
import { makeEditor, type Editor, verified } from '../../../../tests/support/strategy/strategy.ts';
import { walkSources } from '../../../../tests/support/walk.ts';
import * as distillation from '../../distillation/distillation.server.ts';
import * as proposals from '../../proposals/proposals.server.ts';
import type { ScreeningChange } from '../../proposals/lifecycle/screening.server.ts';
import { transaction } from '../../server/db/transaction.ts';
import { newId } from '../../server/ids.ts';
import { readSheet } from '../../import/sheet.ts';
import type { LeadInput } from './clusterLink.ts';
import { clusterTable } from './clusterTable.server.ts';
import * as strategy from '../strategy.server.ts';

let desk: Desk;
let editor: Editor;

beforeEach(async () => {
	desk = await openDesk();
	editor = await makeEditor(desk.testApp);
	await editor.start();
});

/** A new point needs more than a name: what the cluster comes to. */
async function sumUp(number: number): Promise<void> {
	const { title, gist } = await distillation.cluster(editor.ctx, desk.testApp.consultationId, number);
	if (gist) return;
	const words = { title, gist: 'Das Land hilft.', assignee: '' };
	await distillation.describe(editor.ctx, desk.testApp.consultationId, { ...(await desk.marks(number)), ...words });
}

async function formFor(number: number, target: LeadInput['target']): Promise<LeadInput> {
	if (target === 'new') await sumUp(number);
	const { cluster, revision } = await desk.marks(number);
	return { ...(await editor.marks()), id: newId(), cluster, state: revision, target, field: 'wohnen' };
}

async function lead(number: number, target: LeadInput['target'] = 'new'): Promise<string> {
	const form = await formFor(number, target);
	await strategy.linkClusterToPoint(editor.ctx, form);
	return form.id;
}

const takeBack = (deed: string) => strategy.undoClusterLink(editor.ctx, { id: newId(), deed });
const behind = async () =>
	Object.fromEntries(
		(await editor.draft()).points.map(({ number, sources }) => [number, sources.map((one) => one.proposalNumber)])
	);
const leadsTo = async (number: number) =>
	(await distillation.cluster(editor.ctx, desk.testApp.consultationId, number)).pointId;

describe('a cluster that is to become a point', () => {
	it('needs a text first: its name twice would say nothing', async () => {
		const number = await desk.put([1, 2], named('Wohnen'));
		const form = { ...(await editor.marks()), ...(await desk.marks(number)), target: 'new', field: 'wohnen' } as const;
		const leading = strategy.linkClusterToPoint(editor.ctx, {
			...form,
			revision: (await editor.marks()).revision,
			state: 1
		});
		await expect(leading).rejects.toMatchObject({ reason: 'pointTextMissing' });
		expect(await behind()).toEqual({});
	});
});

describe('a cluster that says in the same form where it leads to', () => {
	it('becomes a point with these words, once, and keeps them when that is taken back', async () => {
		const number = await desk.put([1, 2], named('Wohnen'));
		const { cluster, revision: state } = await desk.marks(number);
		const head = { ...(await editor.marks()), id: newId(), cluster, state, target: 'new', field: 'wohnen' } as const;
		const form = { ...head, goal: 'Das Land baut mehr.' };
		await strategy.linkClusterToPoint(editor.ctx, form);
		await strategy.linkClusterToPoint(editor.ctx, form);
		expect((await editor.draft()).points.map(({ title, body }) => [title, body])).toEqual([
			['Wohnen', 'Das Land baut mehr.']
		]);
		await takeBack(form.id);
		expect([await behind(), await leadsTo(number)]).toEqual([{}, null]);
		const { gist } = await distillation.cluster(editor.ctx, desk.testApp.consultationId, number);
		expect(gist).toBe('Das Land baut mehr.');
	});
});

describe('the list of clusters', () => {
	it('leaves as a table with what its filter shows, and the point each leads to', async () => {
		const cluster = await desk.put([1, 2], named('=Wohnen'));
		await desk.put([3], named('Bus'));
		await lead(cluster);
		const { consultationId } = desk.testApp;
		const ask = { show: 'all', sort: 'largest' } as const;
		const csv = async (more: object = {}) => {
			const { bytes } = await clusterTable(editor.ctx, consultationId, { ...ask, ...more }, 'csv');
			return Buffer.from(bytes).toString('utf8').trim().split('\r\n').slice(1);
		};
		expect(await csv()).toEqual([`${cluster};'=Wohnen;Das Land hilft.;2;0;1`, '2;Bus;;1;0;']);
		expect(await csv({ q: 'Bus' })).toEqual(['2;Bus;;1;0;']);
		const { bytes } = await clusterTable(editor.ctx, consultationId, ask, 'xlsx');
		expect(readSheet(Buffer.from(bytes)).records).toHaveLength(2);
		const helper = desk.testApp.as(await desk.testApp.person('none', { roles: ['helper'] }));
		await expect(clusterTable(helper, consultationId, ask, 'csv')).rejects.toThrow('roleMissing');
	});
});

describe('taking back that a cluster leads to a point', () => {
	it('takes the point away that came with it, as long as nobody has written there', async () => {
		const cluster = await desk.put([1, 2], named('Wohnen'));
		await takeBack(await lead(cluster));
		expect([await behind(), await leadsTo(cluster)]).toEqual([{}, null]);
		const deed = await lead(cluster);
		const words = { field: 'wohnen', title: 'Wohnen', body: 'Das Land baut.' };
		await strategy.rewordPoint(editor.ctx, 2, { ...(await editor.marks()), ...words });
		await takeBack(deed);
		expect(await behind()).toEqual({ 2: [] });
	});

	it('takes away only what came with it: what was there, what was noted, what another cluster brought stays', async () => {
		const point = await editor.add({ from: [1] });
		const [one, two] = [await desk.put([1, 2, 3], named('Eins')), await desk.put([3, 4], named('Zwei'))];
		const deed = await lead(one, point);
		await lead(two, point);
		const noted = { relation: 'departs', note: 'nur zum Teil' } as const;
		await strategy.addSources(editor.ctx, point, { ...(await editor.marks()), ...noted, from: [2] });
		expect(await behind()).toEqual({ [point]: [1, 2, 3, 4] });
		await takeBack(deed);
		expect(await behind()).toEqual({ [point]: [1, 2, 3, 4] });
		await strategy.removeSource(editor.ctx, point, { ...(await editor.marks()), proposal: 2 });
		expect([await leadsTo(one), await behind()]).toEqual([null, { [point]: [1, 3, 4] }]);
	});

	it('of what came later goes first, then what came before', async () => {
		const cluster = await desk.put([1], named('Wohnen'));
		const first = await lead(cluster);
		await distillation.put(editor.ctx, desk.testApp.consultationId, {
			...{ id: newId(), seen: await desk.seen(2), ...into(cluster), ...plain }
		});
		const second = await lead(cluster, 1);
		expect(await behind()).toEqual({ 1: [1, 2] });
		await expect(takeBack(first)).rejects.toMatchObject({ reason: 'deedBuiltOn' });
		await takeBack(second);
		expect(await behind()).toEqual({ 1: [1] });
		await takeBack(first);
		expect([await behind(), await leadsTo(cluster)]).toEqual([{ 1: [] }, null]);
	});

	it('follows a point that was split, and leaves alone what was published', async () => {
		const cluster = await desk.put([1, 2], named('Wohnen'));
		const deed = await lead(cluster);
		const parts = { stayTitle: 'A', stayBody: 'A.', newTitle: 'B', newBody: 'B.' };
		await strategy.splitPoint(editor.ctx, 1, { ...(await editor.marks()), ...parts, id: newId() });
		await takeBack(deed);
		expect(await behind()).toEqual({ 1: [], 2: [] });
		const again = await lead(cluster, 1);
		await editor.publish();
		await takeBack(again);
		expect(await leadsTo(cluster)).toBeNull();
		expect((await strategy.version(desk.testApp.as(null), 1)).points[0]?.sources).toHaveLength(2);
		await walkSources(desk.testApp, editor.person);
		expect(await verified(desk.testApp.as(null))).toEqual([{ number: 1, ok: true }]);
	});

	it('waits for whoever is writing there; sent twice, leading and taking back happen once', async () => {
		const cluster = await desk.put([1, 2], named('Wohnen'));
		const form = await formFor(cluster, 'new');
		expect([
			await strategy.linkClusterToPoint(editor.ctx, form),
			await strategy.linkClusterToPoint(editor.ctx, form)
		]).toEqual([1, 1]);
		expect(await behind()).toEqual({ 1: [1, 2] });
		const { id } = await editor.draft();
		await strategy.lockPoint(desk.testApp.as(desk.moderator), 1, id);
		await expect(takeBack(form.id)).rejects.toMatchObject({ reason: 'pointHeld' });
		await strategy.unlockPoint(desk.testApp.as(desk.moderator), 1, id);
		await takeBack(form.id);
		await takeBack(form.id);
		expect(await behind()).toEqual({});
	});
});

describe('every path is there in both directions', () => {
	it('also when a contribution was hidden, blackened, withheld or taken back', async () => {
		const { testApp } = desk;
		const author = await testApp.person();
		const { number } = await publish(testApp, author, 'Ich heiße Krause. Der Bus kommt nie.');
		await distillation.syncContributions(editor.ctx);
		const cluster = await desk.cut(number, [1], named('Bus'));
		await desk.put([1, 2, 3], into(cluster));
		await lead(cluster);
		await editor.publish();
		const { id } = await editor.start().then(() => editor.draft());
		const ids = (await testApp.app.reader.selectFrom('proposals').select(['id', 'number']).execute()).map(
			(row) => row.id
		);
		const screen = (at: number, deed: ScreeningChange) =>
			transaction(testApp.as(null), (ctx) => proposals.screened(ctx, ids[at] ?? '', deed));
		const words = { title: 'Bus', body: 'Ich heiße [geschwärzt]. Der Bus kommt nie.', evidence: null };
		const steps = [
			() => screen(0, { deed: 'hide' }),
			() => screen(5, { deed: 'redact', ...words }),
			() => transaction(testApp.as(author), (ctx) => proposals.withhold(ctx, author.id)),
			() => screen(0, { deed: 'restore' }),
			() => proposals.withdraw(testApp.as(author), number)
		];
		for (const step of steps) {
			await step();
			await distillation.syncContributions(editor.ctx);
			await walkPaths(testApp, editor.person);
			expect(await walkSources(testApp, editor.person)).toBe(8);
			expect(await verified(testApp.as(null))).toEqual([{ number: 1, ok: true }]);
		}
		const sources = (await strategy.versionById(editor.ctx, id)).points.flatMap((point) => point.sources);
		expect(sources.filter((one) => !one.published).map(({ proposalNumber, title }) => [proposalNumber, title])).toEqual(
			[[number, '']]
		);
	});
});
