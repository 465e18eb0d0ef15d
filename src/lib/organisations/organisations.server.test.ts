import { seenMark } from '#lib/editState.ts';
import { describe, expect, it } from 'vitest';
import * as batches from '#lib/people/batches.server.ts';
import { tidyCode } from '#lib/people/code.ts';
import { supporting } from '#lib/people/organisations.server.ts';
import * as people from '#lib/people/people.server.ts';
import type { Person } from '#lib/people/person.ts';
import * as privacy from '#lib/privacy/privacy.server.ts';
import * as proposals from '#lib/proposals/proposals.server.ts';
import { figuresNow } from '#lib/reports/drafting.server.ts';
import { besides } from '#lib/reports/wording.ts';
import { newId } from '#lib/server/ids.ts';
import { Stale } from '#lib/verdict.ts';
import * as votes from '#lib/votes/votes.server.ts';
import { publishedPoint } from '../../../tests/support/drafted.ts';
import { putProposal } from '../../../tests/support/published.ts';
import { makeTown, type Town } from '../../../tests/support/town.ts';
import * as organisations from './organisations.server.ts';

const administration = async (town: Town) => town.as(await town.person('none', { roles: ['admin'] }));

async function seats(town: Town, size: number, organisation: string): Promise<Person[]> {
	const form = { id: newId(), label: 'Karten', group: 'none', organisation, size, days: 300 } as const;
	const { codes } = await batches.issue(await administration(town), form);
	const all: Person[] = [];
	for (const code of codes) {
		const seat = await people.byId(town.as(null), await people.holderOf(town.as(null), tidyCode(code)));
		if (seat) all.push(seat);
	}
	return all;
}

const text = (body: string, seen?: string) => ({
	...({ kind: 'proposal', field: 'wohnen', title: 'Mieten begrenzen', evidence: '', language: 'de' } as const),
	...{ body, district: null, seen }
});

describe('an association with three seats', () => {
	it('writes one statement together: nobody overwrites what a colleague wrote, and any of them sends it', async () => {
		const town = await makeTown();
		const [one, two, three] = await seats(town, 3, 'Mieterverband');
		if (!one || !two || !three) throw new Error('three seats');
		const id = newId();
		await proposals.saveDraft(town.as(one), town.consultationId, { id, ...text('Wir wollen weniger.') });
		const begun = await proposals.draft(town.as(two), id);
		expect(begun.body).toBe('Wir wollen weniger.');
		town.at('2027-05-10T12:10:00.000Z');
		const longer = 'Wir wollen, dass Mieten begrenzt werden.';
		await proposals.saveDraft(town.as(two), town.consultationId, { id, ...text(longer, begun.changedAt) });
		const late = proposals.saveDraft(town.as(one), town.consultationId, { id, ...text('Anders.', begun.changedAt) });
		await expect(late).rejects.toThrow(Stale);
		expect((await proposals.draft(town.as(one), id)).body).toBe(longer);
		const seen = (await proposals.draft(town.as(three), id)).changedAt;
		const number = await proposals.submit(town.as(three), town.consultationId, { id, ...text(longer, seen) });
		expect(await proposals.submit(town.as(one), town.consultationId, { id, ...text(longer, seen) })).toBe(number);
		const other = proposals.submit(town.as(one), town.consultationId, { id, ...text(`${longer} Sofort.`, seen) });
		await expect(other).rejects.toMatchObject({ reason: 'draftSent' });
		expect(await proposals.byNumber(town.as(two), number)).toMatchObject({
			...{ mine: true, authorName: 'Mieterverband', authorGroup: 'organisation' }
		});
	});

	it('supports once, whoever presses, and a colleague can take it back', async () => {
		const town = await makeTown();
		const all = await seats(town, 3, 'Mieterverband');
		const { number } = await putProposal(town, await town.person('affected'), 'Ein Vorschlag');
		await Promise.all(all.map((seat) => proposals.support(town.as(seat), number, true)));
		const one = await proposals.byNumber(town.as(null), number);
		expect(await supporting(town.as(null), 'proposal', one.id)).toEqual(['Mieterverband']);
		// By name, and never added to persons.
		expect(one.supportCount).toBe(0);
		await proposals.support(town.as(all[2] ?? null), number, false);
		expect(await supporting(town.as(null), 'proposal', one.id)).toEqual([]);
		expect((await proposals.byNumber(town.as(null), number)).supportCount).toBe(0);
	});

	it('loses a seat that leaves, and nothing of what was said at it', async () => {
		const town = await makeTown();
		const point = await publishedPoint(town);
		const [one, two] = await seats(town, 2, 'Mieterverband');
		await votes.cast(town.as(one ?? null), point.number, 'agree');
		const { number } = await putProposal(town, one ?? (await town.person()), 'Ein Vorschlag');
		await privacy.leaveForGood(town.as(one ?? null), 'erase');
		expect((await proposals.byNumber(town.as(two ?? null), number)).mine).toBe(true);
		expect((await votes.own(town.as(two ?? null))).map(({ choice, byMe }) => ({ choice, byMe }))).toEqual([
			{ choice: 'agree', byMe: false }
		]);
		const left = await town.house.reader.selectFrom('organisationPositions').select('seatId').execute();
		expect(left).toEqual([{ seatId: null }]);
		expect((await people.byId(town.as(null), one?.seatId ?? ''))?.organisation).toBeNull();
	});
});

describe('the open position of an organisation', () => {
	it('stands by name beside the figures of a report, is added to nobody, and is read after the phase, too', async () => {
		const town = await makeTown();
		const point = await publishedPoint(town);
		const [one] = await seats(town, 1, 'Mieterverband');
		await votes.cast(town.as(one ?? null), point.number, 'agree');
		for (let voter = 0; voter < 6; voter++) await votes.cast(town.as(await town.person()), point.number, 'disagree');
		await votes.publishResults(town.as(null));
		const said = async () => {
			const { points } = await figuresNow(town.as(null), town.consultationId);
			const told = points.find(({ number }) => number === point.number);
			expect(told?.positions).toEqual([{ organisation: 'Mieterverband', choice: 'agree' }]);
			expect(told?.round?.organisations ?? []).toEqual([]);
			return told && besides(told).join();
		};
		expect(await said()).toContain('Mieterverband');
		town.at('2028-01-01T12:00:00.000Z');
		await votes.sealEnded(town.as(null));
		expect(await said()).toContain('Mieterverband');
		const page = await organisations.page(town.as(null), one?.organisationId ?? '');
		expect(page.positions).toMatchObject([{ number: point.number, choice: 'agree' }]);
	});
});

describe('a seat', () => {
	it('is ended by the administration, one by one; what was said stays the organisation’s', async () => {
		const town = await makeTown();
		const admin = await administration(town);
		const point = await publishedPoint(town);
		const [one, two] = await seats(town, 2, 'Mieterverband');
		if (!one || !two) throw new Error('two seats');
		const id = one.organisationId ?? '';
		await votes.cast(town.as(one), point.number, 'agree');
		const known = (await organisations.tended(admin, id)).seats;
		expect(known.map(({ card }) => card).sort()).toEqual(['ZEN-1', 'ZEN-2']);
		const seat = known.find(({ card }) => card === 'ZEN-1')?.id ?? '';
		await expect(organisations.endSeat(town.as(one), id, { seat, last: 'no' })).rejects.toMatchObject({
			reason: 'roleMissing'
		});
		await organisations.endSeat(admin, id, { seat, last: 'no' });
		await organisations.endSeat(admin, id, { seat, last: 'no' });
		expect((await organisations.tended(admin, id)).seats.map(({ card }) => card)).toEqual(['ZEN-2']);
		expect((await people.byId(town.as(null), seat))?.organisation).toBeNull();
		expect((await organisations.page(town.as(null), id)).positions).toMatchObject([{ choice: 'agree' }]);
	});

	it('is the last one only for somebody who has read what follows from that; the organisation stays readable', async () => {
		const town = await makeTown();
		const admin = await administration(town);
		const point = await publishedPoint(town);
		const [one] = await seats(town, 1, 'Mieterverband');
		if (!one) throw new Error('a seat');
		const id = one.organisationId ?? '';
		await votes.cast(town.as(one), point.number, 'agree');
		const seat = (await organisations.tended(admin, id)).seats[0]?.id ?? '';
		await expect(organisations.endSeat(admin, id, { seat, last: 'no' })).rejects.toMatchObject({ reason: 'seatLast' });
		await organisations.endSeat(admin, id, { seat, last: 'yes' });
		expect((await organisations.tended(admin, id)).seats).toEqual([]);
		expect(await organisations.page(town.as(null), id)).toMatchObject({
			name: 'Mieterverband',
			positions: [{ choice: 'agree' }]
		});
		// A new card speaks for it again.
		const [again] = await seats(town, 1, 'Mieterverband');
		expect(again?.organisationId).toBe(id);
	});
});

describe('the administration', () => {
	it('puts a name right wherever it is read, and no two have the same one', async () => {
		const town = await makeTown();
		const admin = await administration(town);
		const [seat] = await seats(town, 1, 'Tafel Mustrestadt');
		const { number } = await putProposal(town, seat ?? (await town.person()), 'Ein Vorschlag');
		await organisations.create(admin, { id: newId(), name: 'Kirche' });
		const id = seat?.id ?? '';
		const form = { name: 'Tafel Musterstadt', seen: seenMark({ name: 'Tafel Mustrestadt' }) };
		await organisations.rename(admin, id, form);
		expect(await proposals.byNumber(town.as(null), number)).toMatchObject({ authorName: 'Tafel Musterstadt' });
		await expect(organisations.rename(admin, id, { name: 'kirche ' })).rejects.toMatchObject({
			reason: 'organisationKnown'
		});
		await expect(organisations.rename(admin, id, { name: 'Anders', seen: form.seen })).rejects.toThrow(Stale);
		await expect(organisations.rename(town.as(seat ?? null), id, form)).rejects.toMatchObject({
			reason: 'roleMissing'
		});
	});

	it('makes one of two that are the same: each has one position, support and name after that', async () => {
		const town = await makeTown();
		const admin = await administration(town);
		const point = await publishedPoint(town);
		const [right] = await seats(town, 1, 'Tafel Musterstadt');
		const [typo] = await seats(town, 1, 'Tafel Mustrestadt');
		if (!right || !typo) throw new Error('two');
		const { number } = await putProposal(town, await town.person('affected'), 'Ein Vorschlag');
		for (const seat of [right, typo]) await proposals.support(town.as(seat), number, true);
		await votes.cast(town.as(right), point.number, 'agree');
		town.at('2027-05-11T09:00:00.000Z');
		await votes.cast(town.as(typo), point.number, 'disagree');
		await organisations.merge(admin, typo.id, right.id);
		const said = (await votes.positionsOn(town.as(null), [point.id])).get(point.id) ?? [];
		expect(said.flatMap(({ positions }) => positions)).toMatchObject([
			{ organisation: 'Tafel Musterstadt', choice: 'disagree' }
		]);
		const supported = await proposals.byNumber(town.as(null), number);
		expect(supported.supportCount).toBe(0);
		expect(await supporting(town.as(null), 'proposal', supported.id)).toEqual(['Tafel Musterstadt']);
		expect(await people.byId(town.as(null), typo.seatId ?? '')).toMatchObject({ id: right.id });
		expect(await organisations.all(admin)).toMatchObject([{ name: 'Tafel Musterstadt', seats: 2, positions: 1 }]);
	});

	it('changes nothing that was published: both spoke in a vote that is over, so they stay two', async () => {
		const town = await makeTown();
		const admin = await administration(town);
		const point = await publishedPoint(town);
		const [one] = await seats(town, 1, 'Eins');
		const [two] = await seats(town, 1, 'Zwei');
		for (const seat of [one, two]) await votes.cast(town.as(seat ?? null), point.number, 'agree');
		town.at('2027-06-02T09:00:00.000Z');
		const late = organisations.merge(town.as(admin.person), one?.id ?? '', two?.id ?? '');
		await expect(late).rejects.toMatchObject({ reason: 'organisationsBothSpoke' });
	});
});

describe('everybody', () => {
	it('reads who speaks openly, by name, and what they say', async () => {
		const town = await makeTown();
		const point = await publishedPoint(town);
		expect((await organisations.list(town.as(null), null)).organisations).toEqual([]);
		const [seat] = await seats(town, 2, 'Mieterverband');
		await seats(town, 1, 'Schweigt noch');
		await votes.cast(town.as(seat ?? null), point.number, 'disagree');
		const { organisations: listed } = await organisations.list(town.as(null), null);
		expect(listed).toMatchObject([{ name: 'Mieterverband', positions: 1, contributions: 0 }]);
		const page = await organisations.page(town.as(null), seat?.id ?? '');
		expect(page).toMatchObject({ name: 'Mieterverband', positions: [{ number: point.number, choice: 'disagree' }] });
		await expect(organisations.page(town.as(null), newId())).rejects.toThrow('organisation not found');
	});
});
