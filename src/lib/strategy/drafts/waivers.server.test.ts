import { expect, it } from 'vitest';
import { makeEditor } from '../../../../tests/support/strategy/strategy.ts';
import { makeTestApp } from '../../../../tests/support/machine/testApp.ts';
import * as strategy from '../strategy.server.ts';

it('a check is left out with a reason, and the reason can be taken back; without one nothing is left out', async () => {
	const editor = await makeEditor(await makeTestApp());
	await editor.start();
	const waive = async (reason: string) =>
		strategy.waive(editor.ctx, { ...(await editor.marks()), check: 'easy', reason });
	await expect(waive('')).rejects.toMatchObject({ reason: 'waiverReasonMissing' });
	await waive('Sie kommt nach.');
	await waive('');
	expect((await editor.draft()).waived).toEqual({});
});
