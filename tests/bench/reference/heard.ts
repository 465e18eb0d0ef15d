import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import { z } from 'zod';

/** One query that the application sent while it answered a request. */
const HeardForm = z.object({
	path: z.string(),
	sql: z.string(),
	values: z.array(z.union([z.string(), z.number(), z.null()]))
});
export type Heard = z.output<typeof HeardForm>;

export function note(file: string, heard: Heard): void {
	appendFileSync(file, `${JSON.stringify(heard)}\n`);
}

/** What was noted, by the address that was asked for. */
export function readNotes(file: string): Map<string, Heard[]> {
	const pages = new Map<string, Heard[]>();
	const lines = existsSync(file) ? readFileSync(file, 'utf8').split('\n') : [];
	for (const line of lines.filter((text) => text !== '')) {
		const heard = HeardForm.parse(JSON.parse(line));
		pages.set(heard.path, [...(pages.get(heard.path) ?? []), heard]);
	}
	return pages;
}
