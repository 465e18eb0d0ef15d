import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, posix, sep } from 'node:path';
import { z } from 'zod';
import { sha256 } from '#lib/sha256.ts';
import { SUMS } from './address.ts';
import { linksInStyles, readMarkup } from './markup.ts';

/** Everything that is wrong with a finished archive, one line each: links first, then digests. Empty: nothing is. */
export function faultsIn(folder: string, origin: string): string[] {
	const files = readdirSync(folder, { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile())
		.map((entry) =>
			join(entry.parentPath, entry.name)
				.slice(folder.length + 1)
				.split(sep)
				.join('/')
		);
	return [...deadLinks(folder, files, origin), ...wrongSums(folder, files), ...wrongTables(folder, files)];
}

function deadLinks(folder: string, files: readonly string[], origin: string): string[] {
	const pages = new Map(
		files
			.filter((file) => file.endsWith('.html'))
			.map((file) => [file, readMarkup(readFileSync(join(folder, file), 'utf8'))])
	);
	const there = new Set(files);
	const dead: string[] = [];
	const follow = (file: string, written: string) => {
		const why = faultOf(file, written, there, pages, origin);
		if (why) dead.push(`${file} → ${written}: ${why}`);
	};
	for (const [file, { links }] of pages) for (const link of links) follow(file, link);
	for (const file of files.filter((one) => one.endsWith('.css'))) {
		for (const link of linksInStyles(readFileSync(join(folder, file), 'utf8'))) follow(file, link);
	}
	return dead;
}

type Pages = ReadonlyMap<string, { ids: ReadonlySet<string> }>;

function faultOf(
	file: string,
	written: string,
	there: ReadonlySet<string>,
	pages: Pages,
	origin: string
): string | null {
	if (/^(mailto|tel|data):/i.test(written)) return null;
	if (/^[a-z][a-z0-9+.-]*:|^\/\//i.test(written)) {
		const url = URL.parse(written, origin);
		return url?.origin === origin ? 'leads back to the site' : null;
	}
	if (written.startsWith('/')) return 'was not there';
	const [path = '', hash] = written.split('#');
	if (path.includes('?')) return 'asks a server';
	const target = path === '' ? file : posix.normalize(posix.join(posix.dirname(file), decodeURIComponent(path)));
	if (target.startsWith('..')) return 'leads out of the archive';
	if (!there.has(target)) return 'no such file';
	const page = pages.get(target);
	return hash && page && !page.ids.has(decodeURIComponent(hash)) ? 'no such place on the page' : null;
}

const digestOf = (path: string) => sha256(readFileSync(path));

function wrongSums(folder: string, files: readonly string[]): string[] {
	const sums = existsSync(join(folder, SUMS)) ? readFileSync(join(folder, SUMS), 'utf8').trim().split('\n') : [];
	const listed = new Map(sums.map((line) => [line.slice(66), line.slice(0, 64)]));
	const there = new Set(files);
	const changed = [...listed].filter(([file, sum]) => !there.has(file) || digestOf(join(folder, file)) !== sum);
	const unlisted = files.filter((file) => file !== SUMS && !listed.has(file));
	return [
		...changed.map(([file]) => `${file}: not what its digest says`),
		...unlisted.map((file) => `${file}: has no digest`)
	];
}

const Package = z.object({
	resources: z.array(z.object({ path: z.string(), hash: z.string().optional(), bytes: z.number().optional() }))
});

/** Open data name the digest of every table themselves; whoever has only the archive can still recompute it. */
function wrongTables(folder: string, files: readonly string[]): string[] {
	const there = new Set(files);
	return files
		.filter((file) => posix.basename(file) === 'datapackage.json')
		.flatMap((file) => {
			const { resources } = Package.parse(JSON.parse(readFileSync(join(folder, file), 'utf8')));
			return resources.flatMap(({ path, hash, bytes }) => {
				const table = posix.join(posix.dirname(file), posix.basename(path));
				if (!hash || !there.has(table)) return [];
				const same = `sha256:${digestOf(join(folder, table))}` === hash && statSync(join(folder, table)).size === bytes;
				return same ? [] : [`${table}: not what ${file} says`];
			});
		});
}
