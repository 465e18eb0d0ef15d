import { expect, it } from 'vitest';
import * as proposals from '#lib/proposals/proposals.server.ts';
import { transaction } from '#lib/server/db/transaction.ts';
import { newId } from '#lib/server/ids.ts';
import { makeTestApp } from '../../../tests/support/machine/testApp.ts';
import { contribute, twoVersions } from '../../../tests/support/strategy/strategy.ts';
import { publicAddresses } from './addresses.server.ts';

it('names versions, points and contributions, and nothing that waits, was hidden or taken back', async () => {
	const testApp = await makeTestApp();
	await twoVersions(testApp);
	const author = await testApp.person();
	const hidden = await contribute(testApp, author, 'Wird ausgeblendet');
	const gone = await contribute(testApp, author, 'Wird zurückgezogen');
	const { id } = await proposals.byNumber(testApp.as(null), hidden);
	await transaction(testApp.as(null), (ctx) => proposals.screened(ctx, id, { deed: 'hide' }));
	await proposals.withdraw(testApp.as(author), gone);
	const form = { kind: 'proposal' as const, field: 'wohnen', title: 'Wartet', body: 'Noch hat es niemand gelesen.' };
	await proposals.submit(testApp.as(author), testApp.consultationId, { id: newId(), ...form, evidence: '' });
	const paths = (await publicAddresses(testApp.as(null))).map(({ path }) => path);
	expect(paths.filter((path) => /\d/.test(path)).sort()).toEqual([
		...['/beitraege/1', '/beitraege/2', '/fassungen/1', '/fassungen/2', '/punkte/1', '/punkte/3']
	]);
	expect(paths).toEqual(expect.arrayContaining(['/', '/beitraege', '/datenschutz']));
});
