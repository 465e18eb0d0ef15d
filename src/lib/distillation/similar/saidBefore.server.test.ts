import { describe, expect, it } from 'vitest';
import { contribute as write } from '../../../../tests/support/strategy/strategy.ts';
import { makeTestApp } from '../../../../tests/support/machine/testApp.ts';
import { saidBefore } from './saidBefore.server.ts';

const text = {
	title: 'Mehr kleine Wohnungen',
	body: 'Wir brauchen Wohnungen, die man auch mit wenig Geld bezahlen kann.'
};

describe('a text much like one that is there already', () => {
	it('is shown to whoever is about to send it, and is no news to whoever wrote the other', async () => {
		const testApp = await makeTestApp();
		const author = await testApp.person();
		const number = await write(testApp, author, text.title);
		const told = await saidBefore(testApp.as(await testApp.person()), testApp.consultationId, text);
		expect(told.map((one) => one.number)).toEqual([number]);
		expect(await saidBefore(testApp.as(author), testApp.consultationId, text)).toEqual([]);
	});
});
