import { expect, it } from 'vitest';
import { z } from 'zod';
import * as comments from '#lib/comments/comments.server.ts';
import type { AuthorGroup } from '#lib/people/person.ts';
import * as proposals from '#lib/proposals/proposals.server.ts';
import * as reports from '#lib/reports/reports.server.ts';
import { newId } from '#lib/server/ids.ts';
import { isOpen, PART_LINES } from '#lib/votes/participation/participation.ts';
import { MIN_COUNT, sum } from '#lib/votes/suppression/suppression.ts';
import * as votes from '#lib/votes/votes.server.ts';
import { AUTHOR_GROUPS, GROUPS } from '../../../../tests/support/opinion/groups.ts';
import { lively } from '../../../../tests/support/lively.ts';
import { releaseReport } from '../../../../tests/support/machine/released.ts';
import { TABLES } from '../../../../tests/support/told.ts';
import type { TestApp } from '../../../../tests/support/machine/testApp.ts';
import * as data from '../data.server.ts';
import type { Slug } from './columns/columns.ts';

/** Everything has been counted: participation, an edition of open data, a report. */
async function told(): Promise<TestApp> {
	const testApp = await lively();
	await votes.publishParticipation(testApp.as(null));
	await data.publishEdition(testApp.as(null));
	const publisher = async () => testApp.as(await testApp.person('none', { roles: ['publisher'] }));
	const form = { id: newId(), title: 'Zweiter Bericht', foreword: '' };
	await releaseReport(await publisher(), await publisher(), testApp.consultationId, form);
	return testApp;
}

async function rows(testApp: TestApp, name: Slug) {
	const edition = await data.edition(testApp.as(null));
	let text = '';
	for await (const piece of data.textOf(testApp.as(null), edition?.number ?? 0, name, 'json')) text += piece;
	return z.object({ rows: z.array(z.record(z.string(), z.unknown())) }).parse(JSON.parse(text)).rows;
}

/** How many rows of a table are of each group. */
async function countedRows(testApp: TestApp, name: Slug, counts: (row: Record<string, unknown>) => boolean) {
	const found = (await rows(testApp, name)).filter(counts);
	const of = (group: AuthorGroup) => found.filter((row) => row.gruppe === group).length;
	return Object.fromEntries(AUTHOR_GROUPS.map((group) => [group, of(group)]));
}

it('texts are counted openly, and the same wherever they are: start page, page of those who take part, file, report', async () => {
	const testApp = await told();
	const ctx = testApp.as(null);
	const contributions = await proposals.countByGroup(ctx, testApp.consultationId);
	const talk = await comments.countByGroup(ctx, testApp.consultationId);
	// Few of each: nothing of this would be told if it were people.
	expect(Object.values(contributions).some((count) => count > 0 && count < MIN_COUNT)).toBe(true);

	const { lines } = await votes.participation(ctx, testApp.consultationId);
	expect(lines.contributions?.counts).toEqual(contributions);
	expect(lines.comments?.counts).toEqual(talk);
	const total = sum(Object.values(contributions));
	for (const line of ['contributions', 'languages', 'channels', 'kinds', 'months'] as const) {
		expect(lines[line]?.total, line).toBe(total);
	}
	expect(PART_LINES.filter(isOpen).flatMap((line) => Object.values(lines[line]?.counts ?? {}))).not.toContain(null);

	const file = (await rows(testApp, 'beteiligung')).filter((row) => row.merkmal === 'contributions');
	expect(file.map((row) => row.zahl)).toEqual(AUTHOR_GROUPS.map((group) => contributions[group]));
	expect(await countedRows(testApp, 'beitraege', (row) => row.text !== null)).toEqual(contributions);

	const [newest] = await reports.list(ctx);
	const { participation } = (await reports.byNumber(ctx, newest?.number ?? 0)).figures;
	expect(GROUPS.map((group) => participation[group]?.contributions)).toEqual(
		GROUPS.map((group) => contributions[group])
	);
	expect(GROUPS.map((group) => participation[group]?.comments)).toEqual(GROUPS.map((group) => talk[group]));
});

it('of what people think and who they are, no figure from one to four stands anywhere', async () => {
	const testApp = await told();
	let shown = 0;
	for (const table of TABLES) {
		for (const [line, { total, counts }] of Object.entries(await table(testApp))) {
			for (const count of [total, ...Object.values(counts)]) {
				if (count === null) continue;
				shown++;
				expect(count > 0 && count < MIN_COUNT, `${line}: ${count}`).toBe(false);
			}
		}
	}
	expect(shown).toBeGreaterThan(10);
});
