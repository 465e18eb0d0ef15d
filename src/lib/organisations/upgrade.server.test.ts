import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { sql } from 'kysely';
import { describe, expect, it, onTestFinished } from 'vitest';
import { migrate } from '#lib/server/db/migrations/migrate.ts';
import { openDatabase } from '#lib/server/db/connections/open.ts';

const SINCE = '20261128T2155_organisation_participants.ts';
const AT = '2027-05-01T00:00:00.000Z';

/** A database as it was before seats of an organisation were one participant: two cards, two people, two supports. */
async function before() {
	const folder = mkdtempSync(join(tmpdir(), 'teilhabe-upgrade-'));
	// The copied files look for their packages from where they lie.
	symlinkSync(resolve('node_modules'), join(folder, 'node_modules'));
	const former = join(folder, 'migrations');
	mkdirSync(former);
	for (const name of readdirSync('migrations').filter((one) => one < SINCE)) {
		copyFileSync(join('migrations', name), join(former, name));
	}
	const connections = openDatabase({ kind: 'sqlite', file: join(folder, 'old.sqlite') });
	onTestFinished(async () => {
		await connections.close();
		rmSync(folder, { recursive: true, force: true });
	});
	await migrate(connections, former);
	return connections;
}

describe('a filled database from before organisations were one participant', () => {
	it('keeps every text and support, once for each organisation, and nobody outside changes', async () => {
		const connections = await before();
		const db = connections.writer;
		const run = async (text: string) => sql.raw(text).execute(db);
		await run(`insert into organisations (id, name, created_at) values ('o', 'Tafel  Musterstadt', '${AT}')`);
		for (const [id, group, organisation] of [
			['a', 'practice', `'o'`],
			['b', 'practice', `'o'`],
			['c', 'affected', 'null']
		]) {
			await run(`insert into persons (id, pseudonym, "group", organisation_id, created_at)
				values ('${id}', 'Weide', '${group}', ${organisation}, '${AT}')`);
		}
		await run(`insert into consultations (id, slug, title, lead, questions, position, created_at)
			values ('k', 's', 't', 'l', '[]', 0, '${AT}')`);
		for (const [id, number, author, group, organisation] of [
			['p', 1, 'a', 'practice', `'o'`],
			['q', 2, 'c', 'affected', 'null']
		]) {
			await run(`insert into proposals (id, number, consultation_id, kind, title, body, author_id, author_name,
				author_group, organisation_id, created_at, changed_at, submitted_at, published_at, support_count)
				values ('${id}', ${number}, 'k', 'proposal', 't', 'b', '${author}', 'n', '${group}', ${organisation},
				'${AT}', '${AT}', '${AT}', '${AT}', ${id === 'q' ? 3 : 0})`);
		}
		for (const id of ['a', 'b', 'c']) {
			await run(`insert into supports (proposal_id, person_id, "group", created_at)
				values ('q', '${id}', 'practice', '${AT}')`);
			await run(`insert into consents (id, person_id, purpose, text_version, given_at)
				values ('${id}', '${id}', 'publish', '1', '${AT}')`);
		}
		await migrate(connections, 'migrations');
		const proposals = await db.selectFrom('proposals').selectAll().orderBy('number').execute();
		expect(proposals).toMatchObject([
			{ authorId: 'o', authorGroup: 'organisation', supportCount: 0 },
			{ authorId: 'c', authorGroup: 'affected', supportCount: 1 }
		]);
		const supports = await db.selectFrom('supports').selectAll().orderBy('personId').execute();
		expect(supports).toMatchObject([
			{ personId: 'c', group: 'practice' },
			{ personId: 'o', group: 'organisation' }
		]);
		const people = await db.selectFrom('persons').select(['id', 'group', 'organisationId']).orderBy('id').execute();
		expect(people).toEqual([
			{ id: 'a', group: 'none', organisationId: 'o' },
			{ id: 'b', group: 'none', organisationId: 'o' },
			{ id: 'c', group: 'affected', organisationId: null },
			{ id: 'o', group: 'none', organisationId: 'o' }
		]);
		const consents = await db.selectFrom('consents').select(['id', 'personId']).orderBy('id').execute();
		expect(consents.map(({ personId }) => personId)).toEqual(['o', 'o', 'c']);
		const [organisation] = await db.selectFrom('organisations').selectAll().execute();
		expect(organisation).toMatchObject({ name: 'Tafel  Musterstadt', nameKey: 'tafelmusterstadt' });
		const counts = await sql<{ author_group: string; count: number }>`select author_group, sum(count) as count
			from proposal_counts group by author_group having sum(count) > 0 order by author_group`.execute(db);
		expect(counts.rows.map((row) => Object.values(row))).toEqual([
			['affected', 1],
			['organisation', 1]
		]);
	});
});
