import { isHttpError, isRedirect } from '@sveltejs/kit';
import { describe, expect, it } from 'vitest';
import type { Person } from '#lib/people/person.ts';
import { makeTestApp, type TestApp } from '../../../tests/support/machine/testApp.ts';
import { load as shell } from './+layout.server.ts';
import { load as cards } from './karten/+page.server.ts';
import { load as phases } from './phasen/+page.server.ts';
import { load as phase } from './phasen/[phase]/+page.server.ts';
import { load as team } from './team/+page.server.ts';

async function answer(work: () => unknown): Promise<string | number> {
	try {
		await work();
		return 200;
	} catch (error) {
		if (isRedirect(error)) return error.location;
		if (isHttpError(error)) return error.status;
		throw error;
	}
}

/** What SvelteKit gives a `load`, as far as these read it. */
function visit(testApp: TestApp, person: Person | null, params: Record<string, string> = {}) {
	const url = new URL('http://localhost/werkstatt/karten?a=1');
	const locals = { ctx: testApp.as(person), sessionId: null, requestId: 'x' };
	return Object.assign(Object.create(null), { locals, url, params });
}

describe('the workshop', () => {
	it('sends whoever is not signed in to the team’s sign-in and back', async () => {
		const testApp = await makeTestApp();
		expect(await answer(() => shell(visit(testApp, null)))).toBe('/anmelden/team?weiter=%2Fwerkstatt%2Fkarten%3Fa%3D1');
	});

	it('is closed to those who come with a card, and open to everybody with a role', async () => {
		const testApp = await makeTestApp();
		expect(await answer(async () => shell(visit(testApp, await testApp.person())))).toBe(403);
		expect(await answer(async () => shell(visit(testApp, await testApp.person('none', { roles: ['helper'] }))))).toBe(
			200
		);
	});

	it.each([
		['helper', 200, 403, 403],
		['moderator', 403, 403, 403],
		['editor', 403, 403, 403],
		['publisher', 403, 200, 403],
		['admin', 200, 200, 200]
	] as const)('%s: cards %i, phases %i, team %i', async (role, ...expected) => {
		const testApp = await makeTestApp();
		const event = visit(testApp, await testApp.person('none', { roles: [role] }));
		expect([
			await answer(() => cards(event)),
			await answer(() => phases(event)),
			await answer(() => team(event))
		]).toEqual(expected);
	});

	it('does not find a phase that is not there', async () => {
		const testApp = await makeTestApp();
		const admin = await testApp.person('none', { roles: ['admin'] });
		expect(await answer(() => phase(visit(testApp, admin, { phase: 'NaN' })))).toBe(404);
		expect(await answer(() => phase(visit(testApp, admin, { phase: testApp.phaseId })))).toBe(200);
	});
});
