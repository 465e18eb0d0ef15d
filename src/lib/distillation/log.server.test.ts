import { beforeEach, describe, expect, it } from 'vitest';
import { BODIES, into, named, openDesk, type Desk } from '../../../tests/support/desk.ts';
import { newId } from '../server/ids.ts';
import * as distillation from './distillation.server.ts';

let desk: Desk;
beforeEach(async () => {
	desk = await openDesk();
});

const ctx = () => desk.town.as(desk.moderator);
const here = () => desk.town.consultationId;
const open = async () => (await distillation.counts(ctx(), here())).reduce((sum, one) => sum + one.open, 0);
const passages = async (cluster: number) => {
	const { id } = await distillation.cluster(ctx(), here(), cluster);
	return (await distillation.membersOf(ctx(), id)).map((one) => one.segment?.text ?? `Beitrag ${one.number}`);
};
const lastDeed = async () => (await distillation.log(ctx(), { consultationId: here() })).deeds[0]?.id ?? '';
const undo = (deed: string) => distillation.undo(ctx(), { id: newId(), deed });

describe('taking back', () => {
	it('undoes a deed whatever happened elsewhere, once, and says so in the log', async () => {
		await desk.put([1], named('Wohnen'));
		const deed = await lastDeed();
		await desk.put([2], named('Bus'));
		await undo(deed);
		await undo(deed);
		expect((await distillation.inHand(ctx(), here(), 1)).places).toEqual([]);
		const { deeds } = await distillation.log(ctx(), { consultationId: here() });
		expect(deeds.map(({ kind, undone }) => [kind, undone])).toEqual([
			['undone', false],
			['put', false],
			['put', true]
		]);
	});

	it('is refused when something was built on it, and then nothing is taken back', async () => {
		const cluster = await desk.put([1], named('Wohnen'));
		const deed = await lastDeed();
		await desk.put([2], into(cluster));
		const later = await lastDeed();
		await expect(undo(deed)).rejects.toMatchObject({ reason: 'deedBuiltOn' });
		expect(await passages(cluster)).toEqual(['Beitrag 1', 'Beitrag 2']);
		await undo(later);
		await undo(deed);
		expect(await open()).toBe(BODIES.length);
	});

	it('is no deed to be taken back itself', async () => {
		await desk.put([1], named('Wohnen'));
		await undo(await lastDeed());
		await expect(undo(await lastDeed())).rejects.toMatchObject({ reason: 'deedIsUndo' });
	});

	it('keeps what one says of a contribution: assigned, set aside, noted', async () => {
		const seen = () => desk.seen(1);
		await distillation.assign(ctx(), here(), { id: newId(), seen: await seen(), assignee: desk.colleague.id });
		await distillation.setAside(ctx(), here(), { id: newId(), seen: await seen(), aside: 'noConcern' });
		const { proposal } = await distillation.inHand(ctx(), here(), 1);
		await distillation.remark(ctx(), here(), { id: newId(), subject: proposal.id, body: 'Bitte nachlesen.' });
		const now = () => distillation.inHand(ctx(), here(), 1);
		expect(await now()).toMatchObject({
			docket: { assigneeId: desk.colleague.id, aside: 'noConcern', openSince: null },
			remarks: [{ body: 'Bitte nachlesen.', by: desk.moderator.pseudonym }]
		});
		const { deeds } = await distillation.log(ctx(), { consultationId: here(), subjectId: proposal.id });
		for (const deed of deeds) await undo(deed.id);
		expect(await now()).toMatchObject({ docket: { assigneeId: null, aside: null }, remarks: [] });
		expect(await open()).toBe(BODIES.length);
	});
});
