import { sql } from 'kysely';
import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { contribute, makeEditor, NUMBERS } from '../../../tests/support/strategy.ts';
import { makeTown, type Town } from '../../../tests/support/town.ts';
import { ROLES } from '#lib/people/person.ts';
import * as proposals from '#lib/proposals/proposals.server.ts';
import { together } from '#lib/server/db/together.ts';
import { NotFound } from '#lib/verdict.ts';
import * as drafting from './drafting.server.ts';
import * as sourcing from './sourcing.server.ts';
import * as strategy from './strategy.server.ts';

const words = { field: 'wohnen', title: 'Wohnungen zuerst', body: 'Das Land baut mehr.' };

/** Two versions: in the second, point 1 is reworded, point 2 dropped and point 3 new. Every kind of row is there. */
async function twoVersions(town: Town) {
	const editor = await makeEditor(town);
	const from = [await contribute(town, await town.person()), await contribute(town, await town.person('research'))];
	await editor.start();
	await editor.add({ from });
	await editor.add({ title: 'Zweiter', field: 'zugang' });
	await sourcing.setEditorialNote(editor.ctx, 2, { ...(await editor.marks()), editorialNote: 'Aus dem Landtag' });
	await editor.publish();
	town.at('2027-05-11T12:00:00.000Z');
	await editor.start();
	await drafting.rewordPoint(editor.ctx, 1, { ...(await editor.marks()), ...words });
	await drafting.dropPoint(editor.ctx, 2, { ...(await editor.marks()), reason: 'Steht in Punkt 3.' });
	await editor.add({ title: 'Dritter', field: 'zugang', from: from.slice(0, 1), relation: 'adopts' });
	await sourcing.addSources(editor.ctx, 3, { ...(await editor.marks()), from, relation: 'departs', note: 'nur teils' });
	await editor.publish();
	return editor;
}

describe('before publication', () => {
	it('nobody but staff sees anything of a draft', async () => {
		const town = await makeTown();
		const editor = await makeEditor(town);
		const author = await town.person();
		const contribution = await contribute(town, author);
		await editor.start();
		await editor.add({ from: [contribution] });
		const { id: proposalId } = await proposals.byNumber(town.as(null), contribution);
		const helper = await town.person('none', { roles: ['helper'] });
		for (const person of [null, author, helper]) {
			const ctx = town.as(person);
			expect(await strategy.versions(ctx)).toEqual([]);
			expect(await strategy.latest(ctx, town.consultationId)).toBeNull();
			expect(await strategy.draftOf(ctx, town.consultationId)).toBeNull();
			expect((await strategy.placesOf(ctx, [proposalId])).size).toBe(0);
			await expect(strategy.version(ctx, 1)).rejects.toThrow(NotFound);
			await expect(strategy.pointByNumber(ctx, 1)).rejects.toThrow(NotFound);
			await expect(strategy.subjectOf(ctx, 1)).rejects.toThrow(NotFound);
			await expect(strategy.frozenText(ctx, 1)).rejects.toThrow(NotFound);
		}
		for (const role of ROLES.filter((role) => role !== 'helper')) {
			const ctx = town.as(await town.person('none', { roles: [role] }));
			expect((await strategy.version(ctx, 1)).points).toHaveLength(1);
			expect((await strategy.pointByNumber(ctx, 1)).current).toBeNull();
		}
	});

	it('new words for a public point stay in the draft, for staff on public pages too', async () => {
		const town = await makeTown();
		const editor = await makeEditor(town);
		await editor.start();
		await editor.add();
		await editor.publish();
		await editor.start();
		await drafting.rewordPoint(editor.ctx, 1, { ...(await editor.marks()), ...words, body: 'Geheim.' });
		for (const ctx of [town.as(null), editor.ctx]) {
			const point = await strategy.pointByNumber(ctx, 1);
			expect(point.wordings).toHaveLength(1);
			expect(point.current?.body).toBe('Das Land baut.');
		}
	});

	it.each([[0], [-1], [1.5], [Number.NaN], [1e12], [2 ** 60]])('number %s is not found', async (number) => {
		const town = await makeTown();
		await expect(strategy.version(town.as(null), number)).rejects.toThrow(NotFound);
		await expect(strategy.pointByNumber(town.as(null), number)).rejects.toThrow(NotFound);
	});
});

describe('a point', () => {
	it('is the same through all versions, with every wording it had', async () => {
		const town = await makeTown();
		await twoVersions(town);
		const one = await strategy.pointByNumber(town.as(null), 1);
		expect(one.wordings.map(({ versionNumber, current, body }) => ({ versionNumber, current, body }))).toEqual([
			{ versionNumber: 2, current: true, body: 'Das Land baut mehr.' },
			{ versionNumber: 1, current: false, body: 'Das Land baut.' }
		]);
		expect(await strategy.subjectOf(town.as(null), 1)).toEqual({
			kind: 'point',
			id: one.id,
			wordingId: one.current?.wordingId,
			consultationId: town.consultationId
		});
	});

	it('that was dropped keeps its page and says why', async () => {
		const town = await makeTown();
		await twoVersions(town);
		const two = await strategy.pointByNumber(town.as(null), 2);
		expect(two).toMatchObject({ current: null, drop: { versionNumber: 2, reason: 'Steht in Punkt 3.' } });
		await expect(strategy.subjectOf(town.as(null), 2)).rejects.toMatchObject({ reason: 'pointDropped' });
	});

	it('keeps one wording through versions that do not touch it', async () => {
		const town = await makeTown();
		const editor = await twoVersions(town);
		await editor.start();
		await editor.publish();
		const one = await strategy.pointByNumber(town.as(null), 1);
		expect(one.current).toMatchObject({ versionNumber: 2, versionNumbers: [2, 3] });
	});
});

describe('a contribution', () => {
	it('finds every point it stands behind, and since when', async () => {
		const town = await makeTown();
		await twoVersions(town);
		const { id } = await proposals.byNumber(town.as(null), 1);
		expect((await strategy.placesOf(town.as(null), [id])).get(id)).toEqual([
			{ pointNumber: 1, pointTitle: 'Wohnungen zuerst', versionNumber: 2, since: 1, relation: 'summarises' },
			{ pointNumber: 3, pointTitle: 'Dritter', versionNumber: 2, since: 2, relation: 'departs' }
		]);
	});

	it('hidden later leaves only its number behind the point, and the version stays whole', async () => {
		const town = await makeTown();
		await twoVersions(town);
		const { id } = await proposals.byNumber(town.as(null), 1);
		await together(town.as(null), (ctx) => proposals.screened(ctx, id, { deed: 'hide' }));
		const [point] = (await strategy.version(town.as(null), 2)).points;
		expect(point?.sources[0]).toMatchObject({ proposalNumber: 1, title: '', authorGroup: null, published: false });
		expect((await strategy.verify(town.as(null))).every((one) => one.ok)).toBe(true);
	});
});

describe('the digest', () => {
	it('is the SHA-256 of the text anybody can download, chained to the version before', async () => {
		const town = await makeTown();
		await twoVersions(town);
		const [second, first] = await strategy.versions(town.as(null));
		const text = await strategy.frozenText(town.as(null), 2);
		expect(createHash('sha256').update(text).digest('hex')).toBe(second?.digest);
		expect(JSON.parse(text)).toMatchObject({ previous: first?.digest, number: 2, numbers: NUMBERS });
		expect(second?.previousDigest).toBe(first?.digest);
	});

	it('is made once', async () => {
		const town = await makeTown();
		const editor = await twoVersions(town);
		const [second] = await strategy.versions(town.as(null));
		const again = strategy.freeze(editor.ctx, second?.id ?? '', NUMBERS);
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
		['a field', 'update fields set title = ? where slug = ?', ['Wohnung', 'wohnen'], 'points[0].field'],
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

	it.each(bytes)('finds out that somebody changed %s', async (_, statement, values, where) => {
		const town = await makeTown();
		await twoVersions(town);
		expect(await strategy.verify(town.as(null))).toEqual([
			{ number: 1, ok: true },
			{ number: 2, ok: true }
		]);
		const [head = '', ...rest] = statement.split('?');
		const query = rest.reduce((q, text, i) => sql`${q}${values[i]}${sql.raw(text)}`, sql`${sql.raw(head)}`);
		await query.execute(town.house.writer);
		const second = (await strategy.verify(town.as(null))).find((one) => one.number === 2);
		expect(second).toEqual({ number: 2, ok: false, difference: where });
	});

	it('finds an editorial note that was changed, and a first version that was forged with its digest', async () => {
		const town = await makeTown();
		await twoVersions(town);
		const { writer } = town.house;
		await writer
			.updateTable('versionPoints')
			.set({ editorialNote: 'x' })
			.where('editorialNote', 'is not', null)
			.execute();
		expect(await strategy.verify(town.as(null))).toMatchObject([
			{ ok: false, difference: 'points[1].note' },
			{ ok: true }
		]);
		const frozen = (await strategy.frozenText(town.as(null), 1)).replace('Aus dem Landtag', 'x');
		const digest = createHash('sha256').update(frozen).digest('hex');
		await writer.updateTable('versions').set({ frozen, digest }).where('number', '=', 1).execute();
		expect(await strategy.verify(town.as(null))).toMatchObject([{ ok: true }, { ok: false, difference: 'previous' }]);
	});
});
