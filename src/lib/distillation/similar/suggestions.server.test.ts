import { expect, it } from 'vitest';
import { newId } from '#lib/server/ids.ts';
import { contribute } from '../../../../tests/support/strategy/strategy.ts';
import { makeTestApp } from '../../../../tests/support/machine/testApp.ts';
import * as distillation from '../distillation.server.ts';

it('shows the five nearest contributions, however far they are, and says how near', async () => {
	const testApp = await makeTestApp();
	const author = await testApp.person();
	for (let at = 0; at < 7; at++) await contribute(testApp, author, `Wohnung ${at}`);
	await distillation.syncContributions(testApp.as(null));
	const moderator = testApp.as(await testApp.person('none', { roles: ['moderator'] }));
	const beside = (title: string, body: string, language = 'de') =>
		distillation.beside(moderator, testApp.consultationId, { id: newId(), title, body, language });
	const far = await beside('Xylophon', 'Jazz, Quiz.');
	expect(far.similar.map(({ nearness }) => nearness)).toEqual(Array.from({ length: 5 }, () => 'hardly'));
	// Letters in common are no neighbours: first somebody has to say it in German.
	expect((await beside('Xylophon', 'Jazz, Quiz.', 'tr')).similar).toEqual([]);
	const near = await beside('Wohnung 3', 'Wir brauchen Wohnungen, die man auch mit wenig Geld bezahlen kann.');
	expect(near.similar).toHaveLength(5);
	expect(near.similar[0]?.nearness).toBe('copy');
});
