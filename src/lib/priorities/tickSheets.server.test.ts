import { describe, expect, it } from 'vitest';
import { tidyCode } from '#lib/people/cards/cardCode.ts';
import * as people from '#lib/people/people.server.ts';
import { transaction } from '#lib/server/db/transaction.ts';
import { newId } from '#lib/server/ids.ts';
import * as votes from '#lib/votes/votes.server.ts';
import { declarePublished, draft } from '../../../tests/support/strategy/drafted.ts';
import { makeTestApp, type TestApp } from '../../../tests/support/machine/testApp.ts';
import { RoundForm, TicksForm, TickSheetForm } from './priority.ts';
import * as priorities from './priorities.server.ts';

const SLUG = 'draft';
const ENDED = '2027-06-01T01:00:00.000Z';
const SEALED = '2027-06-02T00:00:00.000Z';

/** A phase in which four measures can be ticked, and a helper. */
async function desk() {
	const testApp = await makeTestApp();
	const version = await draft(testApp, [{}]);
	await transaction(testApp.as(null), async ({ db }) => {
		for (const place of [1, 2, 3, 4]) {
			const text = { text: `Maßnahme ${place}`, responsible: 'Land', competence: 'land' };
			const id = newId(Date.parse(testApp.now) + place);
			const pointId = version.points[0]?.id ?? '';
			await db
				.insertInto('measures')
				.values({ versionId: version.id, id, pointId, ...text })
				.execute();
		}
	});
	await declarePublished(testApp, version);
	const editor = testApp.as(await testApp.person('none', { roles: ['editor'] }));
	await priorities.startRound(editor, SLUG);
	const classes = [1, 2, 3, 4].map((place) => [`class-${place}`, 'small']);
	const costs = { revision: '1', budget: '2', small: '1', medium: '3', large: '10', ...Object.fromEntries(classes) };
	await priorities.saveCosts(editor, SLUG, RoundForm.parse(costs));
	return { testApp, helper: await testApp.person('none', { roles: ['helper'] }) };
}

const sheet = (ticks: readonly number[], more: Record<string, string> = {}) =>
	TickSheetForm.parse({
		...{ id: newId(), revision: '2', ticks: ticks.map(String), consent: 'yes' },
		...{ channel: 'paper', date: '2027-05-09', place: 'Tagestreff', group: 'affected' },
		...more
	});

const rows = ({ app }: TestApp) => app.reader.selectFrom('ballots').selectAll().execute();
async function holder(testApp: TestApp, code: string | null) {
	return people.byId(testApp.as(null), await people.holderOf(testApp.as(null), tidyCode(code ?? '')));
}

describe('ticks a helper writes down for one person', () => {
	it('are that person’s ballot from the moment she comes in, and her own as soon as she ticks herself', async () => {
		const { testApp, helper } = await desk();
		const code = await priorities.recordTickSheet(testApp.as(helper), sheet([1, 2, 3]));
		expect((await rows(testApp)).map(({ marks }) => marks)).toEqual([expect.stringMatching(/^\d+T \d+T \d+T$/)]);
		const person = await holder(testApp, code);
		expect((await priorities.tickPanel(testApp.as(person))).mine).toEqual([1, 2, 3]);
		await priorities.castTicks(testApp.as(person), TicksForm.parse({ revision: '2', ticks: ['2', '3', '4'] }));
		expect((await rows(testApp)).map(({ marks }) => marks)).toEqual([expect.stringMatching(/^\d+t \d+t \d+t$/)]);
		const entries = await testApp.app.reader
			.selectFrom('journal')
			.select(['audience', 'details'])
			.where('verb', '=', 'votes.recorded')
			.execute();
		expect(entries).toEqual([{ audience: 'staff', details: '{"channel":"paper"}' }]);
	});

	it('sent again count once, changed they are changed, and a colleague’s sheet is not touched', async () => {
		const { testApp, helper } = await desk();
		const form = sheet([1, 2, 3]);
		const codes = [];
		for (const one of [form, form, { ...form, ticks: [2, 3, 4] }])
			codes.push(await priorities.recordTickSheet(testApp.as(helper), one));
		expect(codes.map((code) => code === null)).toEqual([false, true, true]);
		expect(await rows(testApp)).toHaveLength(1);
		const other = testApp.as(await testApp.person('none', { roles: ['helper'] }));
		await expect(priorities.recordTickSheet(other, form)).rejects.toMatchObject({ reason: 'notYourRecording' });
		const next = sheet([1, 2, 4], { former: form.id, same: 'yes' });
		expect(await priorities.recordTickSheet(testApp.as(helper), next)).toBeNull();
		expect(await rows(testApp)).toHaveLength(1);
	});

	it('go to whoever takes the card over; what she has ticked herself counts, whole and alone', async () => {
		const { testApp, helper } = await desk();
		const [her, other] = [await testApp.person(), await testApp.person()];
		await priorities.castTicks(testApp.as(her), TicksForm.parse({ revision: '2', ticks: ['2', '3', '4'] }));
		const first = await priorities.recordTickSheet(testApp.as(helper), sheet([1, 2, 3]));
		const second = await priorities.recordTickSheet(testApp.as(helper), sheet([1, 2, 3]));
		await votes.claimVotes(testApp.as(her), tidyCode(first ?? ''));
		await votes.claimVotes(testApp.as(other), tidyCode(second ?? ''));
		expect((await priorities.tickPanel(testApp.as(her))).mine).toEqual([2, 3, 4]);
		expect((await priorities.tickPanel(testApp.as(other))).mine).toEqual([1, 2, 3]);
		expect(await rows(testApp)).toHaveLength(2);
	});

	it('can be taken back through the helper', async () => {
		const { testApp, helper } = await desk();
		const form = sheet([1, 2, 3]);
		await priorities.recordTickSheet(testApp.as(helper), form);
		await votes.withdrawSheet(testApp.as(helper), form.id);
		expect(await rows(testApp)).toEqual([]);
		const again = priorities.recordTickSheet(testApp.as(helper), form);
		await expect(again).rejects.toMatchObject({ reason: 'sheetWithdrawn' });
	});

	it('are only for helpers, on measures there are, at costs that stand, while the phase runs', async () => {
		const { testApp, helper } = await desk();
		const because = (form: ReturnType<typeof sheet>, who = helper) =>
			priorities.recordTickSheet(testApp.as(who), form).then(
				() => 'saved',
				(problem: { reason?: string; name?: string }) => problem.reason ?? problem.name
			);
		expect(await because(sheet([1, 2, 3]), await testApp.person())).toBe('roleMissing');
		expect(await because(sheet([1, 2, 3]), await testApp.person('none', { roles: ['editor'] }))).toBe('roleMissing');
		expect(await because(sheet([1, 2, 17]))).toBe('NotFound');
		expect(await because(sheet([1, 2, 3], { revision: '1' }))).toBe('Stale');
		expect(await because(sheet([1, 2, 3], { date: '2027-05-11' }))).toBe('saidLater');
		expect(await because(sheet([1, 2, 3], { date: '2027-04-09' }))).toBe('saidEarlier');
		expect(TickSheetForm.safeParse({ ...sheet([1, 2, 3]), ticks: ['1', '2'] }).error?.issues).toMatchObject([
			{ message: 'ticksFew' }
		]);
		testApp.at(ENDED);
		expect(await because(sheet([1, 2, 3]))).toBe('phaseOver');
		expect(await rows(testApp)).toEqual([]);
	});

	it('are counted like all others, and when the phase is over nobody knows that they were written down', async () => {
		const { testApp, helper } = await desk();
		for (let n = 0; n < 6; n++) await priorities.recordTickSheet(testApp.as(helper), sheet([1, 2, 3]));
		testApp.at(SEALED);
		await votes.sealEnded(testApp.as(null));
		expect((await rows(testApp)).map(({ marks }) => marks).join(' ')).not.toMatch(/T/);
		await priorities.computeResults(testApp.as(null));
		const { result } = await priorities.resultOf(testApp.as(null), SLUG);
		expect(result.people.total).toBe(6);
		expect(result.outcomes?.people.rounds.map(({ number }) => number)).toEqual([1, 2]);
	});
});
