import { describe, expect, it } from 'vitest';
import { tidyCode } from '#lib/people/cards/cardCode.ts';
import * as places from '#lib/people/places/places.server.ts';
import * as meetings from '#lib/recording/meetings/meetings.server.ts';
import { newId } from '#lib/server/ids.ts';
import { contribute } from '../../../tests/support/strategy/strategy.ts';
import { makeTestApp } from '../../../tests/support/machine/testApp.ts';
import { NotFound, Stale } from '../verdict.ts';
import { euros } from './euros.ts';
import { BookForm, tookPart } from './thanks.ts';
import * as thanks from './thanks.server.ts';

async function scene() {
	const testApp = await makeTestApp();
	const admin = testApp.as(await testApp.person('none', { roles: ['admin'] }));
	const person = await testApp.person('none', { roles: ['helper'] });
	const place = newId();
	await places.create(admin, { id: place, name: 'Tagestreff', code: 'TAG' });
	await places.join(admin, place, person.id);
	await thanks.grant(admin, { id: newId(), budgetOf: place, granted: 20_00 });
	const resident = await testApp.person();
	await contribute(testApp, resident);
	const [occasion] = await thanks.occasions(testApp.as(resident));
	const { code } = await thanks.receipt(testApp.as(resident), { occasion: occasion?.key ?? '', word: '' });
	const helper = testApp.as(person);
	const form = { id: newId(), place, code: tidyCode(code), purpose: 'travel', amount: 7_85 } as const;
	return { testApp, admin, helper, place, occasion, resident, form };
}

const phase = { beginsAt: '2027-05-01T00:00:00.000Z', endsAt: '2027-06-01T00:00:00.000Z' };

it.each([
	['wrote in it', ['propose', 'vote'], '2027-04-01', ['2027-05-10'], true],
	['wrote before it', ['propose', 'vote'], '2027-04-01', ['2027-04-10'], false],
	['came in it and did nothing', ['propose', 'vote'], '2027-05-10', [], false],
	['came for the first time while people only voted', ['vote'], '2027-05-10', [], true],
	['came after people only voted', ['vote'], '2027-06-10', [], false]
] as const)('whoever %s: thanked for a phase or not', (_, actions, since, acts, thanked) => {
	const part = { since: `${since}T12:00:00.000Z`, acts: acts.map((day) => `${day}T12:00:00.000Z`) };
	expect(tookPart({ ...phase, actions: [...actions] }, part)).toBe(thanked);
});

describe('a thank-you without a name', () => {
	it('is handed out once for a code, also at the same moment, and settled to the cent', async () => {
		const { helper, form, admin } = await scene();
		const other = () => thanks.book(helper, { ...form, id: newId() });
		const four = await Promise.allSettled([1, 2, 3, 4].map(other));
		expect(four.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
		const facts = { place: 'Tagestreff', month: 'Mai 2027' };
		await expect(other()).rejects.toMatchObject({ reason: 'thanksUsed', facts });
		expect(await thanks.desk(admin)).toMatchObject({
			places: [{ left: 12_15 }],
			settled: [{ month: '2027-05', cents: 7_85, count: 1 }]
		});
	});

	it('pressed twice, also at the same moment, is booked once and said to be, and nothing else with that form is', async () => {
		const { helper, form, admin } = await scene();
		const told = await Promise.all([1, 2, 3].map(() => thanks.book(helper, form)));
		expect(told.sort()).toEqual(['booked', 'known', 'known']);
		expect(await thanks.book(helper, form)).toBe('known');
		expect(await thanks.desk(admin)).toMatchObject({ places: [{ left: 12_15 }], settled: [{ count: 1 }] });
		for (const other of [{ amount: 8_00 }, { purpose: 'voucher' }] as const)
			await expect(thanks.book(helper, { ...form, ...other })).rejects.toMatchObject({ reason: 'thanksUsed' });
	});

	it('leaves no row that says who, for what or on which day', async () => {
		const { testApp, helper, form, resident, occasion } = await scene();
		await thanks.book(helper, form);
		const rows = await testApp.app.reader.selectFrom('thanksPayments').selectAll().execute();
		expect(Object.keys(rows[0] ?? {}).sort()).toEqual(['cents', 'form', 'month', 'placeId', 'purpose', 'receipt']);
		const journal = await testApp.app.reader.selectFrom('journal').selectAll().execute();
		const all = JSON.stringify([rows, journal]);
		for (const secret of [
			form.code,
			form.id,
			resident.id,
			occasion?.key.split(' ')[1] ?? 'x',
			testApp.now.slice(0, 10)
		])
			expect(JSON.stringify(rows)).not.toContain(secret);
		expect(all).not.toContain(form.code);
	});

	it('needs a code of ours, a place of one’s own, and money that is there', async () => {
		const { testApp, helper, form, occasion } = await scene();
		const wrong = form.code.startsWith('A') ? 'C' : 'A';
		await expect(thanks.book(helper, { ...form, code: wrong + form.code.slice(1) })).rejects.toMatchObject({
			reason: 'thanksCodeUnknown'
		});
		await expect(thanks.book(helper, { ...form, amount: 20_01 })).rejects.toMatchObject({
			reason: 'budgetSpent',
			facts: { left: '20,00 €' }
		});
		const stranger = testApp.as(await testApp.person('none', { roles: ['helper'] }));
		await expect(thanks.book(stranger, form)).rejects.toMatchObject({ reason: 'placeNotYours' });
		await expect(thanks.receipt(stranger, { occasion: occasion?.key ?? '', word: '' })).rejects.toMatchObject({
			reason: 'staffTakesNoPart'
		});
		const seat = await testApp.person('practice', { organisation: 'Tafel' });
		await expect(thanks.receipt(testApp.as(seat), { occasion: occasion?.key ?? '', word: '' })).rejects.toMatchObject({
			reason: 'thanksForPeople'
		});
		testApp.at('2028-01-01T00:00:00.000Z');
		const later = testApp.as(helper.person);
		await expect(thanks.book(later, form)).rejects.toMatchObject({ reason: 'thanksCodeUnknown' });
	});

	it('is not for whoever only came: it takes a text or a support in that phase', async () => {
		const { testApp, occasion } = await scene();
		const idle = testApp.as(await testApp.person());
		expect(await thanks.occasions(idle)).toEqual([]);
		const asked = { occasion: occasion?.key ?? '', word: '' };
		await expect(thanks.receipt(idle, asked)).rejects.toThrow(NotFound);
	});

	it('is for a meeting with the word that was told there, and not for one from before the card', async () => {
		const { testApp, helper, place, admin } = await scene();
		const form = { id: newId(), title: 'Frühstück', begins: '09:30', ends: '11:00', place: 'Hof' };
		const needs = { audience: '', access: '', childcare: '', languages: '', travel: '', seen: undefined };
		await meetings.plan(admin, testApp.consultationId, { ...form, ...needs, date: '2027-05-20' });
		const guest = await testApp.person();
		expect(await thanks.meetingWords(helper)).toEqual([]);
		testApp.at('2027-05-21T12:00:00.000Z');
		const [told] = await thanks.meetingWords(testApp.as(helper.person));
		const late = testApp.as(await testApp.person());
		expect(await thanks.occasions(late)).toEqual([]);
		const asked = { occasion: `meeting ${form.id}`, word: '' };
		await expect(thanks.receipt(testApp.as(guest), asked)).rejects.toMatchObject({ reason: 'meetingWordWrong' });
		await expect(thanks.meetingWords(testApp.as(guest))).rejects.toMatchObject({ reason: 'roleMissing' });
		const { code } = await thanks.receipt(testApp.as(guest), { ...asked, word: told?.word ?? '' });
		await thanks.book(testApp.as(helper.person), {
			id: newId(),
			place,
			code: tidyCode(code),
			purpose: 'travel',
			amount: 5_00
		});
	});

	it('has a highest sum that the administration sets', async () => {
		const { testApp, admin, helper, form, place } = await scene();
		await thanks.grant(admin, { id: newId(), budgetOf: place, granted: 900_00 });
		const tooMuch = { reason: 'thanksTooMuch', facts: { most: '50,00 €' } };
		await expect(thanks.book(helper, { ...form, amount: 50_01 })).rejects.toMatchObject(tooMuch);
		await expect(thanks.setLimit(helper, { limit: 900_00 })).rejects.toMatchObject({ reason: 'roleMissing' });
		await thanks.setLimit(admin, { limit: 60_00 });
		await expect(thanks.setLimit(admin, { limit: 70_00, seen: 'old' })).rejects.toThrow(Stale);
		await thanks.book(helper, { ...form, amount: 50_01 });
		expect((await thanks.desk(testApp.as(admin.person))).limit).toBe(60_00);
	});

	it('is booked by somebody of the team whose name, day and sum stand in the journal, without hour and receipt', async () => {
		const { testApp, helper, form, place } = await scene();
		await thanks.book(helper, form);
		const rows = await testApp.app.reader
			.selectFrom('journal')
			.select(['actorId', 'at', 'subjectId', 'details'])
			.where('verb', '=', 'thanks.booked')
			.execute();
		const details = JSON.stringify({ name: 'Tagestreff', cents: 7_85 });
		const at = `${testApp.now.slice(0, 10)}T00:00:00.000Z`;
		expect(rows).toEqual([{ actorId: helper.person?.id, at, subjectId: place, details }]);
	});

	it('is the same code for the same person, and another for everybody else', async () => {
		const { testApp, resident, occasion, form } = await scene();
		const of = async (person: typeof resident) =>
			tidyCode((await thanks.receipt(testApp.as(person), { occasion: occasion?.key ?? '', word: '' })).code);
		expect(await of(resident)).toBe(form.code);
		const other = await testApp.person();
		await contribute(testApp, other);
		expect(await of(other)).not.toBe(form.code);
	});

	it.each([
		['12,50', 12_50],
		['7', 7_00],
		['0,01', 1],
		['1000.00', 1_000_00],
		['0', null],
		['-5', null],
		['12,5', null],
		['1000,01', null]
	])('%s is so many cents: %s', (amount, cents) => {
		const read = BookForm.shape.amount.safeParse(amount);
		expect(read.success ? read.data : null).toBe(cents);
	});

	it('is written as money is', () => {
		expect([0, 5, 1_234_567_89, -150].map(euros)).toEqual(['0,00 €', '0,05 €', '1.234.567,89 €', '−1,50 €']);
	});
});
