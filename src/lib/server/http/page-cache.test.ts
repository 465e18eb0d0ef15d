import { describe, expect, it } from 'vitest';
import { PageCache } from './page-cache.ts';
import { Page } from './page.ts';

const page = (bytes = 10) => new Page(Buffer.alloc(bytes), []);
const NOON = 1_800_000_000_000;

describe('the page cache', () => {
	it('gives a page for its address, revision and half a minute', () => {
		const cache = new PageCache();
		const kept = page();
		cache.keep('/a', kept, 1, NOON);
		expect(cache.find('/a', 1, NOON + 29_999)).toBe(kept);
		expect(cache.find('/b', 1, NOON)).toBeUndefined();
		expect(cache.find('/a', 1, NOON + 30_000)).toBeUndefined();
	});

	it('never gives a page that something has changed since, or while it was rendered', () => {
		const cache = new PageCache();
		cache.keep('/a', page(), 1, NOON);
		expect(cache.find('/a', 2, NOON)).toBeUndefined();
		expect(cache.find('/a', 1, NOON)).toBeUndefined();
		cache.keep('/a', page(), 1, NOON);
		expect(cache.find('/a', 2, NOON)).toBeUndefined();
	});

	it('forgets first what was asked for longest ago', () => {
		const size = page().bytes;
		const cache = new PageCache(size * 3);
		for (const address of ['/a', '/b', '/c']) cache.keep(address, page(), 1, NOON);
		cache.find('/a', 1, NOON);
		cache.keep('/d', page(), 1, NOON);
		const left = ['/a', '/b', '/c', '/d'].filter((address) => cache.find(address, 1, NOON));
		expect(left).toEqual(['/a', '/c', '/d']);
		expect(cache.bytes).toBe(size * 3);
	});

	it('counts a page that is kept again once, and does not keep what is larger than itself', () => {
		const size = page().bytes;
		const cache = new PageCache(size * 3);
		for (let i = 0; i < 5; i++) cache.keep('/a', page(), i, NOON);
		expect(cache.bytes).toBe(size);
		cache.keep('/large', page(size * 3), 1, NOON);
		expect(cache.find('/large', 1, NOON)).toBeUndefined();
		expect(cache.bytes).toBe(size);
	});
});
