import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import * as privacy from '#lib/privacy/privacy.server.ts';
import { putProposal } from '../../../../tests/support/published.ts';
import { makeTown } from '../../../../tests/support/town.ts';
import { rawBytes, withoutOldLog } from '../../../../tests/support/traces.ts';
import { sweepUp } from './traces.ts';

const WORDS = Array.from({ length: 10 }, (_, n) => `Zauberwald${'abcdefghij'[n]}quitte`);

describe('words that somebody takes back', { timeout: 60_000 }, () => {
	it('stand in no file, no index and no log any more after the night', async () => {
		const town = await makeTown();
		const since = await withoutOldLog(town);
		const leaving = await town.person();
		for (const word of WORDS) {
			await putProposal(town, await town.person(), `Bleibt neben ${word.slice(0, 5)}`);
			await putProposal(town, leaving, `Mehr ${word} für alle`);
		}
		const left = async () => {
			// As one piece, and in the pieces of three that the index for search is made of.
			const raw = (await rawBytes(town, since)).toString('latin1').toLowerCase();
			return WORDS.filter((word) => raw.includes(word.toLowerCase()));
		};
		// PostgreSQL may still hold them in memory, and the log in which they stand may just have gone.
		if (town.house.kind === 'postgres') await sql`checkpoint`.execute(town.house.writer);
		expect((await left()).length).toBe(WORDS.length);
		await privacy.leaveForGood(town.as(leaving), 'erase');
		await statisticsAreThere(town.house.kind, town.house.writer);
		await sweepUp(town.house, 'sweep');
		expect(await left()).toEqual([]);
	});
});

/** PostgreSQL tells a little later what has changed. */
async function statisticsAreThere(kind: string, db: Parameters<ReturnType<typeof sql>['execute']>[0]): Promise<void> {
	if (kind === 'postgres') await sql`select pg_stat_force_next_flush(), pg_sleep(1.2)`.execute(db);
}
