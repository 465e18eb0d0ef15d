import { z } from 'zod';
import * as data from '#lib/data/data.server.ts';
import type { Slug } from '#lib/data/sets/columns/columns.ts';
import { Rows, type Row } from '#lib/data/dataset.ts';
import { isOpen, PartLineName } from '#lib/votes/participation/participation.ts';
import type { ReadLine } from './attacker.ts';
import type { TestApp } from './machine/testApp.ts';

/** Lines of counts by what they are about: the same name, wherever it is told, is about the same people. */
export type Told = Readonly<Record<string, ReadLine>>;

/** A table of the newest edition, read as a file and, all pages of it, through the interface for programs. */
async function rowsOf(testApp: TestApp, slug: Slug): Promise<Row[]> {
	const ctx = testApp.as(null);
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

const Ticked = z.object({ phase: z.string(), massnahme: z.number(), angekreuzt: count, mitgemacht: count });

/** Who ticks a measure, of all and of each group; who does not is the rest. */
export async function priorityTable(testApp: TestApp): Promise<Told> {
	const line = (row: z.output<typeof Ticked>) => ({
		total: row.mitgemacht,
		counts: { ticks: row.angekreuzt, others: null }
	});
	const name = (row: z.output<typeof Ticked>) => `${row.phase} measure ${row.massnahme}`;
	const all = z.array(Ticked).parse(await rowsOf(testApp, 'vorrang'));
	const each = z.array(Ticked.extend({ gruppe: z.string() })).parse(await rowsOf(testApp, 'vorrangkreuze'));
	return Object.fromEntries([
		...all.map((row) => [name(row), line(row)] as const),
		...each.map((row) => [`${name(row)} ${row.gruppe}`, line(row)] as const)
	]);
}

/** Results by group, and by whose hand they came; under the same names as on the pages. */
export async function resultTable(testApp: TestApp): Promise<Told> {
	const told: [string, ReadLine][] = [];
	for (const row of z.array(Result).parse(await rowsOf(testApp, 'ergebnisse'))) {
		const name = [row.punkt, row.phase, row.gruppe, row.wer].join(' ');
		const counts = { agree: row.zustimmung, pass: row.weiss_nicht, disagree: row.ablehnung };
		const { mindestens_prozent: share, mindestens_wahl: choice } = row;
		// Rounded to whole percents it is not sure to half a percent.
		const mostly = share !== null && choice !== null ? { name: choice, share: (share - 0.5) / 100 } : null;
		told.push([name, { total: row.stimmen, counts, mostly }]);
	}
	return Object.fromEntries(told);
}

const Judged = z.object({
	...{ phase: z.string(), frage: z.string(), gruppe: z.string() },
	...{ antworten: count, ja: count, teils: count, nein: count },
	...{ mindestens_prozent: count, mindestens_antwort: z.string().nullable() }
});

/** How people found a phase, by question and group. */
export async function evaluationTable(testApp: TestApp): Promise<Told> {
	return Object.fromEntries(
		z
			.array(Judged)
			.parse(await rowsOf(testApp, 'bewertungen'))
			.map((row) => {
				const { mindestens_prozent: share, mindestens_antwort: name } = row;
				const mostly = share !== null && name !== null ? { name, share: (share - 0.5) / 100 } : null;
				const counts = { yes: row.ja, partly: row.teils, no: row.nein };
				return [`${row.phase} ${row.frage} by ${row.gruppe}`, { total: row.antworten, counts, mostly }] as const;
			})
	);
}

const Part = z.object({
	...{ verfahren: z.string(), merkmal: PartLineName, auspraegung: z.string(), zahl: count, zusammen: count },
	mindestens_prozent: count
});

/** Who takes part, under the names the page has. */
export async function participationTable(testApp: TestApp): Promise<Told> {
	const lines = new Map<string, { total: number | null; counts: Record<string, number | null> }>();
	for (const row of z.array(Part).parse(await rowsOf(testApp, 'beteiligung'))) {
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
export async function handsTable(testApp: TestApp): Promise<Told> {
	const people = new Map(
		z
			.array(Meeting)
			.parse(await rowsOf(testApp, 'treffen'))
			.map(({ nummer, personen }) => [nummer, personen])
	);
	const lines = async (slug: 'handzeichen' | 'lesarten', name: (row: z.output<typeof Hands>) => string) =>
		z
			.array(Hands)
			.parse(await rowsOf(testApp, slug))
			.map((row) => {
				const counts = { agree: row.zustimmung, pass: row.weiss_nicht, disagree: row.ablehnung, silent: null };
				return [name(row), { total: people.get(row.treffen) ?? null, counts }] as const;
			});
	return Object.fromEntries([
		...(await lines('handzeichen', ({ treffen, punkt }) => `meeting ${treffen} on ${punkt}`)),
		...(await lines('lesarten', ({ treffen, punkt }) => `reading ${treffen} of ${punkt}`))
	]);
}

const Represents = z.object({
	...{ fassung: z.number(), gruppe: z.string(), menschen: count, vertreten: count, nicht_vertreten: count },
	vertreten_mindestens_prozent: count
});

/** Whom each version stands for: a day for each would be the same, so versions stand beside each other. */
export async function representedTable(testApp: TestApp): Promise<Told> {
	const rows = z.array(Represents).parse(await rowsOf(testApp, 'vertretung'));
	return Object.fromEntries(
		rows.map(({ fassung, gruppe, menschen, vertreten: covered, nicht_vertreten: without, ...row }) => {
			const share = row.vertreten_mindestens_prozent;
			const mostly = share === null ? null : { name: 'covered', share: share / 100 };
			return [`version ${fassung} stands for ${gruppe}`, { total: menschen, counts: { covered, without }, mostly }];
		})
	);
}
