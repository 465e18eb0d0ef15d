import { Migrator } from 'kysely/migration';
import { expect, it } from 'vitest';
import { makeTown } from '../../../tests/support/town.ts';
import * as imports from '../import/import.server.ts';
import { up } from '../../../migrations/20261128T2102_search_index_without_decomposed_signs.ts';
import { ListQuery } from './proposal.ts';
import * as proposals from './proposals.server.ts';

it('what was indexed from a Mac before is found after the upgrade, and its words stay as they were', async () => {
	const town = await makeTown();
	const origin = { origin: 'a', attribution: 'A', kind: 'proposal' as const };
	const to = { ...origin, consultationId: town.consultationId, fieldId: town.fieldIds[0] };
	const row = { line: 2, url: null, language: 'de' as const };
	await imports.takeOver(town.as(null), to, [
		{ ...row, id: '1', title: 'Mu\u0308ll', text: 'Kommunalﬁnanzen' },
		{ ...row, id: '2', title: 'Busse', text: 'Abends' }
	]);
	const { writer } = town.house;
	await writer.updateTable('proposalTexts').set({ folded: 'mu ll kommunal nanzen' }).execute();
	const provider = { getMigrations: async () => ({ again: { up } }) };
	const names = { migrationTableName: 'tried', migrationLockTableName: 'tried_lock' };
	const { error } = await new Migrator({ db: writer.withoutPlugins(), provider, ...names }).migrateToLatest();
	expect(error).toBeUndefined();
	const found = async (q: string) =>
		(await proposals.list(town.as(null), town.consultationId, ListQuery.parse({ q }))).proposals.map(({ title }) =>
			title.normalize('NFC')
		);
	expect(await found('müll')).toEqual(['Müll']);
	expect(await found('finanzen')).toEqual(['Müll']);
	expect(await found('busse')).toEqual(['Busse']);
});
