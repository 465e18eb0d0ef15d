import { readFileSync } from 'node:fs';
import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { declaredSchema } from '../../../../tests/schema/declared.ts';
import { references, REFERRING, UNBOUND } from '../../../../tests/schema/references.ts';
import { LISTS, OPEN, WORDED, wordsIn } from '../../../../tests/schema/words.ts';
import { putVersion } from '../../../../tests/support/editions/published.ts';
import { makeTestApp } from '../../../../tests/support/machine/testApp.ts';
import * as comments from '../../comments/comments.server.ts';
import * as strategy from '../../strategy/strategy.server.ts';
import { newId } from '../ids.ts';
import { transaction } from './transaction.ts';

const declared = declaredSchema(readFileSync('src/lib/server/db/tables.ts', 'utf8'));

describe('words of closed lists', () => {
	it('are the same in the database and in the rooms: a new word needs a migration', async () => {
		const { app } = await makeTestApp();
		const found = await wordsIn(app);
		const sorted = (lists: Iterable<[string, readonly string[]]>) =>
			[...lists].map(([name, words]) => [name, [...words].sort()]).sort();
		expect(sorted(found)).toEqual(sorted(Object.entries(LISTS)));
	});

	it('are known of every column that is named like one', () => {
		const texts = [...declared].filter(([name, { family }]) => family === 'text' && WORDED.test(name));
		const known = [...Object.keys(LISTS), ...Object.keys(OPEN)];
		expect(texts.map(([name]) => name).filter((name) => !known.includes(name))).toEqual([]);
		expect(known.filter((name) => !declared.has(name))).toEqual([]);
	});

	it('are the only ones that are taken, also when a row is changed', async () => {
		const testApp = await makeTestApp();
		const { id } = await testApp.person('affected', { roles: ['editor'] });
		const { writer } = testApp.app;
		const roles = writer.updateTable('roles').where('personId', '=', id);
		await expect(roles.set({ role: 'king' }).execute()).rejects.toThrow('roles_role_word');
		const row = { voter: 'v', phaseId: testApp.phaseId, group: 'none', standing: 'rich', marks: '' };
		await expect(writer.insertInto('ballots').values(row).execute()).rejects.toThrow('ballots_standing_word');
		await roles.set({ role: 'publisher' }).execute();
	});
});

describe('references', () => {
	it('are there for every column that is named like one, or it is written why not', async () => {
		const { app } = await makeTestApp();
		const bound = await references(app);
		const named = [...declared.keys()].filter((name) => REFERRING.test(name));
		expect(named.length).toBeGreaterThan(100);
		expect(named.filter((name) => !bound.has(name) && !(name in UNBOUND))).toEqual([]);
		expect(Object.keys(UNBOUND).filter((name) => bound.has(name) || !declared.has(name))).toEqual([]);
	});

	it('of a comment lead to a point, a wording and an amendment that are there, and keep them', async () => {
		const testApp = await makeTestApp();
		const { points } = await putVersion(testApp, { number: 1, titles: ['Beratung'] });
		const [point] = points;
		if (!point) throw new Error('no point');
		const ctx = testApp.as(await testApp.person());
		const subject = await strategy.subjectOf(ctx, point.number);
		const words = 'Das sehe ich in Bochum jeden Tag genau so.';
		await comments.write(ctx, async () => subject, { id: newId(), parentId: null, stance: 'note', body: words });
		const { writer } = testApp.app;
		for (const column of ['pointId', 'wordingId', 'amendmentId'] as const) {
			const lost = transaction(ctx, ({ db }) =>
				db
					.updateTable('comments')
					.set({ [column]: 'nowhere' })
					.execute()
			);
			await expect(lost).rejects.toThrow(/foreign key/i);
		}
		const copy = sql`insert into comments (id, consultation_id, point_id, stance, body, author_name, author_group, created_at)
			select 'c', consultation_id, 'nowhere', stance, body, author_name, author_group, created_at from comments`;
		await expect(copy.execute(writer)).rejects.toThrow(/foreign key/i);
		await expect(writer.deleteFrom('wordings').where('id', '=', point.wordingId).execute()).rejects.toThrow(
			/foreign key/i
		);
		await writer.updateTable('comments').set({ pointId: point.id }).execute();
	});
});
