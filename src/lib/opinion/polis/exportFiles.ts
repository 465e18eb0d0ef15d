import { parse } from 'csv-parse/sync';
import { z } from 'zod';

/** The files an export consists of: names as exports have them, also with something before, `r4abc-participant-votes.csv`. */
const ROLES = {
	table: /(^|[-_. ])participants?[-_]votes\.csv$/i,
	comments: /(^|[-_. ])(comments|statements)\.csv$/i,
	summary: /(^|[-_. ])summary\.csv$/i,
	// Last: the name of the table ends like this, too.
	votes: /(^|[-_. ])votes\.csv$/i
} as const;
export type ExportRole = keyof typeof ROLES;

/** What the file of this name holds; null: it is no part of an export. Folders before it count for nothing. */
export function roleOf(path: string): ExportRole | null {
	const name = path.replace(/^.*[\\/]/, '');
	for (const role of ['table', 'comments', 'summary', 'votes'] as const) if (ROLES[role].test(name)) return role;
	return null;
}

/** Which of these files holds what: of several for the same, the plain name before a longer one. */
export function rolesIn(paths: readonly string[]): Map<ExportRole, string> {
	const found = new Map<ExportRole, string>();
	for (const path of [...paths].sort((a, b) => a.length - b.length || (a < b ? -1 : 1))) {
		const role = roleOf(path);
		if (role !== null && !found.has(role)) found.set(role, path);
	}
	return found;
}

const Summary = z.array(z.tuple([z.string(), z.string()], z.string()));

/** What an export says of itself in summary.csv; nothing where that cannot be read. */
export function readSummary(bytes: Uint8Array): { topic: string | null; url: string | null } {
	const rows = Summary.safeParse(tableIn(bytes));
	const said = new Map(rows.success ? rows.data.map(([name, value]) => [name.trim(), value.trim()]) : []);
	return { topic: said.get('topic') || null, url: said.get('url') || null };
}

function tableIn(bytes: Uint8Array): unknown {
	try {
		return parse(Buffer.from(bytes), { bom: true, relax_column_count: true, relax_quotes: true });
	} catch {
		return null;
	}
}
