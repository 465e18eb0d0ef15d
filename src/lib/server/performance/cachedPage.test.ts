import { describe, expect, it } from 'vitest';
import { brotliDecompressSync } from 'node:zlib';
import { mayBeKept, Page } from './cachedPage.ts';

describe('an answer is for everybody', () => {
	const html = { 'content-type': 'text/html' };
	const table = [
		['a page', 200, html, true],
		['a feed', 200, { 'content-type': 'application/atom+xml; charset=utf-8' }, true],
		['open data', 200, { 'content-type': 'application/json' }, true],
		['not what is missing', 404, html, false],
		['not an error', 500, html, false],
		['not a picture', 200, { 'content-type': 'image/png' }, false],
		['not what sets a cookie', 200, { ...html, 'set-cookie': 'sitzung=1' }, false],
		['not what must not be stored', 200, { ...html, 'cache-control': 'private, no-store' }, false],
		['not what is private', 200, { ...html, 'cache-control': 'private' }, false],
		['but what is to be asked for again', 200, { ...html, 'cache-control': 'no-cache' }, true],
		['not a page with a nonce', 200, { ...html, 'content-security-policy': "script-src 'nonce-abc'" }, false],
		['not what depends on the language', 200, { ...html, vary: 'accept-language' }, false],
		['not what depends on the kind asked for', 200, { ...html, vary: 'Accept' }, false],
		['but what depends on the encoding', 200, { ...html, vary: 'accept-encoding' }, true],
		['not a download', 200, { 'content-type': 'application/json', 'content-disposition': 'attachment' }, false]
	] as const;
	it.each(table)('%s', (_, status, headers, kept) => {
		expect(mayBeKept(status, new Headers(headers))).toBe(kept);
	});
});

describe('a kept page', () => {
	const page = (text = 'Guten Tag. '.repeat(200)) =>
		new Page(Buffer.from(text), [
			['content-type', 'text/html'],
			['x-frame-options', 'DENY'],
			['x-request-id', 'of the first who asked'],
			['etag', '"of the framework"'],
			['vary', 'accept-encoding']
		]);

	it('is compressed once, however many ask at the same time', async () => {
		const one = page();
		const [first, second] = await Promise.all([one.variant('br'), one.variant('br')]);
		expect(second).toBe(first);
		expect(one.ready('br')).toBe(first);
		expect(brotliDecompressSync(first.body).toString()).toContain('Guten Tag.');
	});

	it('has a tag of its own in every encoding, the same for the same content', async () => {
		const tags = await Promise.all([page(), page()].flatMap((one) => [one.variant('br'), one.variant('identity')]));
		expect(new Set(tags.map(({ validators }) => validators.etag)).size).toBe(2);
		const [mine] = await Promise.all([page().variant('br')]);
		expect((await page('another').variant('br')).validators).not.toEqual(mine.validators);
	});

	it('keeps its security headers, says its own of the rest, and nothing of the first who asked', async () => {
		const { flat, unchanged, headers } = await page().variant('br');
		const said = Object.fromEntries(headers);
		expect(said).toMatchObject({ 'x-frame-options': 'DENY', 'cache-control': 'no-cache', 'content-encoding': 'br' });
		expect(said).toMatchObject({ vary: 'accept-encoding, cookie' });
		expect(flat.join()).not.toMatch(/first who asked|framework/);
		expect(unchanged).toContain('x-frame-options');
		expect(unchanged).not.toContain('content-length');
	});
});
