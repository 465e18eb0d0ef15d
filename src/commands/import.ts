import { readFile } from 'node:fs/promises';
import { basename, extname } from 'node:path';
import { createInterface } from 'node:readline/promises';
import * as consultations from '#lib/consultations/consultations.server.ts';
import * as imports from '#lib/import/import.server.ts';
import { BadSheet, PROBLEMS, readRows, type Reading } from '#lib/import/row.ts';
import { readSheet } from '#lib/import/sheet.ts';
import { KINDS, type Kind } from '#lib/proposals/proposal.ts';
import type { Ctx } from '#lib/server/ctx.ts';
import { Plain } from './plainly.ts';
import { options, run, Wrong } from './run.ts';

const usage = `npm run import -- contributions FILE.csv --consultation SLUG --field SLUG [options]

Takes over contributions of another process. First says what would happen; imports after --yes or a typed "y".
Importing the same file again changes nothing. Columns: id, title, text and, if you like, url.

  --consultation SLUG           where they go
  --field SLUG                  their field of action there
  --kind KIND                   ${KINDS.join(', ')} (default: proposal)
  --origin NAME                 what they are from, part of their identity (default: name of the file)
  --attribution TEXT            who is named as their author (default: the origin)
  --create-consultation TITLE   make the consultation with this field if there is none
  --dry-run                     only say what would happen
  --yes                         import without asking

Exit code: 0 all rows taken or known, 1 some rows were refused or nothing was possible, 2 typed wrongly.`;

interface Asked {
	file: string;
	consultation: string;
	field: string;
	kind: Kind;
	origin: string;
	attribution: string;
	title: string | undefined;
	dry: boolean;
	yes: boolean;
}

function read(args: string[]): Asked {
	const text = { type: 'string' } as const;
	const flag = { type: 'boolean', default: false } as const;
	const named = { consultation: text, field: text, kind: text, origin: text, attribution: text };
	const flags = { ...named, 'create-consultation': text, 'dry-run': flag, yes: flag };
	const { values, positionals } = options({ args, options: flags, allowPositionals: true });
	const [what, file, ...more] = positionals;
	if (what !== 'contributions' || !file || more.length > 0) throw new Wrong('Say "contributions FILE.csv".');
	const { consultation, field } = values;
	if (!consultation || !field) throw new Wrong('--consultation and --field are needed.');
	const slug = /^[a-z0-9][a-z0-9-]{0,39}$/;
	if (!slug.test(consultation) || !slug.test(field)) throw new Wrong('A slug is made of a-z, 0-9 and hyphens.');
	const kind = KINDS.find((one) => one === (values.kind ?? 'proposal'));
	if (!kind) throw new Wrong(`--kind is one of ${KINDS.join(', ')}.`);
	const origin = values.origin?.trim() || basename(file, extname(file));
	const attribution = values.attribution?.trim() || origin;
	const { 'create-consultation': title, 'dry-run': dry, yes } = values;
	return { file, consultation, field, kind, origin, attribution, title, dry, yes };
}

async function readFileAsRows(file: string): Promise<Reading> {
	const bytes = await readFile(file).catch(() => {
		throw new Plain(`The file ${file} cannot be read.`);
	});
	try {
		return readRows(readSheet(bytes));
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

async function agreed(asked: Asked): Promise<boolean> {
	if (asked.dry) return false;
	if (asked.yes) return true;
	if (!process.stdin.isTTY) {
		console.log('Nothing was imported. Run it again with --yes.');
		return false;
	}
	const terminal = createInterface({ input: process.stdin, output: process.stderr });
	const answer = await terminal.question('Import them? [y/N] ').finally(() => terminal.close());
	return /^(y|yes|j|ja)$/i.test(answer.trim());
}

function tellPlan(asked: Asked, { rows, refused }: Reading, fresh: number, exists: boolean): void {
	for (const { line, problem } of refused) console.error(`line ${line}: not taken, ${PROBLEMS[problem]}`);
	if (!exists) console.log(`The consultation "${asked.title}" (${asked.consultation}) would be made.`);
	console.log(
		`${rows.length + refused.length} rows: ${fresh} to import, ${rows.length - fresh} known already, ${refused.length} not taken.`
	);
}

function tellProgress(through: number, total: number): void {
	// On a terminal one line that grows; in a log file only the end.
	if (process.stderr.isTTY) process.stderr.write(`\r${through} of ${total}${through === total ? '\n' : ''}`);
}

await run({
	usage,
	read,
	async work(ctx, asked) {
		const reading = await readFileAsRows(asked.file);
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
});
