import { describe, expect, it } from 'vitest';
import * as distillation from '#lib/distillation/distillation.server.ts';
import * as proposals from '#lib/proposals/proposals.server.ts';
import { newId } from '#lib/server/ids.ts';
import { contribute } from '../../../tests/support/strategy/strategy.ts';
import { makeTestApp } from '../../../tests/support/machine/testApp.ts';
import * as teamFigures from './teamFigures.server.ts';

describe('the figures of the team', () => {
	it('say what waits, what came, with whom it lies, and what is a campaign', async () => {
		const testApp = await makeTestApp();
		const here = testApp.consultationId;
		const person = await testApp.person('none', { roles: ['moderator'] });
		const moderator = testApp.as(person);
		for (let at = 0; at < 5; at++) await contribute(testApp, await testApp.person());
		await contribute(testApp, await testApp.person('practice', { organisation: 'Tafel' }), 'Etwas ganz anderes');
		const form = { id: newId(), kind: 'proposal' as const, field: 'wohnen', title: 'Wartet', evidence: '' };
		const body = 'In unserem Dorf gibt es keine Hebamme mehr. Nachts ist der Weg zu weit.';
		await proposals.submit(testApp.as(await testApp.person()), here, { ...form, body });
		// Who takes a text back before anybody has read it leaves nothing to do, and whoever may not be published neither.
		const away = { ...form, id: newId(), body: 'Ich überlege es mir noch einmal anders.' };
		const gone = testApp.as(await testApp.person());
		await proposals.withdraw(gone, await proposals.submit(gone, here, away));
		const quiet = { ...form, id: newId(), body: 'Nur für die Auswertung gesagt.', consents: ['evaluate'] as const };
		await proposals.submit(testApp.as(await testApp.person()), here, quiet);
		await proposals.recogniseCampaigns(testApp.as(null));
		await distillation.syncContributions(testApp.as(null));
		const told = await teamFigures.figures(moderator, here);
		expect(told.left).toMatchObject({ waiting: { count: 1 }, toPlace: { count: 6 }, unanswered: { count: 6 } });
		expect(told.left.waiting.since).toBe(testApp.now);
		expect(told.days.at(-1)).toMatchObject({ came: 9, done: 8 });
		expect(told.load).toEqual([{ name: null, count: 6 }]);
		expect(told.groups.map(({ group, total, channels }) => [group, total, channels.written])).toEqual([
			['affected', 5, 5],
			['organisation', 1, 1]
		]);
		expect(told.together.campaigns).toBe(1);
		// What everybody is told of it: the one that waits is in neither.
		expect(await proposals.publishedTogether(testApp.as(null), here)).toEqual({ texts: 6, campaigns: 1 });
		await expect(teamFigures.figures(testApp.as(await testApp.person()), here)).rejects.toThrow('roleMissing');
	});
});
