import { expect, type APIRequestContext } from '@playwright/test';
import { asking, sweep } from '../support/journey.ts';
import type { Who } from '../support/people.ts';

const MOST_PAGES = 250;
/** Signing out by accident would end the walk. */
const LEFT_OUT = ['/abmelden'];

const readers: [string, Who | null][] = [
	['anyone', null],
	['a resident', 'neighbour'],
	['the team', 'everything']
];

for (const [reader, who] of readers) {
	sweep(`${reader} can follow every link`, async ({ sharedTown }) => {
		const request = await asking(sharedTown, who);
		const dead = await walk(request, sharedTown.origin, who === 'everything' ? ['/', '/werkstatt'] : ['/']);
		await request.dispose();
		expect(dead).toEqual([]);
	});
}

/** Follows every link of every page, and answers with those that lead nowhere: page, link, what came. */
async function walk(request: APIRequestContext, origin: string, starts: readonly string[]): Promise<string[]> {
	const dead: string[] = [];
	const from = new Map(starts.map((start) => [start, 'the beginning']));
	for (const [path, page] of from) {
		const response = await request.get(origin + path);
		if (response.status() >= 400) dead.push(`${page} → ${path}: ${response.status()}`);
		if (!response.headers()['content-type']?.includes('text/html')) continue;
		const html = await response.text();
		for (const link of linksOf(html, new URL(path, origin))) {
			if (link.hash && link.pathname === new URL(path, origin).pathname && !hasId(html, link.hash)) {
				if (link.search === new URL(path, origin).search) dead.push(`${path} → ${link.hash}: no such place`);
			}
			// The report forms are told the page one comes from: one address for each page there is.
			const next = link.pathname + (link.searchParams.has('seite') ? '' : link.search);
			if (!from.has(next) && from.size < MOST_PAGES && !LEFT_OUT.includes(link.pathname)) from.set(next, path);
		}
	}
	return dead;
}

function linksOf(html: string, base: URL): URL[] {
	const hrefs = [...html.matchAll(/<a\b[^>]*?\shref="([^"]*)"/g)].flatMap((match) => match[1] ?? []);
	return hrefs
		.map((href) => new URL(href.replaceAll('&amp;', '&'), base))
		.filter((link) => link.origin === base.origin);
}

function hasId(html: string, hash: string): boolean {
	return html.includes(`id="${decodeURIComponent(hash.slice(1))}"`);
}
