import { describe, expect, it } from 'vitest';
import type { Person } from '#lib/people/person.ts';
import { together } from '#lib/server/db/together.ts';
import { newId } from '#lib/server/ids.ts';
import { Refused, Stale } from '#lib/verdict.ts';
import { makeTown, type Town } from '../../../tests/support/town.ts';
import { isApprovedByAnother, stateOf, type ApprovalKind, type ApprovalSubject } from './approval.ts';
import * as approvals from './approvals.server.ts';

const state = stateOf({ text: 'So soll es heißen.', numbers: 7 });

async function scene(kind: ApprovalKind = 'call') {
	const town = await makeTown();
	const [anna, berta] = [await account(town, 'anna'), await account(town, 'berta')];
	const { consultationId } = town;
	const subject = { kind, id: newId(), consultationId, number: 4, title: 'Aufruf', path: '/werkstatt/aufrufe/4' };
	const standing = (person: Person | null = berta) => approvals.standing(town.as(person), subject, state);
	return { town, anna, berta, subject, standing };
}

async function account(town: Town, name: string): Promise<Person> {
	const person = await town.person('none', { roles: ['publisher'] });
	const row = { personId: person.id, email: `${name}@amt.example`, passwordHash: '-', createdAt: town.now };
	await together(town.as(null), ({ db }) => db.insertInto('accounts').values(row).execute());
	return person;
}

const give = (town: Town, person: Person, subject: ApprovalSubject) =>
	approvals.give(town.as(person), subject, state, state.digest);

/** A minute later. */
const later = (town: Town, minutes = 1) => town.at(new Date(Date.parse(town.now) + minutes * 60_000).toISOString());

const setRole = (town: Town, { id }: Person, given: boolean) =>
	together(town.as(null), async ({ db }) => {
		if (given) await db.insertInto('roles').values({ personId: id, role: 'publisher', givenAt: town.now }).execute();
		else await db.deleteFrom('roles').where('personId', '=', id).execute();
	});

const block = (town: Town, { id }: Person, row: { blockedAt: string | null; unblockedAt?: string }) =>
	together(town.as(null), ({ db }) => db.updateTable('accounts').set(row).where('personId', '=', id).execute());

describe('an approval', () => {
	it('counts for another person, for exactly this state', async () => {
		const { town, anna, berta, subject, standing } = await scene();
		await give(town, anna, subject);
		expect((await standing()).given).toMatchObject([{ personId: anna.id, mine: false }]);
		expect((await standing(anna)).given).toMatchObject([{ mine: true }]);
		const other = stateOf({ text: 'So soll es heißen!', numbers: 7 });
		const { given, fallen } = await approvals.standing(town.as(berta), subject, other);
		expect(given).toEqual([]);
		expect(fallen).toMatchObject([{ because: 'changed', changed: ['text'] }]);
	});

	it('is not given to what was not read, nor by whom it is not for', async () => {
		const { town, anna, subject, standing } = await scene();
		const unread = approvals.give(town.as(anna), subject, state, stateOf({ text: 'Anders.' }).digest);
		await expect(unread).rejects.toThrow(Stale);
		const editor = await town.person('none', { roles: ['editor', 'admin'] });
		await expect(give(town, editor, subject)).rejects.toThrow(Refused);
		expect(await standing()).toMatchObject({ given: [], fallen: [] });
	});

	it('of one thing is not one of another kind with the same id', async () => {
		const { town, anna, berta, subject } = await scene();
		await give(town, anna, subject);
		const report = { ...subject, kind: 'report' } as const;
		expect((await approvals.standing(town.as(berta), report, state)).given).toEqual([]);
	});

	it('given twice, even at once, is told once', async () => {
		const { town, anna, subject } = await scene();
		await Promise.all([1, 2, 3].map(() => give(town, anna, subject)));
		const told = await town.house.reader
			.selectFrom('journal')
			.select('verb')
			.where('subjectId', '=', subject.id)
			.execute();
		expect(told).toEqual([{ verb: 'call.approved' }]);
		const mails = await town.house.reader.selectFrom('outbox').select(['recipient', 'subject']).execute();
		expect(mails).toEqual([{ recipient: 'berta@amt.example', subject: 'Projektaufruf 4 kann veröffentlicht werden' }]);
	});

	it('can be taken back', async () => {
		const { town, anna, subject, standing } = await scene();
		await give(town, anna, subject);
		await approvals.takeBack(town.as(anna), subject);
		await approvals.takeBack(town.as(anna), subject);
		expect(await standing()).toMatchObject({ given: [], fallen: [] });
	});

	it('counts no more once the role is taken, and does not come back with it', async () => {
		const { town, anna, subject, standing } = await scene();
		await give(town, anna, subject);
		later(town);
		await setRole(town, anna, false);
		expect(await standing()).toMatchObject({ given: [], fallen: [{ because: 'role' }] });
		later(town);
		await setRole(town, anna, true);
		expect(await standing()).toMatchObject({ given: [], fallen: [{ because: 'role' }] });
		later(town);
		await give(town, anna, subject);
		expect((await standing()).given).toHaveLength(1);
	});

	it('counts no more once the account is blocked, and does not come back with it', async () => {
		const { town, anna, subject, standing } = await scene();
		await give(town, anna, subject);
		later(town);
		await block(town, anna, { blockedAt: town.now });
		expect(await standing()).toMatchObject({ given: [], fallen: [{ because: 'role' }], others: 0 });
		await block(town, anna, { blockedAt: null, unblockedAt: town.now });
		expect(await standing()).toMatchObject({ given: [], others: 1 });
		later(town);
		await give(town, anna, subject);
		expect((await standing()).given).toHaveLength(1);
	});

	it('is asked for by mail once for each state, of nobody who is blocked', async () => {
		const { town, anna, berta, subject } = await scene();
		await block(town, berta, { blockedAt: town.now });
		const editor = await town.person('none', { roles: ['editor'] });
		for (const now of [state, state, stateOf({ text: 'Neu.' })]) {
			later(town);
			await approvals.ask(town.as(editor), subject, now);
		}
		const mails = await town.house.reader.selectFrom('outbox').select('recipient').execute();
		expect(mails).toEqual([{ recipient: 'anna@amt.example' }, { recipient: 'anna@amt.example' }]);
		expect((await approvals.standing(town.as(anna), subject, state)).askedAt).toBeNull();
	});

	it('of a phase may be an admin’s', async () => {
		const { town, berta, subject } = await scene('phase');
		const admin = await town.person('none', { roles: ['admin'] });
		await give(town, admin, subject);
		const { given } = await approvals.standing(town.as(berta), subject, state);
		const verdict = isApprovedByAnother(
			berta,
			given.map((one) => one.personId)
		);
		expect(verdict.ok).toBe(true);
	});
});
