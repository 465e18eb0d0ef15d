import { z } from 'zod';
import * as data from '#lib/data/data.server.ts';
import type { Slug } from '#lib/data/columns.ts';
import { Rows, type Row } from '#lib/data/dataset.ts';
import { isOpen, PartLineName } from '#lib/votes/participation.ts';
import type { ReadLine } from './attacker.ts';
import type { Told } from './told.ts';
import type { Town } from './town.ts';

/** A table of the newest edition, read as a file and, all pages of it, through the interface for programs. */
async function rowsOf(town: Town, slug: Slug): Promise<Row[]> {
	const ctx = town.as(null);
	const edition = await data.edition(ctx);
	let text = '';
	for await (const piece of data.textOf(ctx, edition?.number ?? 0, slug, 'json')) text += piece;
	const { rows } = z.object({ rows: Rows }).parse(JSON.parse(text));
	const { pages } = await data.page(ctx, slug, 1);
	const paged: Row[] = [];
	for (let page = 1; page <= pages; page++) paged.push(...(await data.page(ctx, slug, page)).rows);
	if (JSON.stringify(paged) !== JSON.stringify(rows)) throw new Error(`${slug}: file and interface differ`);
	return rows;
}

const count = z.number().nullable();
const Result = z.object({
	...{ punkt: z.number(), phase: z.string(), gruppe: z.string(), wer: z.string() },
	...{ stimmen: count, zustimmung: count, weiss_nicht: count, ablehnung: count, aufgeschrieben: count },
	...{ mindestens_prozent: count, mindestens_wahl: z.string().nullable() }
});

/** Results by group, and by whose hand they came; under the same names as on the pages. */
export async function resultTable(town: Town): Promise<Told> {
	const told: [string, ReadLine][] = [];
	for (const row of z.array(Result).parse(await rowsOf(town, 'ergebnisse'))) {
		const name = [row.punkt, row.phase, row.gruppe, row.wer].join(' ');
		const counts = { agree: row.zustimmung, pass: row.weiss_nicht, disagree: row.ablehnung };
		const { mindestens_prozent: share, mindestens_wahl: choice } = row;
		// Rounded to whole percents it is not sure to half a percent.
		const mostly = share !== null && choice !== null ? { name: choice, share: (share - 0.5) / 100 } : null;
		told.push([name, { total: row.stimmen, counts, mostly }]);
	}
	return Object.fromEntries(told);
}

const Part = z.object({
	...{ verfahren: z.string(), merkmal: PartLineName, auspraegung: z.string(), zahl: count, zusammen: count },
	mindestens_prozent: count
});

/** Who takes part, under the names the page has. */
export async function participationTable(town: Town): Promise<Told> {
	const lines = new Map<string, { total: number | null; counts: Record<string, number | null> }>();
	for (const row of z.array(Part).parse(await rowsOf(town, 'beteiligung'))) {
		if (isOpen(row.merkmal)) continue;
		const name = `who takes part: ${row.merkmal}`;
		const line = lines.get(name) ?? { total: row.zusammen, counts: {} };
		line.counts[row.auspraegung] = row.zahl;
		lines.set(name, line);
	}
	return Object.fromEntries(lines);
}

const Hands = z.object({
	...{ treffen: z.number(), punkt: z.number(), zustimmung: count, weiss_nicht: count, ablehnung: count }
});
const Meeting = z.object({ nummer: z.number(), personen: z.number() });

/** Shows of hands beside how many were there: two tables, joined as anybody can. */
export async function handsTable(town: Town): Promise<Told> {
	const people = new Map(
		z
			.array(Meeting)
			.parse(await rowsOf(town, 'treffen'))
			.map(({ nummer, personen }) => [nummer, personen])
	);
	return Object.fromEntries(
		z
			.array(Hands)
			.parse(await rowsOf(town, 'handzeichen'))
			.map(({ treffen, punkt, zustimmung, weiss_nicht, ablehnung }) => {
				const counts = { agree: zustimmung, pass: weiss_nicht, disagree: ablehnung, silent: null };
				return [`meeting ${treffen} on ${punkt}`, { total: people.get(treffen) ?? null, counts }] as const;
			})
	);
}
