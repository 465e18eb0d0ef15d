import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { digestOf } from '#lib/canonical.ts';
import type { Person } from '#lib/people/person.ts';
import * as privacy from '#lib/privacy/privacy.server.ts';
import { eraseTraces } from '#lib/server/db/eraseTraces.ts';
import { newId } from '#lib/server/ids.ts';
import { makeTestApp, type TestApp } from '../../../tests/support/machine/testApp.ts';
import { rawBytes, withoutOldLog } from '../../../tests/support/traces.ts';
import { EvaluationForm, SheetForm } from './evaluation.ts';
import * as evaluations from './evaluations.server.ts';

/** The one phase of the town ends on the first of June. */
const AFTER = '2027-06-02T10:00:00.000Z';
const OVER = '2027-06-29T00:00:00.000Z';
const GOOD = { informed: 'yes', heard: 'yes', fair: 'yes', easy: 'yes', again: 'yes' };

const say = (testApp: TestApp, person: Person | null, said: Partial<typeof GOOD> = {}) =>
	evaluations.say(testApp.as(person), 'draft', EvaluationForm.parse({ ...GOOD, ...said }));
const rows = ({ app }: TestApp) => app.reader.selectFrom('evaluations').selectAll().execute();
const mine = async (testApp: TestApp, person: Person) =>
	(await evaluations.openOnes(testApp.as(person)))[0]?.mine ?? null;

async function crowd(size: number) {
	const testApp = await makeTestApp();
	const people = await Promise.all(Array.from({ length: size }, () => testApp.person()));
	testApp.at(AFTER);
	return { testApp, people };
}

describe('after a phase', () => {
	it('a resident says how it was, changes it, and takes it back', async () => {
		const { testApp, people } = await crowd(1);
		const [person] = people;
		if (!person) throw new Error('nobody lives here');
		await say(testApp, person);
		await say(testApp, person, { heard: 'no' });
		expect(await mine(testApp, person)).toMatchObject({ heard: 'no' });
		expect(await rows(testApp)).toHaveLength(1);
		expect(await evaluations.countWaiting(testApp.as(person))).toBe(0);
		await evaluations.takeBack(testApp.as(person), 'draft');
		await evaluations.takeBack(testApp.as(person), 'draft');
		expect(await rows(testApp)).toEqual([]);
		expect(await evaluations.countWaiting(testApp.as(person))).toBe(1);
		const journal = await testApp.app.reader
			.selectFrom('journal')
			.select('verb')
			.where('verb', 'like', 'evaluation%')
			.execute();
		expect(journal).toEqual([]);
	});

	it('nobody else does: before its end, without a card, for an organisation, or come too late', async () => {
		const testApp = await makeTestApp();
		const person = await testApp.person();
		const tafel = await testApp.person('none', { organisation: 'Tafel' });
		await expect(say(testApp, person)).rejects.toMatchObject({ reason: 'evaluationBefore' });
		testApp.at(AFTER);
		await expect(say(testApp, null)).rejects.toMatchObject({ reason: 'signInFirst' });
		await expect(say(testApp, tafel)).rejects.toMatchObject({ reason: 'evaluationPersons' });
		await expect(say(testApp, await testApp.person())).rejects.toMatchObject({ reason: 'evaluationLater' });
		await expect(evaluations.say(testApp.as(person), 'nirgends', EvaluationForm.parse(GOOD))).rejects.toThrow('phase');
		testApp.at(OVER);
		await expect(say(testApp, person)).rejects.toMatchObject({ reason: 'evaluationOver' });
	});

	it('a helper types in a sheet of paper, once however often it is sent, and only her own', async () => {
		const { testApp } = await crowd(0);
		const helper = await testApp.person('none', { roles: ['helper'] });
		const form = SheetForm.parse({ ...GOOD, id: newId(), phase: 'draft', group: 'practice' });
		await evaluations.recordSheet(testApp.as(helper), form);
		await evaluations.recordSheet(testApp.as(helper), { ...form, heard: 'no' });
		expect(await rows(testApp)).toMatchObject([{ group: 'practice', heard: 'no', personId: null }]);
		expect(await evaluations.recordable(testApp.as(helper))).toMatchObject([{ slug: 'draft', mine: 1 }]);
		const other = await testApp.person('none', { roles: ['helper'] });
		await expect(evaluations.recordSheet(testApp.as(other), form)).rejects.toMatchObject({
			reason: 'notYourRecording'
		});
		await expect(evaluations.recordSheet(testApp.as(await testApp.person()), form)).rejects.toMatchObject({
			reason: 'roleMissing'
		});
	});
});

describe('once nobody is asked any more', () => {
	it('the sums are frozen and told, and nothing says any more who said what', async () => {
		const { testApp, people } = await crowd(12);
		await evaluations.turn(testApp.as(null));
		for (const [place, person] of people.entries()) await say(testApp, person, { heard: place < 6 ? 'no' : 'yes' });
		expect(await evaluations.turn(testApp.as(null))).toBe(0);
		expect(await evaluations.published(testApp.as(null))).toEqual([]);
		testApp.at(OVER);
		expect(await evaluations.turn(testApp.as(null))).toBe(1);
		expect(await evaluations.turn(testApp.as(null))).toBe(0);
		const [told] = await evaluations.published(testApp.as(null));
		const heard = told?.result.questions.find(({ question }) => question === 'heard');
		expect(heard?.rows[0]).toMatchObject({ group: 'affected', n: 12, yes: 6, no: 6 });
		expect(told?.result).toMatchObject({ phase: 'draft', until: '2027-06-29' });
		expect(digestOf(told?.frozen ?? '')).toBe(told?.digest);
		expect(await rows(testApp)).toEqual([]);
		const entry = await testApp.app.reader
			.selectFrom('journal')
			.select('details')
			.where('verb', '=', 'evaluations.published')
			.execute();
		expect(entry).toHaveLength(1);
	});

	it('no file and no log holds what somebody said, nor under which number, once a night has passed', async () => {
		const { testApp, people } = await crowd(9);
		const since = await withoutOldLog(testApp);
		for (const person of people) await say(testApp, person);
		await say(testApp, people[0] ?? null, { fair: 'no' });
		const ids = (await rows(testApp)).map(({ id }) => id);
		const left = async () => {
			const raw = await rawBytes(testApp, since);
			return ids.filter((id) => raw.includes(id));
		};
		if (testApp.app.kind === 'postgres') await sql`checkpoint`.execute(testApp.app.writer);
		expect(await left()).toEqual(ids);
		testApp.at(OVER);
		await evaluations.turn(testApp.as(null));
		if (testApp.app.kind === 'postgres')
			await sql`select pg_stat_force_next_flush(), pg_sleep(1.2)`.execute(testApp.app.writer);
		await eraseTraces(testApp.app, 'sweep');
		expect(await left()).toEqual([]);
	});

	it('is told of a phase that nobody judged, too; of phases from before people were asked nothing', async () => {
		const { testApp } = await crowd(0);
		await evaluations.turn(testApp.as(null));
		testApp.at(OVER);
		await evaluations.turn(testApp.as(null));
		expect(await evaluations.published(testApp.as(null))).toHaveLength(1);
		const late = await makeTestApp();
		late.at(OVER);
		expect(await evaluations.turn(late.as(null))).toBe(0);
		expect(await evaluations.published(late.as(null))).toEqual([]);
	});
});

it('whoever leaves takes along what she said while it still can be told, and reads it before', async () => {
	const { testApp, people } = await crowd(1);
	const [person] = people;
	if (!person) throw new Error('nobody lives here');
	await say(testApp, person);
	expect((await privacy.ownData(testApp.as(person))).evaluations).toEqual([{ phase: 'Entwurf', ...GOOD }]);
	await privacy.closeOwnAccount(testApp.as(person), 'unlink');
	expect(await rows(testApp)).toEqual([]);
});
