import { expect, it } from 'vitest';
import { publishedFiles } from '../../../../tests/support/editions/edition.ts';
import * as calls from '#lib/calls/calls.server.ts';
import * as corrections from '#lib/corrections/corrections.server.ts';
import * as reports from '#lib/reports/reports.server.ts';
import * as strategy from '#lib/strategy/strategy.server.ts';
import * as town from '../../../../tests/support/addenda.ts';
import { emptyTown } from '../../../../tests/support/lively.ts';
import type { TestApp } from '../../../../tests/support/machine/testApp.ts';
import { readArchive } from './editionFiles.ts';
import { restore } from './restoreEdition.server.ts';

const filesOf = (testApp: TestApp) => publishedFiles(testApp, ['json']);

/** What is published and what became of it, as everybody reads it. */
async function read(testApp: TestApp) {
	const ctx = testApp.as(null);
	const head = await strategy.version(ctx, 2);
	return {
		addenda: (await corrections.addenda(ctx)).map(({ sealedUntil: _, ...one }) => one),
		version: [head.title, head.digest, head.digestNow, head.points.map(({ title, body }) => [title, body])],
		texts: [await strategy.frozenText(ctx, 2), await strategy.textNow(ctx, 2)],
		call: (await calls.byNumber(ctx, 1)).withdrawnAt,
		report: (({ foreword, digest, digestNow }) => [foreword, digest, digestNow])(await reports.byNumber(ctx, 1)),
		verified: (await corrections.verify(ctx)).map(({ of, number, ok }) => [of, number, ok])
	};
}

it('an edition brings corrections, removals and withdrawals back, and all of it verifies as before', async () => {
	const { testApp } = await town.corrected();
	const before = await read(testApp);
	expect(before.verified.every(([, , ok]) => ok)).toBe(true);
	const files = await filesOf(testApp);
	expect([...files.values()].join()).not.toMatch(/Mustermann/);
	const other = await emptyTown(testApp.now);
	await restore(
		other.as(null),
		readArchive((name) => files.get(name) ?? null)
	);
	expect(await read(other)).toEqual(before);
	// Addenda go on where they were.
	expect((await corrections.addenda(other.as(null)))[0]?.number).toBe(4);
});
