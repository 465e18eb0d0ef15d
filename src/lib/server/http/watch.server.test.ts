import { expect, it } from 'vitest';
import { makeTown } from '../../../../tests/support/town.ts';
import { together } from '../db/together.ts';
import { openHouse } from '../house.ts';
import { newId } from '../ids.ts';
import { revision } from '../revision.ts';
import { watchRevision } from './watch.server.ts';

const at = '2027-05-10T12:00:00.000Z';

it('what another process records advances our revision, also when its id is older than the newest', async () => {
	const town = await makeTown();
	const theirs = openHouse(town.house.config, town.house.log);
	const elsewhere = (id: string) =>
		together({ ...town.as(null), house: theirs, db: theirs.reader }, async ({ db }) => {
			const row = { id, at, verb: 'batch.issued', audience: 'staff', subjectId: 'x', details: '{}' };
			await db.insertInto('journal').values(row).execute();
		});
	await elsewhere(newId(2_000));
	const stop = await watchRevision(town.house);
	for (const millis of [3_000, 1_000]) {
		const before = revision();
		await elsewhere(newId(millis));
		await expect.poll(revision, { timeout: 5_000 }).toBe(before + 1);
	}
	await stop();
	await theirs.close();
});
