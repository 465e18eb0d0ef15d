import { describe, expect, it } from 'vitest';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { chooseEncoding, compressFast, compressOnce } from './encoding.ts';

describe('the encoding', () => {
	const table = [
		[undefined, 'identity'],
		['', 'identity'],
		['gzip, deflate, br, zstd', 'br'],
		['gzip, deflate', 'gzip'],
		['GZIP', 'gzip'],
		['deflate', 'identity'],
		['br;q=0, gzip', 'gzip'],
		['br; q=0, gzip; q=0', 'identity'],
		['*', 'br'],
		['br;q=0, *;q=0.5', 'gzip'],
		['br;q=nonsense', 'identity'],
		['br;q=0.5, gzip', 'br'],
		['*;q=0', 'identity']
	] as const;
	it.each(table)('for %s is %s', (accept, encoding) => {
		expect(chooseEncoding(accept)).toBe(encoding);
		expect(chooseEncoding(accept)).toBe(encoding);
	});

	it.each([10, 200_000])('gives back %i bytes as they were', async (length) => {
		const bytes = Buffer.alloc(length, 'Grüße ');
		expect(brotliDecompressSync(await compressOnce(bytes, 'br'))).toEqual(bytes);
		expect(gunzipSync(await compressOnce(bytes, 'gzip'))).toEqual(bytes);
		expect(gunzipSync(await compressFast(bytes))).toEqual(bytes);
		expect(await compressOnce(bytes, 'identity')).toBe(bytes);
	});
});
