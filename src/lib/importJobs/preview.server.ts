import { setImmediate as yieldToOthers } from 'node:timers/promises';
import * as consultations from '../consultations/consultations.server.ts';
import { BadSheet, forEachColumn } from '../import/places.ts';
import type { ImportPlan } from '../import/plan.ts';
import type { Row } from '../import/row.ts';
import { hintsIn } from '../moderation/hints/personalData.ts';
import type { Ctx } from '../server/ctx.ts';
import { sampleOf, type Destination } from './contribution.ts';
import { Choices, VALUES_MAX, type Meaning, type Preview } from './importJob.ts';
import { bareName, planOf, sort, type ReadFile } from './sorting.server.ts';

/** Named one by one; the others are counted. */
export const NAMED = 200;
const HINTS = 40;
const SAMPLES = 5;
/** Of each cell so much says what the column is. */
const CELL = 120;
const COLUMNS_SHOWN = 60;

interface Asked {
	consultationId: string;
	name: string;
	choices: Choices;
}

/** What an import of this file would do. Nothing is written. Throws `BadSheet` where it cannot be read at all. */
export async function previewOf(ctx: Ctx, file: ReadFile, job: Asked): Promise<Preview> {
	const { plan, problem, choices } = readable(file, job.choices);
	const { rows } = plan;
	const { take, known, repeated } = await sort(ctx, { ...job, choices }, rows);
	const to = await destination(ctx, { ...job, choices });
	return {
		...{ problem, ...sheetOf(plan), ...columnsOf(plan) },
		...{ fresh: take.length, known, repeated: repeated.length, refusedCount: plan.refused.length },
		refused: [...plan.refused, ...repeated].sort((a, b) => a.line - b.line).slice(0, NAMED),
		...{ undated: plan.undated, html: plan.html },
		hints: await hints(take),
		samples: telling(take).map((row) => sampleOf(row, to)),
		values: { kind: words(rows, 'kind'), field: words(rows, 'field'), group: words(rows, 'group') }
	};
}

/** As it was said, or, where that does not fit, as the file is. */
function readable(file: ReadFile, choices: Choices): { plan: ImportPlan; problem: string | null; choices: Choices } {
	try {
		return { plan: planOf(file, choices), problem: null, choices };
	} catch (error) {
		if (!(error instanceof BadSheet)) throw error;
		const plain = Choices.parse({ encoding: choices.encoding });
		return { plan: planOf(file, plain), problem: error.message, choices: plain };
	}
}

export async function destination(ctx: Ctx, { consultationId, name, choices }: Asked): Promise<Destination> {
	const { fields } = await consultations.byId(ctx, consultationId);
	return { consultationId, fields, choices, attribution: choices.attribution ?? bareName(name) };
}

function sheetOf({ sheet, doubtful }: ImportPlan) {
	const { encoding, decoded, separator, headerLine, worksheets } = sheet;
	return {
		...{ encoding, isText: decoded !== null, sure: decoded?.sure ?? true, doubtful, mended: decoded?.mended ?? 0 },
		...{ separator, headerLine, worksheets, worksheet: encoding.replace(/^(?:xlsx|ods): /, '') }
	};
}

function columnsOf({ sheet, names, places }: ImportPlan) {
	const shown = (cells: readonly string[]) => cells.slice(0, COLUMNS_SHOWN).map((cell) => cell.trim().slice(0, CELL));
	return {
		names: names.map((name) => name.trim().slice(0, CELL)),
		top: sheet.top.map(({ line, cells }) => ({ line, cells: shown(cells) })),
		places: forEachColumn((column) => [...places[column]])
	};
}

/** Rows with letters beyond ASCII, with a date and with HTML say most of whether all is right. */
function telling(rows: readonly Row[]): Row[] {
	const weight = (row: Row) =>
		Number(/[^\0-\u007F]/.test(row.title + row.text)) + Number(row.date !== null) + Number(row.original !== undefined);
	const some = rows.slice(0, 500).map((row) => ({ row, weight: weight(row) }));
	return some
		.sort((one, other) => other.weight - one.weight || one.row.line - other.row.line)
		.slice(0, SAMPLES)
		.map(({ row }) => row);
}

async function hints(rows: readonly Row[]): Promise<Preview['hints']> {
	const found: Preview['hints']['found'] = [];
	let count = 0;
	for (const [at, { line, title, text }] of rows.entries()) {
		// Others work in the same thread.
		if (at % 200 === 199) await yieldToOthers();
		const here = hintsIn(`${title}\n${text}`);
		if (here.length > 0) count++;
		for (const { kind, passage } of here) if (found.length < HINTS) found.push({ line, kind, passage });
	}
	return { count, found };
}

/** The most usual first. */
function words(rows: readonly Row[], of: Meaning): string[] {
	const counts = new Map<string, number>();
	for (const row of rows) if (row[of] !== null) counts.set(row[of], (counts.get(row[of]) ?? 0) + 1);
	return [...counts]
		.sort((one, other) => other[1] - one[1])
		.slice(0, VALUES_MAX)
		.map(([word]) => word.slice(0, 200));
}
