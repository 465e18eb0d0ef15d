import { expect, it } from 'vitest';
import { makeTestApp } from '../../../../tests/support/machine/testApp.ts';
import { transaction } from '../db/transaction.ts';
import { openApp } from '../openApp.ts';
import { newId } from '../ids.ts';
import { revision } from '../revision.ts';
import { watchRevision } from './watchRevision.server.ts';

const at = '2027-05-10T12:00:00.000Z';

it('what another process records advances our revision, also when its id is older than the newest', async () => {
	const testApp = await makeTestApp();
	const theirs = openApp(testApp.app.config, testApp.app.log);
	const elsewhere = (id: string) =>
		transaction({ ...testApp.as(null), app: theirs, db: theirs.reader }, async ({ db }) => {
			const row = { id, at, verb: 'batch.issued', audience: 'staff', subjectId: 'x', details: '{}' };
			await db.insertInto('journal').values(row).execute();
		});
	await elsewhere(newId(2_000));
	const stop = await watchRevision(testApp.app);
	for (const millis of [3_000, 1_000]) {
		const before = revision();
		await elsewhere(newId(millis));
		await expect.poll(revision, { timeout: 5_000 }).toBe(before + 1);
	}
	await stop();
	await theirs.close();
});
