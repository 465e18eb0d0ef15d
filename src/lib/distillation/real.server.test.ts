import { beforeAll, describe, expect, it } from 'vitest';
import { unnoticed } from '../../../tests/support/strategy/bytes.ts';
import { stateOfDesk, walkPaths } from '../../../tests/support/strategy/desk-state.ts';
import { named } from '../../../tests/support/strategy/desk.ts';
import * as real from '../../../tests/support/strategy/real.ts';
import { proposed } from '../../../tests/support/strategy/amended.ts';
import { walkSources } from '../../../tests/support/walk.ts';
import * as amendments from '../amendments/amendments.server.ts';
import * as answers from '../answers/answers.server.ts';
import * as publishing from '../publishing/publishing.server.ts';
import { newId } from '../server/ids.ts';
import type { DecisionInput } from '../strategy/amendmentDecisions/decision.ts';
import * as strategy from '../strategy/strategy.server.ts';
import * as distillation from './distillation.server.ts';

const EASY = 'Das Land will gegen Armut helfen.';
const LATER = '2027-05-12T12:00:00.000Z';
/** So many have no answer in the first version. */
const OPEN = 6;

// The steps build on each other, as at work: what one leaves, the next one finds.
describe.skipIf(!real.isThere)('hundreds of real contributions (skipped where ../shared/data is absent)', () => {
	let work: real.RealWork;

	beforeAll(async () => {
		work = await real.takeOverReal();
	}, 60_000);

	const as = () => work.desk.testApp.as(work.desk.moderator);
	const everyone = () => work.desk.testApp.as(null);
	const here = () => work.desk.testApp.consultationId;
	const marked = async () => ({ ...(await work.editor.marks()) });
	const textOf = async (number: number) => {
		const point = (await work.editor.draft()).points.find((one) => one.number === number);
		return { field: 'wohnen', title: point?.title ?? '', body: point?.body ?? '' };
	};
	/** The sources of the draft's points, to be compared. */
	const sourcesNow = async () =>
		new Map(
			(await work.editor.draft()).points.map(({ number, title, body, sources }) => [number, { title, body, sources }])
		);

	it('go over the desk: none is left, and merging, splitting and taking back loses nothing', async () => {
		expect(work.numbers).toHaveLength(real.COUNT);
		await real.distilReal(work);
		const counts = await distillation.counts(as(), here());
		expect(counts.reduce((sum, one) => sum + one.open, 0)).toBe(0);
		const [one = 1, two = 2] = work.clusters;
		const state = await stateOfDesk(work.desk.testApp);
		await distillation.merge(as(), here(), { ...(await work.desk.marks(one)), into: two });
		const members = await distillation.membersOf(as(), (await work.desk.marks(two)).cluster);
		const items = members.slice(0, 30).map((member) => member.itemId);
		await distillation.split(as(), here(), { ...(await work.desk.marks(two)), items, ...named('Abgetrennt') });
		expect(await walkPaths(work.desk.testApp, work.desk.moderator)).toBeGreaterThan(real.COUNT);
		const { deeds } = await distillation.log(as(), { consultationId: here() });
		for (const kind of ['split', 'merged']) {
			const deed = deeds.find((done) => done.kind === kind)?.id ?? '';
			await distillation.undo(as(), { id: newId(), deed });
		}
		expect(await stateOfDesk(work.desk.testApp)).toEqual(state);
		expect(await walkPaths(work.desk.testApp, work.desk.moderator)).toBeGreaterThan(real.COUNT);
	}, 60_000);

	it('stand behind the points of a first version, which says how many have no answer yet', async () => {
		await work.editor.start();
		const marks = await marked();
		for (const [index, number] of work.clusters.entries()) {
			const { id, revision } = await distillation.cluster(as(), here(), number);
			const field = index % 2 ? 'zugang' : 'wohnen';
			const form = { ...marks, id: newId(), cluster: id, state: revision, target: 'new', field } as const;
			await strategy.linkClusterToPoint(work.editor.ctx, form);
		}
		const { points } = await work.editor.draft();
		for (const [index, number] of work.clusters.entries()) {
			const { id } = await distillation.cluster(as(), here(), number);
			const inside = new Set((await distillation.membersOf(as(), id)).map((member) => member.proposalId));
			const point = points.find((one) => one.number === index + 1);
			expect(new Set(point?.sources.map((source) => source.proposalId))).toEqual(inside);
			expect((await distillation.clustersOf(as(), point?.pointId ?? '')).map((lead) => lead.number)).toEqual([number]);
		}
		await strategy.changeHead(work.editor.ctx, {
			...{ ...(await marked()), kind: 'draft', title: 'Erste Fassung', preamble: 'Dank an alle.', easy: EASY }
		});
		await real.answerReal(work, work.numbers.slice(0, -OPEN));
		expect(await real.publishReal(work, OPEN)).toBe(1);
		expect((await strategy.version(everyone(), 1)).numbers).toMatchObject({
			contributions: real.COUNT,
			unanswered: OPEN,
			points: 24
		});
		expect(await walkSources(work.desk.testApp, work.desk.moderator)).toBeGreaterThanOrEqual(real.COUNT);
	}, 60_000);

	it('and amendments to it: taken over, partly, declined, carried over, colliding', async () => {
		const { testApp } = work.desk;
		const author = await testApp.person('practice', { organisation: 'Tafel Musterstadt e. V.' });
		const wish = (point: number, from: string, to: string) =>
			proposed(testApp, point, author, { body: real.GIST.replace(from, to) });
		const [taken, partly, declined] = [
			await wish(1, 'hilft', 'unterstützt'),
			await wish(2, 'mehr', 'sofort'),
			await wish(3, 'jedes Jahr', 'täglich')
		];
		const [carried, older] = [await wish(4, 'fragt die', 'hört die'), await wish(5, 'mehr', 'genug')];
		const rivals = [await wish(6, 'mehr', 'viel mehr'), await wish(6, 'mehr', 'endlich')];
		testApp.at(LATER);
		await work.editor.start();
		const decide = async (number: number, point: number, more: Partial<DecisionInput>) => {
			const { title, body } = await textOf(point);
			const form = { ...(await marked()), title, body, outcome: 'partly', reason: 'So weit es geht.' } as const;
			await strategy.decideAmendment(work.editor.ctx, number, { ...form, ...more });
		};
		await decide(taken, 1, { outcome: 'adopted', reason: '', body: real.GIST.replace('hilft', 'unterstützt') });
		await decide(partly, 2, { body: real.GIST.replace('mehr', 'bald') });
		await decide(declined, 3, { outcome: 'declined', reason: 'Das Geld fehlt.' });
		for (const point of [4, 5]) {
			const body = real.GIST.replace('hilft hier mehr', 'hilft vor Ort');
			await strategy.rewordPoint(work.editor.ctx, point, { ...(await marked()), ...(await textOf(point)), body });
		}
		const draft = await work.editor.draft();
		const open = await amendments.open(work.editor.ctx, { consultationId: here() });
		const fits = await strategy.amendmentConflicts(work.editor.ctx, draft.id, open);
		expect(fits.get(carried)).toMatchObject({ fit: 'carried' });
		expect(fits.get(carried)?.text.body).toContain('hilft vor Ort. Es berichtet jedes Jahr. Es hört die');
		expect(fits.get(older)).toMatchObject({ fit: 'older' });
		expect(rivals.map((number) => fits.get(number)?.collides)).toEqual([[rivals[1]], [rivals[0]]]);
	}, 60_000);

	it('go on into a second version with points reworded, split, merged and dropped, and back again before', async () => {
		const { ctx } = work.editor;
		const before = await sourcesNow();
		const split = {
			...(await textOf(7)),
			stayTitle: 'Bleibt',
			stayBody: 'Das bleibt.',
			newTitle: 'Neu',
			newBody: 'Das ist neu.'
		};
		const young = await strategy.splitPoint(ctx, 7, { ...(await marked()), ...split, id: newId() });
		expect((await sourcesNow()).get(young)?.sources).toEqual(before.get(7)?.sources);
		await strategy.discardPoint(ctx, young, await marked());
		await strategy.rewordPoint(ctx, 7, {
			...(await marked()),
			field: 'wohnen',
			title: before.get(7)?.title ?? '',
			body: real.GIST
		});
		await strategy.mergePoint(ctx, 8, { ...(await marked()), into: 9, mergeReason: 'Dasselbe.' });
		await strategy.restorePoint(ctx, 8, await marked());
		await strategy.dropPoint(ctx, 10, { ...(await marked()), reason: 'Erledigt.' });
		await strategy.restorePoint(ctx, 10, await marked());
		expect(await sourcesNow()).toEqual(before);
		expect(await walkSources(work.desk.testApp, work.desk.moderator)).toBeGreaterThan(2 * real.COUNT);

		await strategy.splitPoint(ctx, 7, { ...(await marked()), ...split, id: newId() });
		await strategy.mergePoint(ctx, 8, { ...(await marked()), into: 9, mergeReason: 'Dasselbe.' });
		const both = new Set([8, 9].flatMap((number) => before.get(number)?.sources.map((one) => one.proposalId) ?? []));
		expect(new Set((await sourcesNow()).get(9)?.sources.map((one) => one.proposalId))).toEqual(both);
		await strategy.dropPoint(ctx, 10, { ...(await marked()), reason: 'Erledigt.' });
		await strategy.rewordPoint(ctx, 4, { ...(await marked()), ...(await textOf(4)), why: 'Damit es klarer ist.' });
		const measure = { text: 'Ein Fonds', responsible: 'Ministerium', competence: 'land' } as const;
		await strategy.putMeasure(ctx, 11, { ...(await marked()), id: newId(), ...measure });
		const some = { from: work.numbers.slice(0, 3), relation: 'departs', note: 'nur zum Teil' } as const;
		await strategy.addSources(ctx, 12, { ...(await marked()), ...some });
		await strategy.waive(ctx, { ...(await marked()), check: 'easy', reason: 'Kommt nach.' });
		await real.answerReal(work, [...work.numbers.slice(-OPEN), ...work.numbers.slice(0, 250)]);
		// What the first version said of the dropped point's contributions is not true of the second.
		const stranded = await answers.answersWithoutPoint(ctx, (await marked()).version);
		expect(stranded.length).toBeGreaterThan(0);
		await expect(real.publishReal(work, 0)).rejects.toMatchObject({ reason: 'answersAdrift' });
		await real.answerReal(
			work,
			stranded.map(({ number }) => number)
		);
		expect(await real.publishReal(work, 0)).toBe(2);
		expect((await strategy.version(everyone(), 2)).numbers).toMatchObject({
			contributions: real.COUNT,
			unanswered: 0,
			points: 23
		});
	}, 60_000);

	it('reach an answer, every one; every path is there in both directions, and no byte of any has changed', async () => {
		const { testApp } = work.desk;
		const rows = await real.proposalRows(testApp);
		const told = await answers.publishedFor(
			everyone(),
			rows.map((row) => row.id)
		);
		expect(told.size).toBe(real.COUNT);
		expect([...told.values()].every(({ disposition }) => disposition !== 'open')).toBe(true);
		expect(await walkSources(testApp, work.desk.moderator)).toBeGreaterThan(1.75 * real.COUNT);
		expect(await walkPaths(testApp, work.desk.moderator)).toBeGreaterThan(real.COUNT);
		await stateOfDesk(testApp);
		expect(rows).toEqual(work.imported);
		for (const { title, body } of rows) expect(Buffer.from(body)).toEqual(work.bodies.get(`${title}\n${body}`));
	}, 60_000);

	it('are in versions that verify, and one byte changed in any column of any frozen row is found', async () => {
		expect(await publishing.verify(everyone())).toEqual([
			{ number: 1, ok: true },
			{ number: 2, ok: true }
		]);
		const { tried, missed } = await unnoticed(work.desk.testApp);
		expect(missed).toEqual([]);
		expect(tried).toBeGreaterThan(process.env.TEST_DATABASE_URL ? 10 : 60);
	}, 60_000);
});
