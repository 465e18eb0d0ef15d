import { readdirSync } from 'node:fs';
import type { RequestListener } from 'node:http';
import { join, resolve, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import { z } from 'zod';

const Built = z.object({ handler: z.custom<RequestListener>((value) => typeof value === 'function') });

/** SvelteKit as a listener for node:http. Loading it opens the app (hooks.server.ts). */
export async function loadHandler(file: string): Promise<RequestListener> {
	const loaded: unknown = await import(pathToFileURL(resolve(file)).href);
	const { handler } = Built.parse(loaded);
	// SvelteKit takes what it knows no answer for to the next listener; there is none after it.
	return handler;
}

/** Tells the addresses of files from those of pages. */
export function builtFiles(folder: string): (address: string) => boolean {
	const client = join(folder, 'client');
	const files = readdirSync(client, { recursive: true, encoding: 'utf8' });
	const known = new Set(files.map((file) => `/${file.split(sep).join('/')}`));
	return (address) => {
		if (address.startsWith('/_app/')) return true;
		const query = address.indexOf('?');
		return known.has(query === -1 ? address : address.slice(0, query));
	};
}
