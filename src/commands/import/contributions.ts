import { readFile } from 'node:fs/promises';
import { basename, extname } from 'node:path';
import * as consultations from '#lib/consultations/consultations.server.ts';
import { decidimLeavesOut, decidimPlaces } from '#lib/import/decidim.ts';
import * as imports from '#lib/import/import.server.ts';
import { BadSheet, COLUMNS, placesOf, type Asked as AskedColumns } from '#lib/import/places.ts';
import { readRows, sentenceOf, type Reading } from '#lib/import/row.ts';
import { readSheet } from '#lib/import/sheet.ts';
import { KINDS, type Kind } from '#lib/proposals/proposal.ts';
import type { Ctx } from '#lib/server/ctx.ts';
import { fill, t } from '#lib/texts/texts.ts';
import { Plain } from '../plainly.ts';
import { options, Wrong } from '../run.ts';
import { agreed, tellProgress, type Wish } from './agreeing.ts';

export const usage = `npm run import -- contributions FILE.csv --consultation SLUG --field SLUG [options]
npm run import -- decidim FILE.csv --consultation SLUG --field SLUG [options]

  Contributions of another process, or proposals as Decidim exports them. Columns: id, title, text and, if you like, url.

  --consultation SLUG           where they go
  --field SLUG                  their field of action there
  --kind KIND                   ${KINDS.join(', ')} (default: proposal)
  --column OURS=THEIRS          which column of the file is our id, title, text or url; may be given several times
  --language CODE               which language of Decidim's columns comes first (default: de)
  --origin NAME                 what they are from, part of their identity (default: name of the file)
  --attribution TEXT            who is named as their author (default: the origin)
  --create-consultation TITLE   make the consultation with this field if there is none`;

export const WHAT = ['contributions', 'decidim'] as const;

interface Asked extends Wish {
	what: (typeof WHAT)[number];
	file: string;
	consultation: string;
	field: string;
	kind: Kind;
	columns: AskedColumns;
	language: string;
	origin: string;
	attribution: string;
	title: string | undefined;
}

function columnsFrom(typed: readonly string[]): AskedColumns {
	const pairs = typed.map((one) => {
		const [ours, ...theirs] = one.split('=');
		const column = COLUMNS.find((name) => name === ours);
		if (!column || theirs.length === 0) throw new Wrong(`--column is OURS=THEIRS; ours is ${COLUMNS.join(', ')}.`);
		return [column, theirs.join('=')] as const;
	});
	return Object.fromEntries(pairs);
}

const text = { type: 'string' } as const;
const many = { type: 'string', multiple: true } as const;
const flag = { type: 'boolean', default: false } as const;
const FLAGS = {
	...{ consultation: text, field: text, kind: text, origin: text, attribution: text, language: text },
	...{ column: many, 'create-consultation': text, 'dry-run': flag, yes: flag }
};

export function read(what: Asked['what'], args: string[]): Asked {
	const { values, positionals } = options({ args, options: FLAGS, allowPositionals: true });
	const [file, ...more] = positionals;
	if (!file || more.length > 0) throw new Wrong(`Say "${what} FILE.csv".`);
	const { consultation, field } = values;
	if (!consultation || !field) throw new Wrong('--consultation and --field are needed.');
	const slug = /^[a-z0-9][a-z0-9-]{0,39}$/;
	if (!slug.test(consultation) || !slug.test(field)) throw new Wrong('A slug is made of a-z, 0-9 and hyphens.');
	const kind = KINDS.find((one) => one === (values.kind ?? 'proposal'));
	if (!kind) throw new Wrong(`--kind is one of ${KINDS.join(', ')}.`);
	const origin = values.origin?.trim() || basename(file, extname(file));
	const attribution = values.attribution?.trim() || origin;
	const { 'create-consultation': title, 'dry-run': dry, yes, language = 'de' } = values;
	const columns = columnsFrom(values.column ?? []);
	return { what, file, consultation, field, kind, columns, language, origin, attribution, title, dry, yes };
}

async function readFileAsRows({ what, file, columns, language }: Asked): Promise<Reading> {
	const bytes = await readFile(file).catch(() => {
		throw new Plain(`The file ${file} cannot be read.`);
	});
	try {
		const sheet = readSheet(bytes);
		if (what === 'contributions') return readRows(sheet, placesOf(sheet.header, columns));
		return readRows(sheet, decidimPlaces(sheet.header, language), decidimLeavesOut(sheet.header));
	} catch (error) {
		throw error instanceof BadSheet ? new Plain(`${file}: ${error.message}`) : error;
	}
}

/** Where the rows go; null when there is no such consultation yet and one may be made. */
async function destination(ctx: Ctx, asked: Asked): Promise<imports.Destination | null> {
	const all = await consultations.all(ctx);
	const consultation = all.find((one) => one.slug === asked.consultation);
	if (!consultation) {
		if (asked.title) return null;
		const known = all.map((one) => one.slug).join(', ') || 'none';
		throw new Plain(
			`There is no consultation "${asked.consultation}" (known: ${known}). --create-consultation TITLE makes one.`
		);
	}
	const field = consultation.fields.find((one) => one.slug === asked.field);
	const fields = consultation.fields.map((one) => one.slug).join(', ');
	if (!field) throw new Plain(`"${asked.consultation}" has no field "${asked.field}". It has: ${fields}.`);
	const { kind, origin, attribution } = asked;
	return { consultationId: consultation.id, fieldId: field.id, kind, origin, attribution };
}

function tellPlan(asked: Asked, { rows, refused }: Reading, fresh: number, exists: boolean): void {
	for (const one of refused) console.error(fill(t.imports.line, { line: one.line, problem: sentenceOf(one) }));
	if (!exists) console.log(`The consultation "${asked.title}" (${asked.consultation}) would be made.`);
	console.log(
		`${rows.length + refused.length} rows: ${fresh} to import, ${rows.length - fresh} known already, ${refused.length} not taken.`
	);
}

export async function work(ctx: Ctx, asked: Asked): Promise<number> {
	const reading = await readFileAsRows(asked);
	let to = await destination(ctx, asked);
	const fresh = to ? await imports.news(ctx, asked.origin, reading.rows) : reading.rows;
	tellPlan(asked, reading, fresh.length, to !== null);
	const code = reading.refused.length > 0 ? 1 : 0;
	if (fresh.length === 0 || !(await agreed(asked))) return code;
	if (!to && asked.title) {
		await imports.establishFor(ctx, { slug: asked.consultation, title: asked.title, field: asked.field });
		to = await destination(ctx, asked);
	}
	if (!to) return 1;
	const taken = await imports.takeOver(ctx, to, fresh, (through) => tellProgress(through, fresh.length));
	console.log(`${taken} contributions imported.`);
	return code;
}
