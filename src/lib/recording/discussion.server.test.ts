import { expect, it } from 'vitest';
import * as consents from '../people/consents/consents.server.ts';
import * as proposals from '../proposals/proposals.server.ts';
import { no, yes } from '../verdict.ts';
import { contribute } from '../../../tests/support/strategy/strategy.ts';
import { makeTestApp } from '../../../tests/support/machine/testApp.ts';
import { discussion } from './discussion.server.ts';

it('whoever has allowed nothing yet is asked beside every comment form, whatever it is about', async () => {
	const testApp = await makeTestApp();
	const number = await contribute(testApp, await testApp.person());
	const { id, consultationId } = await proposals.byNumber(testApp.as(null), number);
	const reader = testApp.as(await testApp.person());
	for (const kind of ['proposal', 'point', 'amendment'] as const) {
		const shown = await discussion(reader, { kind, id, consultationId }, yes, null);
		expect(shown.discussion.ask).toEqual(['evaluate', 'publish']);
	}
	await consents.give(reader, 'evaluate');
	const about = { kind: 'proposal', id, consultationId } as const;
	expect((await discussion(reader, about, yes, null)).discussion).toMatchObject({
		ask: ['publish'],
		may: { ok: true }
	});
});

it('what takes no comments any more says so before the phase does', async () => {
	const testApp = await makeTestApp();
	const about = { kind: 'point', id: 'x', consultationId: testApp.consultationId } as const;
	const { discussion: shown } = await discussion(testApp.as(null), about, no('pointDropped'), null);
	expect(shown.may).toMatchObject({ ok: false, because: 'pointDropped' });
});
