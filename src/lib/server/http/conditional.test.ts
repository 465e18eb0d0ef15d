import { describe, expect, it } from 'vitest';
import { send, sendText } from './conditional.ts';

const TEXT = 'Zwei Sätze. Noch einer.';
const bytes = Buffer.from(TEXT);
const ask = (headers: Record<string, string>, method = 'GET') =>
	new Request('https://teilhabe.example/x', { headers, method });
const told = (headers: Record<string, string>) =>
	sendText(ask(headers), TEXT, { 'content-type': 'text/plain' }, { lastModified: '2027-05-10T12:00:00.500Z' });

async function* pieces() {
	yield 'Zwei S';
	yield 'ätze. ';
	yield 'Noch einer.';
}
const streamed = (headers: Record<string, string>, size: number | null = bytes.length) =>
	send(ask(headers), { headers: {}, etag: '"x"', size, body: pieces });

describe('a file', () => {
	it('is sent once to whoever keeps it, by its tag or by its date; the tag counts first', () => {
		const { headers, status } = told({});
		const etag = headers.get('etag') ?? '';
		expect([status, headers.get('accept-ranges'), headers.get('content-length')]).toEqual([
			...[200, 'bytes'],
			String(bytes.length)
		]);
		expect(headers.get('last-modified')).toBe('Mon, 10 May 2027 12:00:00 GMT');
		const date = headers.get('last-modified') ?? '';
		for (const known of [{ 'if-none-match': etag }, { 'if-none-match': `W/${etag}` }, { 'if-none-match': '*' }]) {
			expect(told(known).status).toBe(304);
		}
		expect(told({ 'if-modified-since': date }).status).toBe(304);
		// As `fetch` in a browser asks.
		expect(told({ 'if-none-match': etag, 'cache-control': 'no-cache', pragma: 'no-cache' }).status).toBe(304);
		expect(told({ 'if-modified-since': date, 'if-none-match': '"other"' }).status).toBe(200);
		expect(told({ 'if-modified-since': 'Sun, 09 May 2027 12:00:00 GMT' }).status).toBe(200);
		expect(told({ 'if-none-match': etag }).headers.get('content-type')).toBeNull();
		expect(told({ 'if-none-match': etag }).headers.get('etag')).toBe(etag);
	});

	it.each([
		['bytes=0-3', 0, 3],
		['bytes=5-', 5, bytes.length - 1],
		['bytes=-4', bytes.length - 4, bytes.length - 1],
		['bytes=20-999', 20, bytes.length - 1],
		['bytes=6-6', 6, 6]
	])('can be had in part: %s', async (range, start, end) => {
		for (const answer of [told({ range }), streamed({ range })]) {
			expect(answer.status).toBe(206);
			expect(answer.headers.get('content-range')).toBe(`bytes ${start}-${end}/${bytes.length}`);
			const part = Buffer.from(await answer.arrayBuffer());
			expect(part).toEqual(bytes.subarray(start, end + 1));
			expect(answer.headers.get('content-length')).toBe(String(part.length));
		}
	});

	it('in parts put together is the whole, wherever it is cut', async () => {
		const parts: Buffer[] = [];
		for (let at = 0; at < bytes.length; at += 7) {
			parts.push(Buffer.from(await streamed({ range: `bytes=${at}-${at + 6}` }).arrayBuffer()));
		}
		expect(Buffer.concat(parts).toString()).toBe(TEXT);
	});

	it.each([['bytes=99-'], ['bytes=30-40']])('of a part that is not there says how long it is: %s', (range) => {
		expect([told({ range }).status, told({ range }).headers.get('content-range')]).toEqual([
			...[416, `bytes */${bytes.length}`]
		]);
	});

	it.each([['bytes=x-y'], ['signs=0-3'], ['bytes=0-3,5-7'], ['bytes=3-1'], ['nonsense']])(
		'is sent whole where the wish is not understood: %s',
		async (range) => {
			const answer = told({ range });
			if (answer.status === 416) return expect(range).toBe('bytes=3-1');
			expect([answer.status, await answer.text()]).toEqual([200, TEXT]);
		}
	);

	it('is sent whole when the part is wanted of another state of it, and when nobody knows how long it is', async () => {
		const etag = told({}).headers.get('etag') ?? '';
		expect(told({ range: 'bytes=0-3', 'if-range': etag }).status).toBe(206);
		expect(told({ range: 'bytes=0-3', 'if-range': '"other"' }).status).toBe(200);
		expect(told({ range: 'bytes=0-3', 'if-range': `W/${etag}` }).status).toBe(200);
		expect([streamed({ range: 'bytes=0-3' }, null).status, await streamed({}, null).text()]).toEqual([200, TEXT]);
		expect(sendText(ask({ range: 'bytes=0-3' }, 'HEAD'), TEXT, {}).status).toBe(200);
	});
});
