import { seenMark } from '#lib/editState.ts';
import { describe, expect, it } from 'vitest';
import * as batches from '#lib/people/cards/batches.server.ts';
import { tidyCode } from '#lib/people/cards/cardCode.ts';
import { supporting } from '#lib/people/organisations/organisations.server.ts';
import * as people from '#lib/people/people.server.ts';
import type { Person } from '#lib/people/person.ts';
import * as privacy from '#lib/privacy/privacy.server.ts';
import * as proposals from '#lib/proposals/proposals.server.ts';
import { figuresNow } from '#lib/reports/drafts/reportDraft.server.ts';
import { besides } from '#lib/reports/wording.ts';
import { newId } from '#lib/server/ids.ts';
import { Stale } from '#lib/verdict.ts';
import * as votes from '#lib/votes/votes.server.ts';
import { publishedPoint } from '../../../tests/support/strategy/drafted.ts';
import { putProposal } from '../../../tests/support/editions/published.ts';
import { makeTestApp, type TestApp } from '../../../tests/support/machine/testApp.ts';
import * as organisations from './organisations.server.ts';

const administration = async (testApp: TestApp) => testApp.as(await testApp.person('none', { roles: ['admin'] }));

async function seats(testApp: TestApp, size: number, organisation: string): Promise<Person[]> {
	const form = { id: newId(), label: 'Karten', group: 'none', organisation, size, days: 300 } as const;
	const { codes } = await batches.issue(await administration(testApp), form);
	const all: Person[] = [];
	for (const code of codes) {
		const seat = await people.byId(testApp.as(null), await people.holderOf(testApp.as(null), tidyCode(code)));
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
		const testApp = await makeTestApp();
		const [one, two, three] = await seats(testApp, 3, 'Mieterverband');
		if (!one || !two || !three) throw new Error('three seats');
		const id = newId();
		await proposals.saveDraft(testApp.as(one), testApp.consultationId, { id, ...text('Wir wollen weniger.') });
		const begun = await proposals.draft(testApp.as(two), id);
		expect(begun.body).toBe('Wir wollen weniger.');
		testApp.at('2027-05-10T12:10:00.000Z');
		const longer = 'Wir wollen, dass Mieten begrenzt werden.';
		await proposals.saveDraft(testApp.as(two), testApp.consultationId, { id, ...text(longer, begun.changedAt) });
		const late = proposals.saveDraft(testApp.as(one), testApp.consultationId, {
			id,
			...text('Anders.', begun.changedAt)
		});
		await expect(late).rejects.toThrow(Stale);
		expect((await proposals.draft(testApp.as(one), id)).body).toBe(longer);
		const seen = (await proposals.draft(testApp.as(three), id)).changedAt;
		const number = await proposals.submit(testApp.as(three), testApp.consultationId, { id, ...text(longer, seen) });
		expect(await proposals.submit(testApp.as(one), testApp.consultationId, { id, ...text(longer, seen) })).toBe(number);
		const other = proposals.submit(testApp.as(one), testApp.consultationId, { id, ...text(`${longer} Sofort.`, seen) });
		await expect(other).rejects.toMatchObject({ reason: 'draftSent' });
		expect(await proposals.byNumber(testApp.as(two), number)).toMatchObject({
			...{ mine: true, authorName: 'Mieterverband', authorGroup: 'organisation' }
		});
	});

	it('supports once, whoever presses, and a colleague can take it back', async () => {
		const testApp = await makeTestApp();
		const all = await seats(testApp, 3, 'Mieterverband');
		const { number } = await putProposal(testApp, await testApp.person('affected'), 'Ein Vorschlag');
		await Promise.all(all.map((seat) => proposals.support(testApp.as(seat), number, true)));
		const one = await proposals.byNumber(testApp.as(null), number);
		expect(await supporting(testApp.as(null), 'proposal', one.id)).toEqual(['Mieterverband']);
		// By name, and never added to persons.
		expect(one.supportCount).toBe(0);
		await proposals.support(testApp.as(all[2] ?? null), number, false);
		expect(await supporting(testApp.as(null), 'proposal', one.id)).toEqual([]);
		expect((await proposals.byNumber(testApp.as(null), number)).supportCount).toBe(0);
	});

	it('loses a seat that leaves, and nothing of what was said at it', async () => {
		const testApp = await makeTestApp();
		const point = await publishedPoint(testApp);
		const [one, two] = await seats(testApp, 2, 'Mieterverband');
		await votes.castVote(testApp.as(one ?? null), point.number, 'agree');
		const { number } = await putProposal(testApp, one ?? (await testApp.person()), 'Ein Vorschlag');
		await privacy.closeOwnAccount(testApp.as(one ?? null), 'erase');
		expect((await proposals.byNumber(testApp.as(two ?? null), number)).mine).toBe(true);
		expect((await votes.own(testApp.as(two ?? null))).map(({ choice, byMe }) => ({ choice, byMe }))).toEqual([
			{ choice: 'agree', byMe: false }
		]);
		const left = await testApp.app.reader.selectFrom('organisationPositions').select('seatId').execute();
		expect(left).toEqual([{ seatId: null }]);
		expect((await people.byId(testApp.as(null), one?.seatId ?? ''))?.organisation).toBeNull();
	});
});

describe('the open position of an organisation', () => {
	it('stands by name beside the figures of a report, is added to nobody, and is read after the phase, too', async () => {
		const testApp = await makeTestApp();
		const point = await publishedPoint(testApp);
		const [one] = await seats(testApp, 1, 'Mieterverband');
		await votes.castVote(testApp.as(one ?? null), point.number, 'agree');
		for (let voter = 0; voter < 6; voter++)
			await votes.castVote(testApp.as(await testApp.person()), point.number, 'disagree');
		await votes.publishResults(testApp.as(null));
		const said = async () => {
			const { points } = await figuresNow(testApp.as(null), testApp.consultationId);
			const told = points.find(({ number }) => number === point.number);
			expect(told?.positions).toEqual([{ organisation: 'Mieterverband', choice: 'agree' }]);
			expect(told?.round?.organisations ?? []).toEqual([]);
			return told && besides(told).join();
		};
		expect(await said()).toContain('Mieterverband');
		testApp.at('2028-01-01T12:00:00.000Z');
		await votes.sealEnded(testApp.as(null));
		expect(await said()).toContain('Mieterverband');
		const page = await organisations.page(testApp.as(null), one?.organisationId ?? '');
		expect(page.positions).toMatchObject([{ number: point.number, choice: 'agree' }]);
	});
});

describe('a seat', () => {
	it('is ended by the administration, one by one; what was said stays the organisation’s', async () => {
		const testApp = await makeTestApp();
		const admin = await administration(testApp);
		const point = await publishedPoint(testApp);
		const [one, two] = await seats(testApp, 2, 'Mieterverband');
		if (!one || !two) throw new Error('two seats');
		const id = one.organisationId ?? '';
		await votes.castVote(testApp.as(one), point.number, 'agree');
		const known = (await organisations.tended(admin, id)).seats;
		expect(known.map(({ card }) => card).sort()).toEqual(['ZEN-1', 'ZEN-2']);
		const seat = known.find(({ card }) => card === 'ZEN-1')?.id ?? '';
		await expect(organisations.endSeat(testApp.as(one), id, { seat, last: 'no' })).rejects.toMatchObject({
			reason: 'roleMissing'
		});
		const { reader, writer } = testApp.app;
		await writer.insertInto('newsSeen').values({ personId: seat, item: 'decision:1' }).execute();
		await organisations.endSeat(admin, id, { seat, last: 'no' });
		await organisations.endSeat(admin, id, { seat, last: 'no' });
		expect(await reader.selectFrom('newsSeen').selectAll().execute()).toEqual([]);
		expect((await organisations.tended(admin, id)).seats.map(({ card }) => card)).toEqual(['ZEN-2']);
		expect((await people.byId(testApp.as(null), seat))?.organisation).toBeNull();
		expect((await organisations.page(testApp.as(null), id)).positions).toMatchObject([{ choice: 'agree' }]);
	});

	it('is the last one only for somebody who has read what follows from that; the organisation stays readable', async () => {
		const testApp = await makeTestApp();
		const admin = await administration(testApp);
		const point = await publishedPoint(testApp);
		const [one] = await seats(testApp, 1, 'Mieterverband');
		if (!one) throw new Error('a seat');
		const id = one.organisationId ?? '';
		await votes.castVote(testApp.as(one), point.number, 'agree');
		const seat = (await organisations.tended(admin, id)).seats[0]?.id ?? '';
		await expect(organisations.endSeat(admin, id, { seat, last: 'no' })).rejects.toMatchObject({ reason: 'seatLast' });
		await organisations.endSeat(admin, id, { seat, last: 'yes' });
		expect((await organisations.tended(admin, id)).seats).toEqual([]);
		expect(await organisations.page(testApp.as(null), id)).toMatchObject({
			name: 'Mieterverband',
			positions: [{ choice: 'agree' }]
		});
		// A new card speaks for it again.
		const [again] = await seats(testApp, 1, 'Mieterverband');
		expect(again?.organisationId).toBe(id);
	});
});

describe('the administration', () => {
	it('puts a name right wherever it is read, and no two have the same one', async () => {
		const testApp = await makeTestApp();
		const admin = await administration(testApp);
		const [seat] = await seats(testApp, 1, 'Tafel Mustrestadt');
		const { number } = await putProposal(testApp, seat ?? (await testApp.person()), 'Ein Vorschlag');
		await organisations.create(admin, { id: newId(), name: 'Kirche' });
		const id = seat?.id ?? '';
		const form = { name: 'Tafel Musterstadt', seen: seenMark({ name: 'Tafel Mustrestadt' }) };
		await organisations.rename(admin, id, form);
		expect(await proposals.byNumber(testApp.as(null), number)).toMatchObject({ authorName: 'Tafel Musterstadt' });
		await expect(organisations.rename(admin, id, { name: 'kirche ' })).rejects.toMatchObject({
			reason: 'organisationKnown'
		});
		await expect(organisations.rename(admin, id, { name: 'Anders', seen: form.seen })).rejects.toThrow(Stale);
		await expect(organisations.rename(testApp.as(seat ?? null), id, form)).rejects.toMatchObject({
			reason: 'roleMissing'
		});
	});

	it('makes one of two that are the same: each has one position, support and name after that', async () => {
		const testApp = await makeTestApp();
		const admin = await administration(testApp);
		const point = await publishedPoint(testApp);
		const [right] = await seats(testApp, 1, 'Tafel Musterstadt');
		const [typo] = await seats(testApp, 1, 'Tafel Mustrestadt');
		if (!right || !typo) throw new Error('two');
		const { number } = await putProposal(testApp, await testApp.person('affected'), 'Ein Vorschlag');
		for (const seat of [right, typo]) await proposals.support(testApp.as(seat), number, true);
		await votes.castVote(testApp.as(right), point.number, 'agree');
		testApp.at('2027-05-11T09:00:00.000Z');
		await votes.castVote(testApp.as(typo), point.number, 'disagree');
		await organisations.merge(admin, typo.id, right.id);
		const said = (await votes.positionsOn(testApp.as(null), [point.id])).get(point.id) ?? [];
		expect(said.flatMap(({ positions }) => positions)).toMatchObject([
			{ organisation: 'Tafel Musterstadt', choice: 'disagree' }
		]);
		const supported = await proposals.byNumber(testApp.as(null), number);
		expect(supported.supportCount).toBe(0);
		expect(await supporting(testApp.as(null), 'proposal', supported.id)).toEqual(['Tafel Musterstadt']);
		expect(await people.byId(testApp.as(null), typo.seatId ?? '')).toMatchObject({ id: right.id });
		expect(await organisations.all(admin)).toMatchObject([{ name: 'Tafel Musterstadt', seats: 2, positions: 1 }]);
	});

	it('changes nothing that was published: both spoke in a vote that is over, so they stay two', async () => {
		const testApp = await makeTestApp();
		const admin = await administration(testApp);
		const point = await publishedPoint(testApp);
		const [one] = await seats(testApp, 1, 'Eins');
		const [two] = await seats(testApp, 1, 'Zwei');
		for (const seat of [one, two]) await votes.castVote(testApp.as(seat ?? null), point.number, 'agree');
		testApp.at('2027-06-02T09:00:00.000Z');
		const late = organisations.merge(testApp.as(admin.person), one?.id ?? '', two?.id ?? '');
		await expect(late).rejects.toMatchObject({ reason: 'organisationsBothSpoke' });
	});
});

describe('everybody', () => {
	it('reads who speaks openly, by name, and what they say', async () => {
		const testApp = await makeTestApp();
		const point = await publishedPoint(testApp);
		expect((await organisations.list(testApp.as(null), null)).organisations).toEqual([]);
		const [seat] = await seats(testApp, 2, 'Mieterverband');
		await seats(testApp, 1, 'Schweigt noch');
		await votes.castVote(testApp.as(seat ?? null), point.number, 'disagree');
		const { organisations: listed } = await organisations.list(testApp.as(null), null);
		expect(listed).toMatchObject([{ name: 'Mieterverband', positions: 1, contributions: 0 }]);
		const page = await organisations.page(testApp.as(null), seat?.id ?? '');
		expect(page).toMatchObject({ name: 'Mieterverband', positions: [{ number: point.number, choice: 'disagree' }] });
		await expect(organisations.page(testApp.as(null), newId())).rejects.toThrow('organisation not found');
	});
});
