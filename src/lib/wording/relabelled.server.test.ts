import { beforeAll, describe, expect, it } from 'vitest';
import * as calls from '#lib/calls/calls.server.ts';
import * as corrections from '#lib/corrections/corrections.server.ts';
import * as data from '#lib/data/data.server.ts';
import { readArchive } from '#lib/data/restore/editionFiles.ts';
import * as profile from '#lib/profile/profile.server.ts';
import * as reports from '#lib/reports/reports.server.ts';
import * as strategy from '#lib/strategy/strategy.server.ts';
import { currentWords } from '#lib/texts/current.ts';
import { filesOf } from '../../../tests/support/editions/edition.ts';
import { eventful } from '../../../tests/support/eventful.ts';
import { emptyTown } from '../../../tests/support/lively.ts';
import { MARK, relabel } from '../../../tests/support/texts/relabelled.ts';
import type { TestApp } from '../../../tests/support/machine/testApp.ts';
import { withWords } from './wording.server.ts';

/** Whatever is called otherwise: what is published is what it was, to the byte, and so is what comes back from it. */
let town: TestApp;
let before: Map<string, string>;

async function published(testApp: TestApp): Promise<Map<string, string>> {
	const ctx = testApp.as(null);
	return withWords(ctx, async () => {
		const files = await filesOf(ctx);
		files.set('datapackage.json', await data.description(ctx, null));
		for (const { number } of await strategy.versions(ctx))
			files.set(`fassung-${number}`, await strategy.frozenText(ctx, number));
		for (const { number } of await reports.list(ctx))
			files.set(`bericht-${number}`, JSON.stringify(await reports.frozenText(ctx, number)));
		for (const { number } of await calls.published(ctx))
			files.set(`aufruf-${number}`, JSON.stringify(await calls.byNumber(ctx, number)));
		files.set('verify', JSON.stringify(await corrections.verify(ctx)));
		return files;
	});
}

/**
 * A column of labels, and the sentences of the chronicle, say in today's words what stands in codes beside them; ids are
 * made anew.
 */
const codesIn = (name: string, text: string): unknown =>
	JSON.parse(text, (_, value: unknown) =>
		typeof value === 'object' && value !== null && !Array.isArray(value)
			? Object.fromEntries(Object.entries(value).filter(([column]) => !inWords(name, column)))
			: value
	);

const inWords = (file: string, column: string) =>
	/_label$|^id$|_id$/.test(column) || (column === 'text' && file.startsWith('chronik'));

/** An edition, put back into an installation of its own and published from there. */
async function restored(files: ReadonlyMap<string, string>, otherwise: boolean): Promise<Map<string, string>> {
	const other = await emptyTown(town.now);
	if (otherwise) await relabel(other);
	const ctx = other.as(null);
	await withWords(ctx, () =>
		data.restore(
			ctx,
			readArchive((name) => files.get(name) ?? null)
		)
	);
	await withWords(ctx, () => data.publishEdition(ctx));
	return withWords(ctx, () => filesOf(ctx, ['json']));
}

beforeAll(async () => {
	town = await eventful();
	await data.publishEdition(town.as(null));
	before = await published(town);
}, 120_000);

describe('with every text, every label and every word of the profile changed', () => {
	it('nothing that is published is another: no file, no digest, no version, report or call', async () => {
		expect(before.size).toBeGreaterThan(40);
		expect(await relabel(town)).toBeGreaterThan(3_000);
		const said = await withWords(town.as(null), async () => {
			const { groups, look } = await profile.current(town.as(null));
			return [currentWords().catalogue.votes.hint, currentWords().catalogue.site.name, look.claim, groups[0]?.name];
		});
		for (const one of said) expect(one).toContain(MARK);
		const after = await published(town);
		expect([...after.keys()]).toEqual([...before.keys()]);
		expect([...after].filter(([name, text]) => before.get(name) !== text).map(([name]) => name)).toEqual([]);
	}, 120_000);

	it('an edition that is put back, and published from there, says the same as where nothing was changed', async () => {
		const [plain, other] = [await restored(before, false), await restored(before, true)];
		expect([...other.keys()]).toEqual([...plain.keys()]);
		for (const [name, text] of other)
			expect([name, codesIn(name, text)]).toEqual([name, codesIn(name, plain.get(name) ?? '')]);
	}, 120_000);
});
