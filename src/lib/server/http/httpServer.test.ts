import { createServer, request, type IncomingHttpHeaders, type RequestListener } from 'node:http';
import { afterEach, describe, expect, it } from 'vitest';
import { gunzipSync } from 'node:zlib';
import { advance } from '../revision.ts';
import { pendingOf } from '../performance/requestCoalescing.ts';
import { httpHandler } from './httpServer.ts';
import { compressAndCache } from '../performance/compressAndCache.server.ts';
import { t } from '#lib/texts/texts.ts';
import type { Locale } from '#lib/texts/locales/locale.ts';
import { withShippedWords } from '#lib/wording/wording.server.ts';
import { PageCache } from '../performance/pageCache.ts';

const servers: { close(): void }[] = [];
afterEach(() => servers.splice(0).forEach((server) => server.close()));

interface Told {
	status: number;
	headers: IncomingHttpHeaders;
	body: Buffer;
}

type Ask = (path: string, headers?: Record<string, string>, method?: string, body?: string) => Promise<Told>;

/** The real front and packing around pages that `render` writes. */
async function open(render: (address: string) => Promise<Response> | Response): Promise<Ask> {
	const handler: RequestListener = async (req, res) => {
		const headers = new Headers({ 'accept-encoding': String(req.headers['accept-encoding'] ?? '') });
		const asked = new Request('http://localhost', { headers });
		const answer = await compressAndCache(asked, await render(req.url ?? ''), pendingOf(req));
		res.setHeaders(answer.headers);
		res.writeHead(answer.status).end(Buffer.from(await answer.arrayBuffer()));
	};
	const isFile = (address: string) => address === '/icon.svg';
	const uploads = { path: '/hochladen', most: 1_000, sentence: () => t.unsent.none };
	const say = (locale: Locale, sentence: () => string) => withShippedWords({ locale }, sentence);
	const files = { uploads: [uploads], say };
	const parts = { pages: new PageCache(), handler, isFile, https: true, mostBytes: 100, ...files };
	const server = createServer(httpHandler(parts));
	servers.push(server);
	await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
	const address = server.address();
	if (address === null || typeof address === 'string') throw new Error('no port');
	const { port } = address;
	return (path, headers = {}, method = 'GET', body = '') =>
		new Promise((done, failed) => {
			const sent = request({ port, path, headers, method, host: '127.0.0.1' }, (res) => {
				const chunks: Buffer[] = [];
				res.on('data', (chunk: Buffer) => chunks.push(chunk));
				res.on('end', () => done({ status: res.statusCode ?? 0, headers: res.headers, body: Buffer.concat(chunks) }));
			});
			sent.on('error', failed);
			sent.end(body);
		});
}

const html = { 'content-type': 'text/html', 'content-security-policy': "default-src 'self'" };

/** A page that says how often it was rendered. */
function counting(headers: Record<string, string> = html) {
	const counted = { times: 0 };
	const render = () => new Response(`rendered ${++counted.times} times. `.padEnd(2_000, 'Guten Tag. '), { headers });
	return { counted, render };
}

const SIGNED_IN = { cookie: 'thema=hell; __Host-sitzung=abc' };

describe('somebody who is not signed in', () => {
	it('gets the kept page until something is recorded', async () => {
		const { counted, render } = counting();
		const ask = await open(render);
		const first = await ask('/');
		expect((await ask('/')).body).toEqual(first.body);
		expect(counted.times).toBe(1);
		advance();
		expect((await ask('/')).body.toString()).toContain('rendered 2 times');
	});

	it('gets it in their encoding, with every header it was rendered with', async () => {
		const ask = await open(counting().render);
		await ask('/');
		const told = await ask('/', { 'accept-encoding': 'gzip' });
		expect(gunzipSync(told.body).toString()).toContain('rendered 1 times');
		expect(told.headers).toMatchObject({ ...html, 'content-encoding': 'gzip', vary: 'accept-encoding, cookie' });
	});

	it('learns that nothing has changed, with the security headers', async () => {
		const ask = await open(counting().render);
		const { headers } = await ask('/');
		expect((await ask('/')).headers).toMatchObject({ ...html, 'x-frame-options': 'DENY', etag: headers.etag });
		const told = await ask('/', { 'if-none-match': `"other", W/${headers.etag}` });
		expect(told).toMatchObject({ status: 304, headers: { etag: headers.etag, 'x-frame-options': 'DENY' } });
		expect(told.body).toHaveLength(0);
		expect((await ask('/', { 'if-none-match': '*' })).status).toBe(304);
		expect((await ask('/', { 'if-none-match': '"other"' })).status).toBe(200);
		expect((await ask('/', { 'if-none-match': String(headers.etag), 'accept-encoding': 'br' })).status).toBe(200);
	});

	it('gets the headers alone for a HEAD, and the page is kept', async () => {
		const { counted, render } = counting();
		const ask = await open(render);
		const missed = await ask('/', {}, 'HEAD');
		const hit = await ask('/', {}, 'HEAD');
		const { headers } = await ask('/');
		expect(counted.times).toBe(1);
		for (const told of [missed, hit]) {
			expect(told.body).toHaveLength(0);
			expect(told.headers.etag).toBe(headers.etag);
			expect(told.headers['content-length']).toBe(headers['content-length']);
		}
	});

	it('waits with everybody else for one rendering', async () => {
		const { counted, render } = counting();
		const ask = await open(async () => {
			await new Promise((done) => setTimeout(done, 50));
			return render();
		});
		const told = await Promise.all(Array.from({ length: 20 }, () => ask('/')));
		expect(counted.times).toBe(1);
		expect(new Set(told.map(({ body }) => body.toString())).size).toBe(1);
	});

	it('never gets a page that something has changed while it was rendered', async () => {
		const { counted, render } = counting();
		const ask = await open(() => {
			const page = render();
			if (counted.times === 1) advance();
			return page;
		});
		await ask('/');
		expect((await ask('/')).body.toString()).toContain('rendered 2 times');
	});

	it('has different pages for different addresses, and very long ones are not kept', async () => {
		const { counted, render } = counting();
		const ask = await open(render);
		for (const path of ['/', '/?a=1', '/?a=2', '/', `/?q=${'x'.repeat(600)}`, `/?q=${'x'.repeat(600)}`])
			await ask(path);
		expect(counted.times).toBe(5);
	});
});

describe('somebody who is signed in', () => {
	it('neither gets a kept page nor leaves one', async () => {
		const { counted, render } = counting();
		const ask = await open(render);
		expect((await ask('/', SIGNED_IN)).body.toString()).toContain('rendered 1 times');
		expect((await ask('/')).body.toString()).toContain('rendered 2 times');
		expect((await ask('/', { cookie: 'sitzung=' })).body.toString()).toContain('rendered 3 times');
		expect((await ask('/', { authorization: 'Bearer x' })).body.toString()).toContain('rendered 4 times');
		expect(counted.times).toBe(4);
	});

	it('gets a compressed page without a tag', async () => {
		const ask = await open(() => new Response('Guten Tag. '.repeat(500), { headers: { ...html, etag: '"x"' } }));
		const told = await ask('/', { ...SIGNED_IN, 'accept-encoding': 'gzip, br' });
		expect(told.headers).toMatchObject({ 'content-encoding': 'gzip', vary: 'accept-encoding' });
		expect(told.headers.etag).toBeUndefined();
		expect(gunzipSync(told.body).toString()).toBe('Guten Tag. '.repeat(500));
	});
});

describe('what is not for everybody', () => {
	it('is made anew each time, also when many ask at once', async () => {
		const { counted, render } = counting({ ...html, 'cache-control': 'no-store' });
		const ask = await open(render);
		await Promise.all(Array.from({ length: 5 }, () => ask('/')));
		expect(counted.times).toBe(5);
	});

	it('keeps its cookies and its status', async () => {
		const ask = await open(() => {
			const response = new Response('Nicht gefunden', { status: 404, headers: html });
			response.headers.append('set-cookie', 'a=1');
			response.headers.append('set-cookie', 'b=2');
			return response;
		});
		const told = await ask('/', { 'accept-encoding': 'gzip' });
		expect(told.status).toBe(404);
		expect(told.headers['set-cookie']).toEqual(['a=1', 'b=2']);
	});

	it('like a long export is compressed on its way', async () => {
		const ask = await open(() => new Response('a;b\n'.repeat(100_000), { headers: { 'content-type': 'text/csv' } }));
		const told = await ask('/', { 'accept-encoding': 'gzip' });
		expect(told.body.length).toBeLessThan(10_000);
		expect(gunzipSync(told.body)).toHaveLength(400_000);
	});
});

describe('everybody', () => {
	it('gets the security headers with files too', async () => {
		const ask = await open(() => new Response('<svg/>', { headers: { 'content-type': 'image/svg+xml' } }));
		const { headers } = await ask('/icon.svg');
		expect(headers['x-content-type-options']).toBe('nosniff');
		expect(headers['strict-transport-security']).toContain('max-age');
		expect(headers['content-security-policy']).toContain("default-src 'self'");
	});

	it('is told when a form is too large or a method unknown', async () => {
		const ask = await open(() => new Response('taken'));
		expect((await ask('/', {}, 'POST', 'x'.repeat(100))).status).toBe(200);
		expect(await ask('/', {}, 'POST', 'x'.repeat(101))).toMatchObject({
			status: 413,
			headers: { connection: 'close' }
		});
		expect(await ask('/', {}, 'PUT')).toMatchObject({ status: 405, headers: { allow: 'GET, HEAD, POST' } });
		expect((await ask('/', {}, 'TRACE')).status).toBe(405);
	});

	it('may bring a file where files come in, and nowhere else; one that is too large is called a file', async () => {
		const ask = await open(() => new Response('taken'));
		const upload = { 'content-type': 'multipart/form-data; boundary=x' };
		const form = { 'content-type': 'application/x-www-form-urlencoded' };
		expect((await ask('/hochladen', upload, 'POST', 'x'.repeat(1_000))).status).toBe(200);
		expect((await ask('/hochladen?/a', upload, 'POST', 'x'.repeat(1_000))).status).toBe(200);
		const large = await ask('/hochladen', upload, 'POST', 'x'.repeat(1_001));
		expect([large.status, large.body.toString()]).toEqual([413, 'Bitte versuchen Sie es noch einmal.']);
		expect((await ask('/hochladen', form, 'POST', 'x'.repeat(101))).status).toBe(413);
		expect((await ask('/anderswo', upload, 'POST', 'x'.repeat(101))).status).toBe(413);
	});

	it('may do so in every language, and hears in it what was too much', async () => {
		const ask = await open(() => new Response('taken'));
		const upload = { 'content-type': 'multipart/form-data; boundary=x' };
		expect((await ask('/en/hochladen', upload, 'POST', 'x'.repeat(1_000))).status).toBe(200);
		const large = await ask('/uk/hochladen', upload, 'POST', 'x'.repeat(1_001));
		const long = await ask('/uk/mitmachen', {}, 'POST', 'x'.repeat(101));
		const odd = await ask('/uk/', {}, 'PUT');
		for (const { body } of [large, long, odd]) expect(body.toString()).toMatch(/^\p{Script=Cyrillic}/u);
	});
});

describe('what another website asks before it reads', () => {
	/** As pages do: they send on to the right spelling, and know nothing of the question. */
	const sendsOn = () => new Response(null, { status: 308, headers: { location: '/' } });

	it.each([
		...['/daten/aktuell/beitraege.csv', '/daten/aktuell/beitraege.csv/', '/daten/aktuell/beitraege.csv//?x=1'],
		...[
			'/api/v1',
			'/api/v1/',
			'/api/v1/beitraege/',
			'/api/nichts/',
			'/%61pi/v1/',
			'/chronik.atom/',
			'/profil/logo.svg'
		],
		...['/fassungen/1/fassung-1.pdf/', '/uk/daten/aktuell/beitraege.csv/', '/daten/catalog.jsonld/']
	])('is answered where it is asked, and never sent on: %s', async (address) => {
		const ask = await open(sendsOn);
		const { status, headers } = await ask(address, { origin: 'https://anderswo.example' }, 'OPTIONS');
		expect([status, headers.location, headers['access-control-allow-origin']]).toEqual([204, undefined, '*']);
		expect(headers['access-control-allow-headers']).toContain('if-none-match');
		// And may follow when it asks itself.
		if (address.startsWith('/uk')) return;
		expect((await ask(address)).headers['access-control-allow-origin']).toBe('*');
	});

	it.each(['/meine/', '/meine-daten/meine-daten.json/', '/uk/meine-daten/meine-daten.json', '/beitraege/'])(
		'is not answered for what is nobody else’s: %s',
		async (address) => {
			const ask = await open(sendsOn);
			const { status, headers } = await ask(address, {}, 'OPTIONS');
			expect([status, headers['access-control-allow-methods']]).toEqual([308, undefined]);
		}
	);
});

describe('an address with letters written as codes', () => {
	it('is the address it stands for, with its headers and its kept page', async () => {
		const asked: string[] = [];
		const ask = await open((address) => {
			asked.push(address);
			return new Response('Guten Tag', { headers: html });
		});
		await ask('/%77erkstatt/%65ingang?a=%41', SIGNED_IN);
		await ask('/fassung-3%2epdf');
		await ask('/fassung-3.pdf');
		expect(asked).toEqual(['/werkstatt/eingang?a=%41', '/fassung-3.pdf']);
		const api = await ask('/%61pi/v1');
		expect(api.headers['access-control-allow-origin']).toBe('*');
	});
});
