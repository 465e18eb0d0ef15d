import * as imports from '../import/import.server.ts';
import { planImport, type ImportPlan } from '../import/plan.ts';
import type { Row } from '../import/row.ts';
import type { Worksheet } from '../import/workbook.ts';
import * as proposals from '../proposals/proposals.server.ts';
import type { Ctx } from '../server/ctx.ts';
import { sha256 } from '../sha256.ts';
import type { Choices, Refusal } from './importJob.ts';

/** The rows of a file, each in its place. */
export interface Sorted {
	take: Row[];
	/** Taken over before, by their ids. */
	known: number;
	/** Words that stand in the file or here already; among `take` where they are wanted once more. */
	repeated: Refusal[];
	/** As what their ids are known. */
	origin: string;
}

/** A file, and what a thread has read of it where it is a workbook. */
export interface ReadFile {
	bytes: Uint8Array;
	sheets: readonly Worksheet[] | null;
}

/** Throws `BadSheet`. */
export function planOf({ bytes, sheets }: ReadFile, choices: Choices): ImportPlan {
	const { firstLanguage, ...rest } = choices;
	return planImport(bytes, { ...rest, sheets, ...(firstLanguage !== undefined && { firstLanguage }) });
}

/** Without the ending: "proposals" of "proposals.csv". */
export const bareName = (name: string) =>
	name
		.normalize('NFC')
		.replace(/\.[a-z]{2,5}$/i, '')
		.trim() || name;

/** What of these rows is new, and what is there already. */
export async function sort(
	ctx: Ctx,
	job: { consultationId: string; name: string; choices: Choices },
	rows: readonly Row[]
): Promise<Sorted> {
	const { consultationId, name, choices } = job;
	const origin = choices.origin ?? (await imports.originFor(ctx, bareName(name), rows));
	const fresh = await imports.news(ctx, origin, rows);
	const repeated = await repeats(ctx, consultationId, fresh);
	const left = new Set(choices.repeats === 'skip' ? repeated.map(({ line }) => line) : []);
	return { take: fresh.filter(({ line }) => !left.has(line)), known: rows.length - fresh.length, repeated, origin };
}

/** The same words, however they are written. */
function print(title: string, text: string): string {
	const words = `${title} ${text}`.normalize('NFKC').toLowerCase();
	const bare = words.replace(/[^\p{L}\p{N}]+/gu, ' ').trim();
	return sha256(bare === '' ? words : bare);
}

const AT_ONCE = 1_000;

async function repeats(ctx: Ctx, consultationId: string, rows: readonly Row[]): Promise<Refusal[]> {
	const found: Refusal[] = [];
	const lines = new Map<string, number>();
	for (const { title, text, line } of rows) {
		const words = print(title, text);
		if (lines.has(words)) found.push({ line, problem: 'repeated' });
		else lines.set(words, line);
	}
	for (let after = ''; ;) {
		const texts = await proposals.textsAfter(ctx, consultationId, after, AT_ONCE);
		for (const { title, body } of texts) {
			const line = lines.get(print(title, body));
			if (line !== undefined) found.push({ line, problem: 'there' });
			lines.delete(print(title, body));
		}
		if (texts.length < AT_ONCE) return found.sort((a, b) => a.line - b.line);
		after = texts.at(-1)?.id ?? '';
	}
}
