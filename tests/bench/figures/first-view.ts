import { chromium, type Browser } from '@playwright/test';
import { startApp } from '../app.ts';
import type { Server } from '../child.ts';
import type { Bench, Figure } from '../figure.ts';

/** Where everything public can be reached from. */
const ENTRANCES = ['/', '/beitraege', '/beitraege/1', '/strategie', '/fassungen/2', '/punkte/1', '/anmelden'];

interface View {
	path: string;
	requests: number;
	kilobytes: number;
	/** Without fonts. */
	bare: number;
}

/** 6: what a telephone has to fetch to see a public page for the first time, in a real browser. */
export async function firstView(bench: Bench): Promise<Figure[]> {
	const app = await startApp((await bench.small()).url);
	const views = await viewAll(app);
	await app.stop();
	const heaviest = views.reduce((a, b) => (b.kilobytes > a.kilobytes ? b : a));
	const busiest = views.reduce((a, b) => (b.requests > a.requests ? b : a));
	const barest = views.reduce((a, b) => (b.bare > a.bare ? b : a));
	const of = `of ${views.length} pages`;
	const less = { better: 'less' } as const;
	const size = (view: View) => `${view.kilobytes.toFixed(1)} kB`;
	const beside = `without fonts ${barest.bare.toFixed(1)} kB (${barest.path})`;
	return [
		{
			number: '6',
			what: `first view: requests, most ${of} (${busiest.path})`,
			ours: String(busiest.requests),
			beside: '',
			value: busiest.requests,
			unit: 'req',
			bar: 6,
			stretch: 4,
			...less
		},
		{
			number: '6',
			what: `first view: sent, most ${of} (${heaviest.path})`,
			ours: size(heaviest),
			beside,
			value: heaviest.kilobytes,
			unit: 'kB',
			bar: 100,
			stretch: 40 + heaviest.kilobytes - heaviest.bare,
			...less
		}
	];
}

async function viewAll(app: Server): Promise<View[]> {
	const { launchOptions } = await import('../../journeys/support/browser.ts');
	const browser = await chromium.launch(launchOptions);
	const views: View[] = [];
	try {
		for (const path of await publicPages(app)) views.push(await look(browser, app, path));
	} finally {
		await browser.close();
	}
	return views;
}

/** One page of every kind that is linked from somewhere public; what is not there does not count. */
async function publicPages(app: Server): Promise<string[]> {
	const kinds = new Map<string, string>();
	const waiting = [...ENTRANCES];
	for (let path = waiting.shift(); path !== undefined && kinds.size < 60; path = waiting.shift()) {
		const kind = path.replace(/\?.*/, '?').replace(/\/\d+/g, '/1');
		if (kinds.has(kind)) continue;
		const answer = await fetch(`http://127.0.0.1:${app.port}${path}`, { redirect: 'manual' });
		kinds.set(kind, answer.status === 200 && answer.headers.get('content-type')?.startsWith('text/html') ? path : '');
		const links = (await answer.text()).matchAll(/<a [^>]*href="(\/[^"#]*)/g);
		for (const link of links) waiting.push((link[1] ?? '/').replaceAll('&amp;', '&'));
	}
	return [...kinds.values()].filter((path) => path !== '');
}

async function look(browser: Browser, app: Server, path: string): Promise<View> {
	const context = await browser.newContext();
	const page = await context.newPage();
	const watch = await context.newCDPSession(page);
	await watch.send('Network.enable');
	const kinds = new Map<string, string>();
	const view = { path, requests: 0, kilobytes: 0, bare: 0 };
	watch.on('Network.responseReceived', ({ requestId, type }) => kinds.set(requestId, type));
	watch.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
		view.requests += 1;
		view.kilobytes += encodedDataLength / 1_000;
		if (kinds.get(requestId) !== 'Font') view.bare += encodedDataLength / 1_000;
	});
	await page.goto(`http://127.0.0.1:${app.port}${path}`, { waitUntil: 'load', timeout: 20_000 });
	// Fonts are asked for when text is laid out, which may be after everything else.
	await page.evaluate(() => document.fonts.ready.then(() => undefined));
	await context.close();
	return view;
}
