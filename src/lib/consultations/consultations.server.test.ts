import { pino } from 'pino';
import { describe, expect, it } from 'vitest';
import { makeCtx, type Ctx } from '#lib/server/ctx.ts';
import { openApp } from '../server/openApp.ts';
import { NotFound, Stale } from '#lib/verdict.ts';
import { freshDatabase } from '../../../tests/support/machine/database.ts';
import { makeTestApp } from '../../../tests/support/machine/testApp.ts';
import { ACTIONS } from './consultation.ts';
import * as consultations from './consultations.server.ts';
import { startOfDay, type PhaseInput } from './phases/phases.ts';

const dates = (from: string, until: string, actions: PhaseInput['actions'] = []): PhaseInput => ({
	beginsAt: startOfDay(from, 0),
	endsAt: startOfDay(until, 1),
	actions
});

/** As somebody does it who has read what follows. */
async function confirmed(ctx: Ctx, phaseId: string, form: PhaseInput): Promise<void> {
	const { state } = await consultations.plannedChange(ctx, phaseId, form);
	await consultations.changePhase(ctx, phaseId, form, state.digest);
}

describe('a phase', () => {
	it('is changed by those who may publish, and counts from then on', async () => {
		const testApp = await makeTestApp();
		const ctx = testApp.as(await testApp.person('none', { roles: ['publisher'] }));
		await confirmed(ctx, testApp.phaseId, dates('2027-05-02', '2027-05-31', ['vote']));
		const [phase] = (await consultations.byId(ctx, testApp.consultationId)).phases;
		expect(phase).toMatchObject({ slug: 'draft', beginsAt: '2027-05-01T22:00:00.000Z', actions: ['vote'] });
		const told = await testApp.app.reader.selectFrom('journal').select('verb').execute();
		expect(told.map((entry) => entry.verb).sort()).toEqual([
			'consultation.established',
			'phase.changed',
			'phase.narrowed',
			'phase.shortened'
		]);
	});

	it('is not changed by anybody else, and nothing is written', async () => {
		const testApp = await makeTestApp();
		for (const person of [null, await testApp.person(), await testApp.person('none', { roles: ['editor'] })]) {
			const tried = consultations.changePhase(testApp.as(person), testApp.phaseId, dates('2027-05-02', '2027-05-03'));
			await expect(tried).rejects.toThrow(/signInFirst|roleMissing/);
		}
		expect((await consultations.current(testApp.as(null))).phases[0]?.beginsAt).toBe('2027-05-01T00:00:00.000Z');
	});

	it('does not run into another one', async () => {
		const testApp = await makeTestApp();
		await testApp.phase('final', startOfDay('2027-07-01', 0), startOfDay('2027-07-31', 1), ['vote']);
		const ctx = testApp.as(await testApp.person('none', { roles: ['admin'] }));
		const change = (until: string) =>
			consultations.changePhase(ctx, testApp.phaseId, dates('2027-05-02', until, ['vote']));
		await expect(change('2027-07-01')).rejects.toMatchObject({
			reason: 'phaseOverlap',
			facts: { phase: 'Letzte Fassung' }
		});
		await confirmed(ctx, testApp.phaseId, dates('2027-05-02', '2027-06-30', ['vote']));
	});

	it('that would end at once, sooner, or begin, is only changed by somebody who has seen what follows', async () => {
		const testApp = await makeTestApp();
		const later = await testApp.phase('final', startOfDay('2027-07-01', 0), startOfDay('2027-07-31', 1), ['vote']);
		const ctx = testApp.as(await testApp.person('none', { roles: ['admin'] }));
		const told = async (phase: string, form: PhaseInput) =>
			(await consultations.plannedChange(ctx, phase, form)).consequences;
		const cases = [
			[testApp.phaseId, dates('2027-05-01', '2027-05-08', [...ACTIONS]), ['endsNow']],
			[testApp.phaseId, dates('2027-05-01', '2027-05-20', ['vote']), ['endsSooner', 'closes']],
			[testApp.phaseId, dates('2027-05-12', '2027-06-20', [...ACTIONS]), ['stopsNow']],
			[testApp.phaseId, dates('2027-05-01', '2027-06-20', [...ACTIONS]), []],
			[later, dates('2027-07-02', '2027-07-20', ['vote']), []]
		] as const;
		for (const [phase, form, consequences] of cases) {
			expect(await told(phase, form)).toEqual(consequences);
			const tried = consultations.changePhase(ctx, phase, form);
			if (consequences.length > 0) await expect(tried).rejects.toThrow(Stale);
			else await tried;
		}
		await confirmed(ctx, testApp.phaseId, dates('2027-05-01', '2027-05-08', [...ACTIONS]));
		// A slip with nothing to lose: it runs again at once.
		await consultations.changePhase(ctx, testApp.phaseId, dates('2027-05-01', '2027-05-31', [...ACTIONS]));
		await confirmed(ctx, testApp.phaseId, dates('2027-05-01', '2027-05-08', [...ACTIONS]));
		expect(await told(later, dates('2027-05-10', '2027-07-20', ['vote']))).toEqual(['beginsNow']);
	});

	it('that does not exist is not found', async () => {
		const testApp = await makeTestApp();
		const ctx = testApp.as(await testApp.person('none', { roles: ['admin'] }));
		const form = dates('2027-05-02', '2027-05-03');
		await expect(consultations.changePhase(ctx, 'x', form)).rejects.toThrow(NotFound);
	});
});

describe('before anything is set up', () => {
	it('says so instead of failing', async () => {
		const { config, drop } = await freshDatabase();
		const app = openApp(config, pino({ level: 'silent' }));
		const ctx = makeCtx(app, 'test');
		await expect(consultations.current(ctx)).rejects.toMatchObject({ reason: 'noConsultation' });
		await app.close();
		await drop();
	});
});
