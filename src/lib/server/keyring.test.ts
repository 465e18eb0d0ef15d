import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { Keyring } from './keyring.ts';
import { deriveKeys } from './secret.ts';

const root = mkdtempSync(join(tmpdir(), 'teilhabe-keyring-'));
afterAll(() => rmSync(root, { recursive: true }));
const keys = deriveKeys('one secret');
let folders = 0;
const fresh = () => join(root, String(++folders));

describe('a key', () => {
	it('is made once, whoever asks, sealed and for the owner only', () => {
		const folder = fresh();
		const key = new Keyring(folder, keys).make('phase');
		expect(new Keyring(folder, keys).make('phase')).toEqual(key);
		expect(new Keyring(folder, keys).read('phase')).toEqual(key);
		expect(readdirSync(folder)).toEqual(['phase']);
		expect(readFileSync(join(folder, 'phase'), 'utf8')).not.toContain(key.toString('base64url'));
		expect(statSync(join(folder, 'phase')).mode & 0o077).toBe(0);
	});

	it('is not there without its file or with another secret', () => {
		const folder = fresh();
		new Keyring(folder, keys).make('phase');
		expect(new Keyring(folder, keys).read('another')).toBeNull();
		expect(new Keyring(folder, deriveKeys('another secret')).read('phase')).toBeNull();
	});

	it('that is destroyed is gone from the folder and from memory', () => {
		const folder = fresh();
		const ring = new Keyring(folder, keys);
		const key = ring.make('phase');
		ring.hold('phase', key);
		ring.destroy('phase');
		ring.destroy('phase');
		expect(readdirSync(folder)).toEqual([]);
		expect(ring.held('phase')).toBeUndefined();
		expect(key.every((byte) => byte === 0)).toBe(true);
	});

	it('that another process has destroyed is gone from memory soon', () => {
		vi.useFakeTimers();
		const folder = fresh();
		const ring = new Keyring(folder, keys);
		ring.hold('phase', ring.make('phase'));
		vi.advanceTimersByTime(20_000);
		expect(ring.held('phase')).toBeDefined();
		new Keyring(folder, keys).destroy('phase');
		vi.advanceTimersByTime(20_000);
		expect(ring.held('phase')).toBeUndefined();
		vi.useRealTimers();
	});
});
