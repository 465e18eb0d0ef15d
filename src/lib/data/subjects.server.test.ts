import { expect, it } from 'vitest';
import { z } from 'zod';
import * as comments from '#lib/comments/comments.server.ts';
import { AUTHOR_GROUPS, GROUPS, type AuthorGroup } from '#lib/people/person.ts';
import * as proposals from '#lib/proposals/proposals.server.ts';
import * as reports from '#lib/reports/reports.server.ts';
import { newId } from '#lib/server/ids.ts';
import { isOpen, PART_LINES } from '#lib/votes/participation.ts';
import { LEAST, sum } from '#lib/votes/suppression.ts';
import * as votes from '#lib/votes/votes.server.ts';
import { lively } from '../../../tests/support/lively.ts';
import { releaseReport } from '../../../tests/support/released.ts';
import { TABLES } from '../../../tests/support/told.ts';
import type { Town } from '../../../tests/support/town.ts';
import * as data from './data.server.ts';
import type { Slug } from './columns.ts';

/** Everything has been counted: participation, an edition of open data, a report. */
async function told(): Promise<Town> {
	const town = await lively();
	await votes.publishParticipation(town.as(null));
	await data.publishEdition(town.as(null));
	const publisher = async () => town.as(await town.person('none', { roles: ['publisher'] }));
	const form = { id: newId(), title: 'Zweiter Bericht', foreword: '' };
	await releaseReport(await publisher(), await publisher(), town.consultationId, form);
	return town;
}

async function rows(town: Town, name: Slug) {
	const edition = await data.edition(town.as(null));
	let text = '';
	for await (const piece of data.textOf(town.as(null), edition?.number ?? 0, name, 'json')) text += piece;
	return z.object({ rows: z.array(z.record(z.string(), z.unknown())) }).parse(JSON.parse(text)).rows;
}

/** How many rows of a table are of each group. */
async function countedRows(town: Town, name: Slug, counts: (row: Record<string, unknown>) => boolean) {
	const found = (await rows(town, name)).filter(counts);
	const of = (group: AuthorGroup) => found.filter((row) => row.gruppe === group).length;
	return Object.fromEntries(AUTHOR_GROUPS.map((group) => [group, of(group)]));
}

it('texts are counted openly, and the same wherever they are: start page, page of those who take part, file, report', async () => {
	const town = await told();
	const ctx = town.as(null);
	const contributions = await proposals.countByGroup(ctx, town.consultationId);
	const talk = await comments.countByGroup(ctx, town.consultationId);
	// Few of each: nothing of this would be told if it were people.
	expect(Object.values(contributions).some((count) => count > 0 && count < LEAST)).toBe(true);

	const { lines } = await votes.participation(ctx, town.consultationId);
	expect(lines.contributions?.counts).toEqual(contributions);
	expect(lines.comments?.counts).toEqual(talk);
	const total = sum(Object.values(contributions));
	for (const line of ['contributions', 'languages', 'channels', 'kinds', 'months'] as const) {
		expect(lines[line]?.total, line).toBe(total);
	}
	expect(PART_LINES.filter(isOpen).flatMap((line) => Object.values(lines[line]?.counts ?? {}))).not.toContain(null);

	const file = (await rows(town, 'beteiligung')).filter((row) => row.merkmal === 'contributions');
	expect(file.map((row) => row.zahl)).toEqual(AUTHOR_GROUPS.map((group) => contributions[group]));
	expect(await countedRows(town, 'beitraege', (row) => row.text !== null)).toEqual(contributions);

	const [newest] = await reports.list(ctx);
	const { participation } = (await reports.byNumber(ctx, newest?.number ?? 0)).figures;
	expect(GROUPS.map((group) => participation[group].contributions)).toEqual(
		GROUPS.map((group) => contributions[group])
	);
	expect(GROUPS.map((group) => participation[group].comments)).toEqual(GROUPS.map((group) => talk[group]));
});

it('of what people think and who they are, no figure from one to four stands anywhere', async () => {
	const town = await told();
	let shown = 0;
	for (const table of TABLES) {
		for (const [line, { total, counts }] of Object.entries(await table(town))) {
			for (const count of [total, ...Object.values(counts)]) {
				if (count === null) continue;
				shown++;
				expect(count > 0 && count < LEAST, `${line}: ${count}`).toBe(false);
			}
		}
	}
	expect(shown).toBeGreaterThan(10);
});
