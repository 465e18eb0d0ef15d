import { describe, expect, it } from 'vitest';
import { PageCache } from './pageCache.ts';
import { Page } from './cachedPage.ts';

const page = (bytes = 10) => new Page(Buffer.alloc(bytes), []);

describe('the page cache', () => {
	it('gives a page for its address, revision and half a minute', () => {
		let now = 1_000;
		const cache = new PageCache(undefined, () => now);
		const kept = page();
		cache.keep('/a', kept, 1);
		now += 20_000;
		expect(cache.find('/a', 1)).toBe(kept);
		now += 9_999;
		expect(cache.find('/a', 1)).toBe(kept);
		expect(cache.find('/b', 1)).toBeUndefined();
		now += 2;
		expect(cache.find('/a', 1)).toBeUndefined();
	});

	it('never gives a page that something has changed since, or while it was rendered', () => {
		const cache = new PageCache();
		cache.keep('/a', page(), 1);
		expect(cache.find('/a', 2)).toBeUndefined();
		expect(cache.find('/a', 1)).toBeUndefined();
		cache.keep('/a', page(), 1);
		expect(cache.find('/a', 2)).toBeUndefined();
	});

	it('forgets first what was asked for longest ago', () => {
		const size = page().bytes;
		const cache = new PageCache(size * 3);
		for (const address of ['/a', '/b', '/c']) cache.keep(address, page(), 1);
		cache.find('/a', 1);
		cache.keep('/d', page(), 1);
		const left = ['/a', '/b', '/c', '/d'].filter((address) => cache.find(address, 1));
		expect(left).toEqual(['/a', '/c', '/d']);
		expect(cache.bytes).toBe(size * 3);
	});

	it('counts a page that is kept again once, and does not keep what is larger than itself', () => {
		const size = page().bytes;
		const cache = new PageCache(size * 3);
		for (let i = 0; i < 5; i++) cache.keep('/a', page(), i);
		expect(cache.bytes).toBe(size);
		cache.keep('/large', page(size * 3), 1);
		expect(cache.find('/large', 1)).toBeUndefined();
		expect(cache.bytes).toBe(size);
	});
});
