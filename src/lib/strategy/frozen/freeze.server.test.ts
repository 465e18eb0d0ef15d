import { sql } from 'kysely';
import { createHash } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { NO_ANSWERS, NUMBERS, twoVersions, verified } from '../../../../tests/support/strategy/strategy.ts';
import { makeTestApp, type TestApp } from '../../../../tests/support/machine/testApp.ts';
import { transaction } from '../../server/db/transaction.ts';
import { canonical, digestOf, digestOfRows, SHAPE_NOW } from './versionDigest.ts';
import { rowsOf } from './store.server.ts';
import * as strategy from '../strategy.server.ts';

describe('the digest', () => {
	it('is the SHA-256 of the text anybody can download, chained to the version before', async () => {
		const testApp = await makeTestApp();
		await twoVersions(testApp);
		const [second, first] = await strategy.versions(testApp.as(null));
		const text = await strategy.frozenText(testApp.as(null), 2);
		expect(createHash('sha256').update(text).digest('hex')).toBe(second?.digest);
		expect(JSON.parse(text)).toMatchObject({ previous: first?.digest, number: 2, numbers: NUMBERS });
		expect(second?.previousDigest).toBe(first?.digest);
	});

	it('is made once', async () => {
		const testApp = await makeTestApp();
		const editor = await twoVersions(testApp);
		const second = await strategy.version(testApp.as(null), 2);
		const publication = {
			numbers: NUMBERS,
			understood: [],
			represented: null,
			board: null,
			omitted: null,
			answered: NO_ANSWERS
		};
		const again = strategy.freeze(editor.ctx, second, publication);
		await expect(again).rejects.toMatchObject({ reason: 'versionFrozen' });
	});

	const bytes = [
		[
			'a title',
			'update wordings set title = ? where body = ?',
			['Wohnungen zuers', 'Das Land baut mehr.'],
			'points[0].title'
		],
		[
			'a body',
			'update wordings set body = ? where body = ?',
			['Das Land baut mehr!', 'Das Land baut mehr.'],
			'points[0].body'
		],
		[
			'a field',
			'update version_points set field_title = ? where field_title = ?',
			['Wohnung', 'Wohnen'],
			'points[0].field'
		],
		[
			'the place of the last field',
			'update version_points set field_position = field_position + ? where field_title <> ?',
			[1000, 'Wohnen'],
			'rows.versionPoints'
		],
		[
			'a relation',
			'update sources set relation = ? where relation = ?',
			['adopts', 'departs'],
			'points[1].sources[0].relation'
		],
		['a relation to nonsense', 'update sources set relation = ? where relation = ?', ['x', 'departs'], ''],
		[
			'a note on a source',
			'update sources set note = ? where note = ?',
			['nur teil', 'nur teils'],
			'points[1].sources[0].note'
		],
		[
			'a source',
			'delete from sources where note = ? and relation = ?',
			['nur teils', 'departs'],
			'points[1].sources[0]'
		],
		[
			'a reason',
			'update drops set reason = ? where reason = ?',
			['Steht in Punkt 2.', 'Steht in Punkt 3.'],
			'drops[0].reason'
		],
		['a drop', 'delete from drops where reason = ? or reason = ?', ['Steht in Punkt 3.', ''], 'drops[0]'],
		[
			'a number of a contribution',
			'update proposals set number = ? where number = ?',
			[99, 2],
			'points[0].sources[1].proposal'
		],
		[
			'a measure',
			'update measures set text = ? where text = ?',
			['Kein Fonds', 'Ein Fonds'],
			'points[0].measures[0].text'
		],
		[
			'who is responsible',
			'update measures set responsible = ? where text = ?',
			['Bund', 'Ein Fonds'],
			'points[0].measures[0].responsible'
		],
		[
			'who may decide',
			'update measures set competence = ? where text = ?',
			['bund', 'Ein Fonds'],
			'points[0].measures[0].competence'
		],
		[
			'why it changed',
			'update change_notes set note = ? where note = ?',
			['Darum.', 'Weil es fehlt.'],
			'points[0].why'
		],
		['a number of a point', 'update points set number = ? where number = ?', [99, 3], 'points[1].number'],
		['a place', 'update version_points set position = ? where position = ?', [7, 2], 'points[1].position'],
		['a heading', 'update versions set title = ? where number = ?', ['Anders', 2], 'title'],
		['a preamble', 'update versions set preamble = ? where number = ?', [' ', 2], 'preamble'],
		['a kind', 'update versions set kind = ? where number = ?', ['final', 2], 'kind'],
		['a date', 'update versions set published_at = ? where number = ?', ['2027-05-11T12:00:00.001Z', 2], 'publishedAt'],
		[
			'a counted number',
			`update versions set numbers = replace(numbers, ?, ?)`,
			['"points":2', '"points":3'],
			'numbers.points'
		],
		['numbers to nonsense', 'update versions set numbers = ? where number = ?', ['{', 2], 'numbers'],
		['the frozen text', `update versions set frozen = replace(frozen, ?, ?)`, ['mehr', 'Mehr'], 'digest'],
		['the digest', 'update versions set digest = ? where number = ?', ['0'.repeat(64), 2], 'digest']
	] as const;

	// One town for all: each change is taken back when it was found out.
	let shared: TestApp;
	beforeAll(async () => {
		shared = await makeTestApp();
		await twoVersions(shared);
	});

	it.each(bytes)('finds out that somebody changed %s', async (_, statement, values, where) => {
		expect(await verified(shared.as(null))).toEqual([
			{ number: 1, ok: true },
			{ number: 2, ok: true }
		]);
		const [head = '', ...rest] = statement.split('?');
		const query = rest.reduce((q, text, i) => sql`${q}${values[i]}${sql.raw(text)}`, sql`${sql.raw(head)}`);
		let found: strategy.Verified[] = [];
		const tampered = transaction(shared.as(null), async (ctx) => {
			// Whoever can change rows behind the program's back can take away the rules as well.
			await sql`alter table sources drop constraint sources_relation_word`.execute(ctx.db);
			await query.execute(ctx.db);
			found = await verified(ctx);
			throw new Error('taken back');
		});
		await expect(tampered).rejects.toThrow('taken back');
		expect(found.find((one) => one.number === 2)).toEqual({ number: 2, ok: false, difference: where });
	});

	it('of shape 3, which knew nothing of the places of fields, stays true', async () => {
		const testApp = await makeTestApp();
		await twoVersions(testApp);
		const { writer } = testApp.app;
		const [second] = await strategy.versions(testApp.as(null));
		const text = JSON.parse(await strategy.frozenText(testApp.as(null), 2));
		const { versionPoints } = await rowsOf(writer, second?.id ?? '', 3);
		const rows = { ...text.rows, versionPoints: digestOfRows(versionPoints ?? []) };
		expect(rows).not.toEqual(text.rows);
		const frozen = canonical({ ...text, shape: 3, rows });
		await writer
			.updateTable('versions')
			.set({ frozen, digest: digestOf(frozen) })
			.where('number', '=', 2)
			.execute();
		expect(await verified(testApp.as(null))).toMatchObject([{ ok: true }, { ok: true }]);
	});

	it('finds an editorial note that was changed, and a first version that was forged with its digest', async () => {
		const testApp = await makeTestApp();
		await twoVersions(testApp);
		const { writer } = testApp.app;
		await writer
			.updateTable('versionPoints')
			.set({ editorialNote: 'x' })
			.where('editorialNote', 'is not', null)
			.execute();
		expect(await verified(testApp.as(null))).toMatchObject([{ ok: false, difference: 'points[1].note' }, { ok: true }]);
		const sealed = JSON.parse((await strategy.frozenText(testApp.as(null), 1)).replace('Aus dem Landtag', 'x'));
		const [, first] = await strategy.versions(testApp.as(null));
		const { versionPoints } = await rowsOf(writer, first?.id ?? '', SHAPE_NOW);
		const frozen = canonical({ ...sealed, rows: { ...sealed.rows, versionPoints: digestOfRows(versionPoints ?? []) } });
		await writer
			.updateTable('versions')
			.set({ frozen, digest: digestOf(frozen) })
			.where('number', '=', 1)
			.execute();
		expect(await verified(testApp.as(null))).toMatchObject([{ ok: true }, { ok: false, difference: 'previous' }]);
	});
});
