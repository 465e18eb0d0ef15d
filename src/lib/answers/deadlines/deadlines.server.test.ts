import { describe, expect, it } from 'vitest';
import * as consultations from '#lib/consultations/consultations.server.ts';
import { putProposal } from '../../../../tests/support/editions/published.ts';
import { eventful } from '../../../../tests/support/eventful.ts';
import { makeTestApp, type TestApp } from '../../../../tests/support/machine/testApp.ts';
import { transaction } from '#lib/server/db/transaction.ts';
import { found } from '#lib/verdict.ts';
import * as answers from '../answers.server.ts';

/** A phase of July in which somebody affected has sent something. Returns its id. */
async function callForAffected(testApp: TestApp): Promise<string> {
	const own = { propose: ['affected'] };
	await testApp.phase('call', '2027-07-01T00:00:00.000Z', '2027-07-10T00:00:00.000Z', ['propose'], own);
	testApp.at('2027-07-05T12:00:00.000Z');
	await putProposal(testApp, await testApp.person('affected'));
	const { phases } = await consultations.current(testApp.as(null));
	return found(
		phases.find(({ slug }) => slug === 'call'),
		'phase'
	).id;
}

describe('what was promised', () => {
	it('counts of each phase what was written in it and is public, and what of it is decided', async () => {
		const testApp = await eventful();
		const ctx = testApp.as(null);
		const { phases, ...consultation } = await consultations.current(ctx);
		const told = await answers.deadlines(ctx, { ...consultation, phases });
		const rows = await ctx.db.selectFrom('proposals').selectAll().execute();
		const expected = phases
			.filter(({ actions, beginsAt }) => actions.includes('propose') && beginsAt <= ctx.now)
			.map(({ title, beginsAt, endsAt }) => {
				const own = rows
					.filter(({ submittedAt }) => submittedAt !== null && submittedAt >= beginsAt && submittedAt < endsAt)
					.filter(
						({ publishedAt, hiddenAt, withdrawnAt, origin }) => publishedAt && !hiddenAt && !withdrawnAt && !origin
					);
				const answered = own.filter(({ publishedAnswer }) => publishedAnswer !== null && publishedAnswer !== 'open');
				return [title, own.length, answered.length];
			});
		expect(told.map(({ phase, received, answered }) => [phase, received, answered])).toEqual(expected);
		expect(told.some(({ received, answered }) => received > answered && answered > 0)).toBe(true);
	});

	it('is overdue the day after, in the phase in which it was written', async () => {
		const testApp = await makeTestApp();
		await callForAffected(testApp);
		testApp.at('2027-09-04T12:00:00.000Z');
		const told = await answers.deadlines(testApp.as(null), await consultations.current(testApp.as(null)));
		expect(told.map(({ phase, answerBy, received, state }) => [phase, answerBy, received, state])).toEqual([
			['Entwurf', '2027-07-27', 0, 'kept'],
			['Projektaufruf', '2027-09-04', 1, 'due']
		]);
		testApp.at('2027-09-05T12:00:00.000Z');
		const later = await answers.deadlines(testApp.as(null), await consultations.current(testApp.as(null)));
		expect(later.map(({ state }) => state)).toEqual(['kept', 'overdue']);
	});

	it('stays what it was when it was sent, whatever somebody makes of the phase afterwards', async () => {
		const testApp = await makeTestApp();
		const phaseId = await callForAffected(testApp);
		testApp.at('2027-09-10T12:00:00.000Z');
		const overdue = ['Projektaufruf', '2027-09-04', 1, 'overdue'];
		const row = async () =>
			(await answers.deadlines(testApp.as(null), await consultations.current(testApp.as(null))))
				.map(({ phase, answerBy, received, state }) => [phase, answerBy, received, state])
				.filter(([phase]) => phase === 'Projektaufruf');
		const put = (values: object) =>
			transaction(testApp.as(null), async ({ db }) => {
				await db.updateTable('phases').set(values).where('id', '=', phaseId).execute();
			});
		expect(await row()).toEqual([overdue]);
		await put({ answerBy: '2030-01-01' });
		expect(await row()).toEqual([overdue]);
		await put({ endsAt: '2027-07-02T00:00:00.000Z' });
		expect(await row()).toEqual([overdue]);
		await put({ beginsAt: '2027-08-01T00:00:00.000Z', endsAt: '2027-12-01T00:00:00.000Z' });
		expect(await row()).toEqual([overdue]);
		await transaction(testApp.as(null), async ({ db }) => {
			await db.deleteFrom('phaseGroups').where('phaseId', '=', phaseId).execute();
			await db.deleteFrom('phaseActions').where('phaseId', '=', phaseId).execute();
		});
		expect(await row()).toEqual([overdue]);
	});

	it('is told apart where the same phase promised another day later', async () => {
		const testApp = await makeTestApp();
		const phaseId = await callForAffected(testApp);
		await transaction(testApp.as(null), async ({ db }) => {
			await db.updateTable('phases').set({ answerBy: '2027-12-24' }).where('id', '=', phaseId).execute();
		});
		await putProposal(testApp, await testApp.person('affected'));
		const told = await answers.deadlines(testApp.as(null), await consultations.current(testApp.as(null)));
		expect(
			told.filter(({ phase }) => phase === 'Projektaufruf').map(({ answerBy, received }) => [answerBy, received])
		).toEqual([
			['2027-09-04', 1],
			['2027-12-24', 1]
		]);
	});

	it('is nothing as long as nobody could write', async () => {
		const testApp = await makeTestApp();
		testApp.at('2027-04-01T12:00:00.000Z');
		expect(await answers.deadlines(testApp.as(null), await consultations.current(testApp.as(null)))).toEqual([]);
	});
});
