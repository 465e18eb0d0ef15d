import { beforeEach, describe, expect, it } from 'vitest';
import { BODIES, into, named, openDesk, type Desk } from '../../../../tests/support/strategy/desk.ts';
import { newId } from '../../server/ids.ts';
import * as distillation from '../distillation.server.ts';

let desk: Desk;
beforeEach(async () => {
	desk = await openDesk();
});

const here = () => desk.testApp.consultationId;
const lastDeed = async () => (await distillation.log(desk.ctx(), { consultationId: here() })).deeds[0]?.id ?? '';
const undo = (deed: string) => distillation.undo(desk.ctx(), { id: newId(), deed });

describe('taking back', () => {
	it('undoes a deed whatever happened elsewhere, once, and says so in the log', async () => {
		await desk.put([1], named('Wohnen'));
		const deed = await lastDeed();
		await desk.put([2], named('Bus'));
		await undo(deed);
		await undo(deed);
		expect((await distillation.inHand(desk.ctx(), here(), 1)).places).toEqual([]);
		const { deeds } = await distillation.log(desk.ctx(), { consultationId: here() });
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
		expect(await desk.passages(cluster)).toEqual(['Beitrag 1', 'Beitrag 2']);
		await undo(later);
		await undo(deed);
		expect(await desk.open()).toBe(BODIES.length);
	});

	it('is no deed to be taken back itself', async () => {
		await desk.put([1], named('Wohnen'));
		await undo(await lastDeed());
		await expect(undo(await lastDeed())).rejects.toMatchObject({ reason: 'deedIsUndo' });
	});

	it('keeps what one says of a contribution: assigned, set aside, noted', async () => {
		const seen = () => desk.seen(1);
		await distillation.assign(desk.ctx(), here(), { id: newId(), seen: await seen(), assignee: desk.colleague.id });
		await distillation.setAside(desk.ctx(), here(), { id: newId(), seen: await seen(), aside: 'noConcern' });
		const { proposal } = await distillation.inHand(desk.ctx(), here(), 1);
		await distillation.remark(desk.ctx(), here(), { id: newId(), subject: proposal.id, body: 'Bitte nachlesen.' });
		const now = () => distillation.inHand(desk.ctx(), here(), 1);
		expect(await now()).toMatchObject({
			docket: { assigneeId: desk.colleague.id, aside: 'noConcern', openSince: null },
			remarks: [{ body: 'Bitte nachlesen.', by: desk.moderator.pseudonym }]
		});
		const { deeds } = await distillation.log(desk.ctx(), { consultationId: here(), subjectId: proposal.id });
		for (const deed of deeds) await undo(deed.id);
		expect(await now()).toMatchObject({ docket: { assigneeId: null, aside: null }, remarks: [] });
		expect(await desk.open()).toBe(BODIES.length);
	});
});
