import { sql } from 'kysely';
import { transaction } from '#lib/server/db/transaction.ts';
import { newId } from '#lib/server/ids.ts';
import { describe, expect, it } from 'vitest';
import * as privacy from '#lib/privacy/privacy.server.ts';
import { putProposal } from '../../../../tests/support/editions/published.ts';
import { makeTestApp, type TestApp } from '../../../../tests/support/machine/testApp.ts';
import { rawBytes, withoutOldLog } from '../../../../tests/support/traces.ts';
import { eraseTraces, NEVER, THOROUGHLY_ONLY } from './eraseTraces.ts';

const WORDS = Array.from({ length: 10 }, (_, n) => `Zauberwald${'abcdefghij'[n]}quitte`);

describe('words that somebody takes back', { timeout: 60_000 }, () => {
	it('stand in no file, no index and no log any more after the night', async () => {
		const testApp = await makeTestApp();
		const since = await withoutOldLog(testApp);
		const leaving = await testApp.person();
		for (const word of WORDS) {
			await putProposal(testApp, await testApp.person(), `Bleibt neben ${word.slice(0, 5)}`);
			await putProposal(testApp, leaving, `Mehr ${word} für alle`);
		}
		const left = async () => {
			// As one piece, and in the pieces of three that the index for search is made of.
			const raw = (await rawBytes(testApp, since)).toString('latin1').toLowerCase();
			return WORDS.filter((word) => raw.includes(word.toLowerCase()));
		};
		// PostgreSQL may still hold them in memory, and the log in which they stand may just have gone.
		if (testApp.app.kind === 'postgres') await sql`checkpoint`.execute(testApp.app.writer);
		expect((await left()).length).toBe(WORDS.length);
		await privacy.closeOwnAccount(testApp.as(leaving), 'erase');
		await statisticsAreThere(testApp.app.kind, testApp.app.writer);
		await eraseTraces(testApp.app, 'sweep');
		expect(await left()).toEqual([]);
	});
});

/** Of an organisation, a meeting and a printed ballot paper: a word of ten in each, none of it in the tables for texts. */
async function writeElsewhere({ as, consultationId, now }: TestApp, recordedBy: string): Promise<void> {
	const [paper, organisationId, scanId, pageId] = [newId(), newId(), newId(), newId()];
	const [name, heading, body, minutes, place, reading, picture, receipt, edition, item] = WORDS;
	const spot = { place: place ?? '' };
	await transaction(as(null), async ({ db }) => {
		await db
			.insertInto('organisations')
			.values({ id: organisationId, name: 'Tafel', nameKey: null, createdAt: now })
			.execute();
		const file = {
			seatId: null,
			size: 1,
			digest: 'x',
			status: 'read',
			problem: null,
			dropped: '[]',
			uploadedAt: now,
			sentAt: null,
			claimedBy: null,
			beatAt: null
		};
		await db
			.insertInto('positionPapers')
			.values({ id: paper, consultationId, organisationId, name: name ?? '', ...file })
			.execute();
		const section = { paperId: paper, place: 0, heading: heading ?? '', body: body ?? '', proposalId: null };
		await db.insertInto('positionPaperSections').values(section).execute();
		const held = { label: 'Treff', heldOn: '2027-05-01', group: 'affected', people: 9, recordedBy, recordedAt: now };
		await db
			.insertInto('workshops')
			.values({
				id: newId(),
				number: 1,
				consultationId,
				...held,
				minutes: minutes ?? '',
				changedAt: now,
				publishedAt: null
			})
			.execute();
		const pile = { id: scanId, consultationId, uploadedBy: recordedBy, uploadedAt: now, saidOn: '2027-05-01', ...spot };
		await db.insertInto('ballotScans').values(pile).execute();
		const page = { id: pageId, scanId, place: 0, name: 'a.jpg', problem: null, paperId: null, page: null, readAt: now };
		await db
			.insertInto('ballotScanPages')
			.values({ ...page, reading: reading ?? '' })
			.execute();
		await db
			.insertInto('ballotScanPictures')
			.values({ pageId, point: 0, body: picture ?? '' })
			.execute();
		await db
			.insertInto('unsentForms')
			.values({ id: receipt ?? '', sealed: edition ?? '', expiresAt: now })
			.execute();
		await db
			.insertInto('newsSeen')
			.values({ personId: recordedBy, item: item ?? '' })
			.execute();
	});
}

const ELSEWHERE = [
	...['positionPaperSections', 'positionPapers', 'workshops', 'ballotScanPictures', 'ballotScanPages', 'ballotScans'],
	...['unsentForms', 'newsSeen']
] as const;

describe('whatever is deleted, in whatever table it stood', { timeout: 60_000 }, () => {
	it('is in no file and no log after the night', async () => {
		const testApp = await makeTestApp();
		const since = await withoutOldLog(testApp);
		const { id } = await testApp.person('none', { roles: ['helper'] });
		await writeElsewhere(testApp, id);
		const left = async () => {
			const raw = await rawBytes(testApp, since);
			return WORDS.filter((word) => raw.includes(word));
		};
		if (testApp.app.kind === 'postgres') await sql`checkpoint`.execute(testApp.app.writer);
		expect(await left()).toEqual(WORDS);
		await transaction(testApp.as(null), async ({ db }) => {
			for (const table of ELSEWHERE) await db.deleteFrom(table).execute();
		});
		await statisticsAreThere(testApp.app.kind, testApp.app.writer);
		await eraseTraces(testApp.app, 'sweep');
		expect(await left()).toEqual([]);
	});

	it('only tables that are there are left out', async () => {
		const { app } = await makeTestApp();
		const names = (await app.reader.introspection.getTables()).map(({ name }) => name);
		expect(names).toEqual(expect.arrayContaining([...THOROUGHLY_ONLY, ...NEVER]));
	});
});

/**
 * PostgreSQL tells what has changed some seconds later, each connection by itself: as many questions at once as there can be
 * connections, so that each of them is asked.
 */
async function statisticsAreThere(kind: string, db: Parameters<ReturnType<typeof sql>['execute']>[0]): Promise<void> {
	if (kind !== 'postgres') return;
	const ask = () => sql`select pg_stat_force_next_flush(), pg_sleep(0.5)`.execute(db);
	await Promise.all(Array.from({ length: MOST_CONNECTIONS }, ask));
}

const MOST_CONNECTIONS = 20;
