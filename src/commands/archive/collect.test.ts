import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { collect, expectDiskSpace } from './collect.ts';

const OWN = 'https://teilhabe.example';
let folder: string;
let server: Server;
let origin: string;
let asked: string[];
/** Address, and what comes from it; a number is how often the press is busy before. */
let pages: Record<string, string>;
let busy: number;

beforeEach(async () => {
	folder = mkdtempSync(join(tmpdir(), 'teilhabe-collect-'));
	asked = [];
	busy = 0;
	pages = {
		'/': '<a href="/b?y=2&amp;x=1">B</a><a href="https://teilhabe.example/c">C</a><a href="https://andere.example/">D</a>',
		'/b?x=1&y=2': '<a href="/anmelden">Anmelden</a><a href="../c">C</a>',
		'/c': '<p>Ende'
	};
	server = createServer((req, res) => {
		const path = req.url ?? '';
		asked.push(path);
		const html = pages[path];
		if (busy-- > 0) return res.writeHead(503).end();
		if (path === '/alt') return res.writeHead(301, { location: '/c' }).end();
		return res.writeHead(html === undefined ? 404 : 200, { 'content-type': 'text/html; charset=utf-8' }).end(html);
	});
	await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
	const address = server.address();
	origin = `http://127.0.0.1:${address !== null && typeof address === 'object' ? address.port : 0}`;
});

afterEach(() => {
	server.close();
	rmSync(folder, { recursive: true, force: true });
});

const gather = (state = 'one') => collect({ origin, own: OWN }, ['/'], join(folder, 'fetched'), state);

describe('collecting a site', () => {
	it('follows every link of its own once, and none of others', async () => {
		const { all, resumed } = await gather();
		expect([...all.keys()].sort()).toEqual(['/', '/b?x=1&y=2', '/c']);
		expect(asked.toSorted()).toEqual(['/', '/b?x=1&y=2', '/c']);
		expect(resumed).toBe(0);
	});

	it('remembers what is not there, and where a redirect leads', async () => {
		pages['/c'] = '<a href="/weg">Weg</a><a href="/alt">Alt</a>';
		const { all } = await gather();
		expect(all.get('/weg')).toMatchObject({ status: 404, from: '/c' });
		expect(all.get('/alt')).toMatchObject({ leadsTo: '/c' });
	});

	it('waits for a press that is busy', async () => {
		busy = 1;
		expect((await gather()).all.get('/')?.status).toBe(200);
	});

	it('goes on where a run was cut off: with what is whole, and without what is not', async () => {
		await gather();
		const log = join(folder, 'fetched', 'log');
		const lines = readFileSync(log, 'utf8').trim().split('\n');
		const torn = JSON.parse(lines.find((line) => line.includes('"/c"')) ?? '{}').sha256;
		// The power went while the file of /c was written, and in the middle of the next line.
		writeFileSync(join(folder, 'fetched', 'bodies', torn), '<p>En');
		appendFileSync(log, '{"address":"/d","sta');
		asked = [];
		const again = await gather();
		expect(asked).toEqual(['/c']);
		expect([again.resumed, again.all.size]).toEqual([2, 3]);
		const end = again.all.get('/c');
		expect(end && again.body(end).toString()).toBe('<p>Ende');
	});

	it('begins anew when something was published meanwhile', async () => {
		await gather('one');
		asked = [];
		expect((await gather('two')).resumed).toBe(0);
		expect(asked).toHaveLength(3);
	});

	it('does not begin where there is too little room', () => {
		expect(() => expectDiskSpace(folder, 2 ** 60)).toThrow(/too little room/);
		expect(() => expectDiskSpace(folder, 1)).not.toThrow();
	});
});
