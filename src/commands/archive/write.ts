import { t } from '#lib/texts/texts.ts';
import { existsSync, linkSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { sha256 } from '#lib/sha256.ts';
import { ABOUT, CONTENTS, fileFor, OWN, plainAddress, standInFor, SUMS, wayTo } from './address.ts';
import { ownUrl, type Collection, type Fetched } from './collect.ts';
import { rewriteMarkup, rewriteStyles, type Rewriting } from './markup.ts';
import { aboutPage, contentsPages, headingOf, withNote, type ArchiveFacts, type Listed } from './pages.ts';

/** A page whose frame the pages of the archive itself are set into. */
export const FRAME = '/sitemap';

/** Writes everything that was collected as files that point at each other. Answers with their number. */
export function writeSite(collection: Collection, folder: string, facts: ArchiveFacts): number {
	const files = new Files(folder);
	const fileOf = filesByAddress(collection);
	const kept = [...collection.all.values()].filter((one) => fileOf.has(one.address) && one.leadsTo === null);
	const pages: Listed[] = [];
	for (const one of kept) {
		const file = fileOf.get(one.address) ?? '';
		const links = linksOf(one.address, file, fileOf, facts.origin);
		if (one.type === 'text/html') {
			const html = collection.body(one).toString('utf8');
			files.write(file, rewritten(withNote(html, facts), file, links));
			if (!one.address.includes('?')) pages.push({ file, address: one.address, heading: headingOf(html) });
		} else if (one.type === 'text/css') {
			files.write(file, rewriteStyles(collection.body(one).toString('utf8'), links.link));
		} else files.write(file, collection.body(one));
	}
	const sitemap = collection.all.get(FRAME);
	const frame = sitemap ? collection.body(sitemap).toString('utf8') : '';
	const own = (file: string) => (html: string) =>
		files.write(file, rewritten(withNote(html, facts), file, linksOf(FRAME, file, fileOf, facts.origin)));
	own(ABOUT)(aboutPage(frame, facts));
	const listed = pages.filter(({ heading }) => heading !== '');
	for (const { file, html } of contentsPages(frame, listed)) own(file)(html);
	files.writeSums();
	return files.count;
}

/** The file of each address; a redirect has the file of what it leads to. What was not there has none. */
function filesByAddress({ all }: Collection): Map<string, string> {
	const files = new Map<string, string>();
	for (const one of all.values()) {
		const end = endOf(one, all);
		if (end && end.status < 400) files.set(one.address, fileFor(end.address, end.type));
		const standIn = one.leadsTo === null ? null : standInFor(one.leadsTo);
		if (!end && standIn) files.set(one.address, standIn);
	}
	return files;
}

function endOf(one: Fetched, all: Collection['all'], steps = 0): Fetched | null {
	if (one.leadsTo === null) return one;
	const next = all.get(one.leadsTo);
	return next && steps < 5 ? endOf(next, all, steps + 1) : null;
}

function linker(address: string, file: string, files: ReadonlyMap<string, string>, origin: string) {
	return (written: string): string | null => {
		if (written.startsWith('#')) return null;
		if (written.startsWith(OWN)) return wayTo(file, written.slice(OWN.length));
		const url = ownUrl(written, origin + address, origin);
		if (!url) return null;
		const target = standInFor(plainAddress(url)) ?? files.get(plainAddress(url));
		// Not there: it stays as it is, and the check names it.
		if (target === undefined) return null;
		return (target === file && url.hash !== '' ? '' : wayTo(file, target)) + (standInFor(url.pathname) ? '' : url.hash);
	};
}

/** Of what somebody has written: an address of ours that nothing came from. */
function fileForGoneAddress(address: string, files: ReadonlyMap<string, string>, origin: string) {
	return (written: string): boolean => {
		const url = written.startsWith('#') ? null : ownUrl(written, origin + address, origin);
		return url !== null && !standInFor(plainAddress(url)) && !files.has(plainAddress(url));
	};
}

/** Written from the root, as all buttons of the site are. */
const isGone = (written: string) => standInFor(written) === ABOUT;

function linksOf(address: string, file: string, files: ReadonlyMap<string, string>, origin: string): Links {
	return { link: linker(address, file, files, origin), isLost: fileForGoneAddress(address, files, origin) };
}

type Links = Pick<Rewriting, 'link' | 'isLost'>;

function rewritten(html: string, file: string, links: Links): string {
	const main = html.search(/<main\b/);
	const said = new Set<string>();
	// Forms of the frame (leaving quickly, signing out) are simply not there.
	const form = (kind: string) => {
		if (main < 0 || said.has(kind)) return '';
		said.add(kind);
		const way = `<a href="${wayTo(file, CONTENTS)}">${t.archive.instead.contents}</a>`;
		return kind === 'post'
			? `<p class="note">${t.archive.instead.post}</p>`
			: `<p class="note">${t.archive.instead.get} ${way}</p>`;
	};
	const [before, behind] = main < 0 ? [html, ''] : [html.slice(0, main), html.slice(main)];
	const end = behind.lastIndexOf('</main>');
	const quiet = { ...links, isGone, form: () => '' };
	return (
		rewriteMarkup(before, quiet) +
		rewriteMarkup(behind.slice(0, end), { ...quiet, form: (method) => form(method.toLowerCase()) }) +
		rewriteMarkup(behind.slice(end), quiet)
	);
}

/** The same bytes are on the disk once, however many names they have. */
class Files {
	readonly #folder: string;
	readonly #sums = new Map<string, string>();
	readonly #first = new Map<string, string>();

	constructor(folder: string) {
		this.#folder = folder;
	}

	get count(): number {
		return this.#sums.size;
	}

	write(file: string, content: string | Uint8Array): void {
		const path = join(this.#folder, file);
		if (existsSync(path)) throw new Error(`two pages want to be ${file}`);
		mkdirSync(dirname(path), { recursive: true });
		const sum = sha256(content);
		const first = this.#first.get(sum);
		if (first === undefined) writeFileSync(path, content);
		else linkSync(first, path);
		this.#first.set(sum, first ?? path);
		this.#sums.set(file, sum);
	}

	/** As `sha256sum -c` reads it. */
	writeSums(): void {
		const lines = [...this.#sums].sort().map(([file, sum]) => `${sum}  ${file}\n`);
		const path = join(this.#folder, SUMS);
		mkdirSync(dirname(path), { recursive: true });
		writeFileSync(path, lines.join(''));
	}
}
