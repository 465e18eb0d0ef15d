import { describe, expect, it } from 'vitest';
import { Stale } from '#lib/verdict.ts';
import { ListQuery, mayPropose } from '#lib/proposals/proposal.ts';
import * as proposals from '#lib/proposals/proposals.server.ts';
import * as strategy from '#lib/strategy/strategy.server.ts';
import { twoVersions, verified } from '../../../tests/support/strategy/strategy.ts';
import { putProposal } from '../../../tests/support/editions/published.ts';
import { emptyTown } from '../../../tests/support/lively.ts';
import { makeTestApp, NOON, type TestApp } from '../../../tests/support/machine/testApp.ts';
import { ACTIONS } from './consultation.ts';
import * as consultations from './consultations.server.ts';
import { EXAMPLE, Plan } from './plan.ts';
import { NewPhaseForm } from './phases/phases.ts';

const { process } = consultations;

async function scene() {
	const testApp = await makeTestApp();
	const admin = await testApp.person('none', { roles: ['admin'] });
	return { testApp, ctx: () => testApp.as(admin), now: () => consultations.current(testApp.as(null)) };
}
const phase = (title: string, from: string, until: string, more: object = {}) =>
	NewPhaseForm.parse({ title, asks: '', answerBy: '', from, until, ...more });
const minutes = (testApp: TestApp, n: number) => testApp.at(new Date(Date.parse(NOON) + n * 60_000).toISOString());

describe('one installation', () => {
	it('carries one process: a second is refused, by the verb and by the database', async () => {
		const { testApp } = await scene();
		const second = consultations.establish(testApp.as(null), Plan.parse(EXAMPLE));
		await expect(second).rejects.toMatchObject({ reason: 'processThere', facts: { title: 'Strategie gegen Armut' } });
		const row = { id: 'x', slug: 'x', title: 'x', lead: '', position: 1, createdAt: NOON };
		const written = testApp.app.writer.insertInto('consultations').values(row).execute();
		await expect(written).rejects.toThrow(/unique/i);
		expect(await consultations.all(testApp.as(null))).toHaveLength(1);
	});

	it('without one gets it from an admin, and from nobody else', async () => {
		const testApp = await emptyTown(NOON);
		expect(await consultations.find(testApp.as(null))).toBeNull();
		await expect(consultations.current(testApp.as(null))).rejects.toMatchObject({ reason: 'noConsultation' });
		const publisher = testApp.as(await testApp.person('none', { roles: ['publisher'] }));
		const plan = Plan.parse(EXAMPLE);
		await expect(consultations.establishByAdmin(publisher, plan)).rejects.toThrow('roleMissing');
		const admin = testApp.as(await testApp.person('none', { roles: ['admin'] }));
		await consultations.establishByAdmin(admin, plan);
		const made = await consultations.current(testApp.as(null));
		expect(made).toMatchObject({
			title: EXAMPLE.title,
			changeable: EXAMPLE.changeable,
			questions: ['Was fehlt am meisten?']
		});
		expect(made.phases.map(({ title, answerBy }) => [title, answerBy])).toEqual([
			['Sammeln', '2027-05-31'],
			['Entwurf', null]
		]);
	});
});

describe('the process', () => {
	it('is changed by admins only, and not over what somebody else has written', async () => {
		const { testApp, ctx, now } = await scene();
		const words = { title: 'Strategie für alle', lead: 'x', changeable: 'Alles.', settled: '' };
		for (const roles of [['publisher'], ['editor']] as const) {
			const other = testApp.as(await testApp.person('none', { roles }));
			await expect(process.changeWords(other, words)).rejects.toThrow('roleMissing');
			await expect(process.removePhase(other, testApp.phaseId)).rejects.toThrow('roleMissing');
		}
		await expect(process.changeWords(ctx(), { ...words, seen: 'old' })).rejects.toThrow(Stale);
		await process.changeWords(ctx(), words);
		expect(await now()).toMatchObject(words);
		const [edit] = await consultations.history(ctx());
		await consultations.undo(ctx(), edit?.id ?? '');
		expect(await now()).toMatchObject({ title: 'Strategie gegen Armut', changeable: '' });
		await expect(consultations.undo(ctx(), edit?.id ?? '')).rejects.toMatchObject({ reason: 'editOutdated' });
	});

	it('gets fields, renames, moves, ends and removes them, and each step is undone', async () => {
		const { testApp, ctx, now } = await scene();
		const titles = async () => (await now()).fields.map(({ title }) => title);
		await process.addField(ctx(), { title: 'Gesundheit', lead: 'Gut leben.' });
		const added = (await now()).fields.at(-1);
		expect(added).toMatchObject({ slug: 'gesundheit', lead: 'Gut leben.' });
		minutes(testApp, 1);
		await process.move(ctx(), 'fields', added?.id ?? '', 'up');
		minutes(testApp, 2);
		await process.changeField(ctx(), testApp.fieldIds[0], { title: 'Wohnungen', lead: '' });
		minutes(testApp, 3);
		await process.endField(ctx(), testApp.fieldIds[1], true);
		minutes(testApp, 4);
		await process.removeField(ctx(), added?.id ?? '');
		expect(await titles()).toEqual(['Wohnungen']);
		await expect(process.endField(ctx(), testApp.fieldIds[0], true)).rejects.toMatchObject({ reason: 'fieldLast' });
		const edits = await consultations.history(ctx());
		expect(edits.map(({ part }) => part)).toEqual(['field', 'field', 'field', 'order', 'field']);
		for (const { id, part } of edits) if (part === 'field') await consultations.undo(ctx(), id);
		expect(await titles()).toEqual(['Wohnen', 'Zugang zu Hilfen']);
	});

	it('keeps a field about which something was written, and takes nothing new about one that is ended', async () => {
		const { testApp, ctx, now } = await scene();
		const author = await testApp.person();
		await putProposal(testApp, author);
		const used = (await process.usesOfFields(ctx())).get(testApp.fieldIds[0]) ?? 0;
		expect(used).toBeGreaterThan(0);
		await expect(process.removeField(ctx(), testApp.fieldIds[0])).rejects.toMatchObject({ reason: 'fieldUsed' });
		await process.endField(ctx(), testApp.fieldIds[0], true);
		expect((await now()).fields.map(({ slug }) => slug)).toEqual(['zugang']);
		expect((await now()).allFields).toHaveLength(2);
		const [listed] = (await proposals.list(testApp.as(null), testApp.consultationId, ListQuery.parse({}))).proposals;
		expect(listed?.field).toBe('Wohnen');
	});

	it('asks other questions', async () => {
		const { ctx, now } = await scene();
		await process.addQuestion(ctx(), { title: 'Was fehlt?' });
		await expect(process.addQuestion(ctx(), { title: 'was fehlt?' })).rejects.toMatchObject({ reason: 'titleTaken' });
		const [first, second] = (await now()).allQuestions;
		await process.changeQuestion(ctx(), first?.id ?? '', { title: 'Was zuerst?' });
		await process.endQuestion(ctx(), second?.id ?? '', true);
		expect((await now()).questions).toEqual(['Was zuerst?']);
		await process.endQuestion(ctx(), second?.id ?? '', false);
		await process.removeQuestion(ctx(), first?.id ?? '');
		expect((await now()).questions).toEqual(['Was fehlt?']);
	});

	it('gets phases, in the order of their days, and refuses what runs into another: nothing is half there', async () => {
		const { testApp, ctx, now } = await scene();
		const before = await now();
		for (const [form, reason] of [
			[phase('Neu', '2027-05-20', '2027-06-20', { actions: ['vote'] }), 'phaseOverlap'],
			[phase('entwurf', '2027-07-01', '2027-07-31'), 'titleTaken'],
			[phase('Neu', '2027-07-01', '2027-07-31', { answerBy: '2027-06-30' }), 'answerTooEarly']
		] as const) {
			await expect(process.addPhase(ctx(), form)).rejects.toMatchObject({ reason });
		}
		expect(await now()).toEqual(before);
		await process.addPhase(ctx(), phase('Danach', '2027-07-01', '2027-07-31', { actions: ['vote'] }));
		const id = await process.addPhase(ctx(), phase('Davor', '2027-04-01', '2027-04-20'));
		expect((await now()).phases.map(({ title }) => title)).toEqual(['Davor', 'Entwurf', 'Danach']);
		await expect(process.removePhase(ctx(), id)).rejects.toMatchObject({ reason: 'phaseBegun' });
		await expect(process.removePhase(ctx(), testApp.phaseId)).rejects.toMatchObject({ reason: 'phaseBegun' });
		const next = (await now()).phases.at(-1)?.id ?? '';
		await process.removePhase(ctx(), next);
		const [removal] = (await consultations.history(ctx())).filter(({ after }) => after === null);
		await consultations.undo(ctx(), removal?.id ?? '');
		expect((await now()).phases.at(-1)).toMatchObject({ id: next, title: 'Danach', actions: ['vote'] });
	});

	it('does not undo a change of days that people would notice at once', async () => {
		const { testApp, ctx } = await scene();
		const form = {
			beginsAt: '2027-04-30T22:00:00.000Z',
			endsAt: '2027-06-30T22:00:00.000Z',
			actions: ['vote'] as const
		};
		await consultations.changePhase(ctx(), testApp.phaseId, { ...form, actions: [...ACTIONS] });
		const [edit] = await consultations.history(ctx());
		await expect(consultations.undo(ctx(), edit?.id ?? '')).rejects.toMatchObject({ reason: 'undoByDates' });
	});
});

describe('a phase for one group', () => {
	it('takes what that group writes, and tells the others when it is their turn', async () => {
		const { testApp, ctx } = await scene();
		testApp.at('2027-08-10T12:00:00.000Z');
		const turn = (group: string) => ({ actions: ['propose'], 'groups-propose': [group] });
		await process.addPhase(ctx(), phase('Erst', '2027-08-01', '2027-08-31', turn('affected')));
		await process.addPhase(ctx(), phase('Dann', '2027-09-01', '2027-09-30', turn('practice')));
		const { phases } = await consultations.current(testApp.as(null));
		const open = async (group: string) => {
			const may = mayPropose({ person: await testApp.person(group), phases, now: testApp.now });
			return may.ok ? null : [may.because, may.facts.from];
		};
		expect(await open('affected')).toBeNull();
		expect(await open('practice')).toEqual(['turnBefore', '1. September 2027']);
		expect(await open('research')).toEqual(['turnOver', undefined]);
	});
});

describe('changing what things are called', () => {
	it('changes no published version: neither a word nor its digest nor the order', async () => {
		const { testApp, ctx } = await scene();
		await twoVersions(testApp);
		const frozen = await strategy.frozenText(testApp.as(null), 1);
		await process.changeField(ctx(), testApp.fieldIds[0], { title: 'Ganz anders', lead: '' });
		await process.move(ctx(), 'fields', testApp.fieldIds[0], 'down');
		await process.changePhaseWords(ctx(), testApp.phaseId, { title: 'Anders', asks: '', answerBy: null });
		expect(await strategy.frozenText(testApp.as(null), 1)).toBe(frozen);
		expect(await verified(testApp.as(null))).toEqual([1, 2].map((number) => ({ number, ok: true })));
		expect((await strategy.version(testApp.as(null), 1)).points[0]?.field).toBe('Wohnen');
		expect(await strategy.formerFieldTitles(testApp.as(null))).toEqual(new Map([[testApp.fieldIds[0], ['Wohnen']]]));
	});
});
