import type { Cookies } from '@sveltejs/kit';
import { expect, it } from 'vitest';
import { hasTry } from '#lib/server/auth/signInRateLimits.server.ts';
import { keepAttempt } from '#lib/server/http/signIn/providerAttempt.ts';
import { makeTestApp } from '../../../../../../tests/support/machine/testApp.ts';
import { GET } from './zurueck/+server.ts';

const ADDRESS = '192.0.2.7';
const MOST_TRIES = 200;

/** What a browser does with the cookies it is given. */
function browser(): Cookies {
	const kept = new Map<string, string>();
	return {
		get: (name) => kept.get(name),
		getAll: () => [...kept].map(([name, value]) => ({ name, value })),
		set: (name, value) => void kept.set(name, value),
		delete: (name) => void kept.delete(name),
		serialize: (name, value) => `${name}=${value}`
	};
}

const state = (number: number) => `${String(number).padStart(8, '0')}-of-a-sign-in-that-has-begun`;

it('pictures on a foreign page use up nobody’s tries: whoever has begun no sign-in is not counted', async () => {
	const testApp = await makeTestApp();
	for (let number = 0; number < MOST_TRIES + 10; number++) {
		const event = {
			url: new URL(`https://teilhabe.example/anmelden/team/anbieter/zurueck?code=x&state=${state(number)}`),
			cookies: browser(),
			locals: { ctx: testApp.as(null), sessionId: null },
			getClientAddress: () => ADDRESS,
			setHeaders: () => undefined
		};
		const answer = Reflect.apply(GET, null, [event]);
		await expect(answer).rejects.toMatchObject({
			status: 303,
			location: expect.stringContaining('grund=providerStrange')
		});
	}
	expect(await hasTry(testApp.app, 'provider', { place: ADDRESS, network: ADDRESS })).toBe(true);
});

it('a browser keeps the last few sign-ins it has begun: nobody can fill it until no server reads what it sends', async () => {
	const { app } = await makeTestApp();
	const cookies = browser();
	cookies.set('sitzung', 'mine', { path: '/' });
	for (let number = 0; number < 50; number++) {
		keepAttempt(cookies, app, { state: state(number), sealed: 'x'.repeat(1_000), ms: 1_000 });
	}
	const names = cookies.getAll().map(({ name }) => name);
	expect(names).toEqual(['sitzung', ...[45, 46, 47, 48, 49].map((number) => `beginn-000000${number}`)]);
});
