import { describe, expect, it } from 'vitest';
import type { Person } from '#lib/people/person.ts';
import { transaction } from '#lib/server/db/transaction.ts';
import { newId } from '#lib/server/ids.ts';
import { Refused, Stale } from '#lib/verdict.ts';
import { makeTestApp, type TestApp } from '../../../tests/support/machine/testApp.ts';
import { isApprovedByAnother, stateOf, type ApprovalKind, type ApprovalSubject } from './approval.ts';
import * as approvals from './approvals.server.ts';

const state = stateOf({ text: 'So soll es heißen.', numbers: 7 });

async function scene(kind: ApprovalKind = 'call') {
	const testApp = await makeTestApp();
	const [anna, berta] = [await account(testApp, 'anna'), await account(testApp, 'berta')];
	const { consultationId } = testApp;
	const subject = { kind, id: newId(), consultationId, number: 4, title: 'Aufruf', path: '/werkstatt/aufrufe/4' };
	const standing = (person: Person | null = berta) => approvals.standing(testApp.as(person), subject, state);
	return { testApp, anna, berta, subject, standing };
}

async function account(testApp: TestApp, name: string): Promise<Person> {
	const person = await testApp.person('none', { roles: ['publisher'] });
	const row = { personId: person.id, email: `${name}@amt.example`, passwordHash: '-', createdAt: testApp.now };
	await transaction(testApp.as(null), ({ db }) => db.insertInto('accounts').values(row).execute());
	return person;
}

const give = (testApp: TestApp, person: Person, subject: ApprovalSubject) =>
	approvals.give(testApp.as(person), subject, state, state.digest);

/** A minute later. */
const later = (testApp: TestApp, minutes = 1) =>
	testApp.at(new Date(Date.parse(testApp.now) + minutes * 60_000).toISOString());

const setRole = (testApp: TestApp, { id }: Person, given: boolean) =>
	transaction(testApp.as(null), async ({ db }) => {
		if (given) await db.insertInto('roles').values({ personId: id, role: 'publisher', givenAt: testApp.now }).execute();
		else await db.deleteFrom('roles').where('personId', '=', id).execute();
	});

const block = (testApp: TestApp, { id }: Person, row: { blockedAt: string | null; unblockedAt?: string }) =>
	transaction(testApp.as(null), ({ db }) => db.updateTable('accounts').set(row).where('personId', '=', id).execute());

describe('an approval', () => {
	it('counts for another person, for exactly this state', async () => {
		const { testApp, anna, berta, subject, standing } = await scene();
		await give(testApp, anna, subject);
		expect((await standing()).given).toMatchObject([{ personId: anna.id, mine: false }]);
		expect((await standing(anna)).given).toMatchObject([{ mine: true }]);
		const other = stateOf({ text: 'So soll es heißen!', numbers: 7 });
		const { given, fallen } = await approvals.standing(testApp.as(berta), subject, other);
		expect(given).toEqual([]);
		expect(fallen).toMatchObject([{ because: 'changed', changed: ['text'] }]);
	});

	it('is not given to what was not read, nor by whom it is not for', async () => {
		const { testApp, anna, subject, standing } = await scene();
		const unread = approvals.give(testApp.as(anna), subject, state, stateOf({ text: 'Anders.' }).digest);
		await expect(unread).rejects.toThrow(Stale);
		const editor = await testApp.person('none', { roles: ['editor', 'admin'] });
		await expect(give(testApp, editor, subject)).rejects.toThrow(Refused);
		expect(await standing()).toMatchObject({ given: [], fallen: [] });
	});

	it('of one thing is not one of another kind with the same id', async () => {
		const { testApp, anna, berta, subject } = await scene();
		await give(testApp, anna, subject);
		const report = { ...subject, kind: 'report' } as const;
		expect((await approvals.standing(testApp.as(berta), report, state)).given).toEqual([]);
	});

	it('given twice, even at once, is told once', async () => {
		const { testApp, anna, subject } = await scene();
		await Promise.all([1, 2, 3].map(() => give(testApp, anna, subject)));
		const told = await testApp.app.reader
			.selectFrom('journal')
			.select('verb')
			.where('subjectId', '=', subject.id)
			.execute();
		expect(told).toEqual([{ verb: 'call.approved' }]);
		const mails = await testApp.app.reader.selectFrom('outbox').select(['recipient', 'subject']).execute();
		expect(mails).toEqual([{ recipient: 'berta@amt.example', subject: 'Projektaufruf 4 kann veröffentlicht werden' }]);
	});

	it('can be taken back', async () => {
		const { testApp, anna, subject, standing } = await scene();
		await give(testApp, anna, subject);
		await approvals.takeBack(testApp.as(anna), subject);
		await approvals.takeBack(testApp.as(anna), subject);
		expect(await standing()).toMatchObject({ given: [], fallen: [] });
	});

	it('counts no more once the role is taken, and does not come back with it', async () => {
		const { testApp, anna, subject, standing } = await scene();
		await give(testApp, anna, subject);
		later(testApp);
		await setRole(testApp, anna, false);
		expect(await standing()).toMatchObject({ given: [], fallen: [{ because: 'role' }] });
		later(testApp);
		await setRole(testApp, anna, true);
		expect(await standing()).toMatchObject({ given: [], fallen: [{ because: 'role' }] });
		later(testApp);
		await give(testApp, anna, subject);
		expect((await standing()).given).toHaveLength(1);
	});

	it('counts no more once the account is blocked, and does not come back with it', async () => {
		const { testApp, anna, subject, standing } = await scene();
		await give(testApp, anna, subject);
		later(testApp);
		await block(testApp, anna, { blockedAt: testApp.now });
		expect(await standing()).toMatchObject({ given: [], fallen: [{ because: 'role' }], others: 0 });
		await block(testApp, anna, { blockedAt: null, unblockedAt: testApp.now });
		expect(await standing()).toMatchObject({ given: [], others: 1 });
		later(testApp);
		await give(testApp, anna, subject);
		expect((await standing()).given).toHaveLength(1);
	});

	it('is asked for by mail once for each state, of nobody who is blocked', async () => {
		const { testApp, anna, berta, subject } = await scene();
		await block(testApp, berta, { blockedAt: testApp.now });
		const editor = await testApp.person('none', { roles: ['editor'] });
		for (const now of [state, state, stateOf({ text: 'Neu.' })]) {
			later(testApp);
			await approvals.ask(testApp.as(editor), subject, now);
		}
		const mails = await testApp.app.reader.selectFrom('outbox').select('recipient').execute();
		expect(mails).toEqual([{ recipient: 'anna@amt.example' }, { recipient: 'anna@amt.example' }]);
		expect((await approvals.standing(testApp.as(anna), subject, state)).askedAt).toBeNull();
	});

	it('of a phase may be an admin’s', async () => {
		const { testApp, berta, subject } = await scene('phase');
		const admin = await testApp.person('none', { roles: ['admin'] });
		await give(testApp, admin, subject);
		const { given } = await approvals.standing(testApp.as(berta), subject, state);
		const verdict = isApprovedByAnother(
			berta,
			given.map((one) => one.personId)
		);
		expect(verdict.ok).toBe(true);
	});
});
