import { Migrator } from 'kysely/migration';
import { expect, it } from 'vitest';
import { importFile } from '../../../../tests/support/imported.ts';
import { makeTestApp } from '../../../../tests/support/machine/testApp.ts';
import { up } from '../../../../migrations/20261128T2102_search_index_without_decomposed_signs.ts';
import { ListQuery } from '../proposal.ts';
import * as proposals from '../proposals.server.ts';

it('what was indexed from a Mac before is found after the upgrade, and its words stay as they were', async () => {
	const testApp = await makeTestApp();
	await importFile(testApp, 'id;title;text\n1;Müll;Kommunalﬁnanzen\n2;Busse;Abends');
	const { writer } = testApp.app;
	await writer.updateTable('proposals').set({ title: 'Mu\u0308ll' }).where('title', '=', 'Müll').execute();
	await writer.updateTable('proposalTexts').set({ folded: 'mu ll kommunal nanzen' }).execute();
	const provider = { getMigrations: async () => ({ again: { up } }) };
	const names = { migrationTableName: 'tried', migrationLockTableName: 'tried_lock' };
	const { error } = await new Migrator({ db: writer.withoutPlugins(), provider, ...names }).migrateToLatest();
	expect(error).toBeUndefined();
	const found = async (q: string) =>
		(await proposals.list(testApp.as(null), testApp.consultationId, ListQuery.parse({ q }))).proposals.map(
			({ title }) => title.normalize('NFC')
		);
	expect(await found('müll')).toEqual(['Müll']);
	expect(await found('finanzen')).toEqual(['Müll']);
	expect(await found('busse')).toEqual(['Busse']);
});
