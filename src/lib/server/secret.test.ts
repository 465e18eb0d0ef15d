import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { deriveKeys, readSecret } from './secret.ts';

const folder = mkdtempSync(join(tmpdir(), 'teilhabe-secret-'));
afterAll(() => rmSync(folder, { recursive: true }));

describe('the secret', () => {
	it('is made once, for the owner only', () => {
		const file = join(folder, 'deep', 'secret');
		const made = readSecret(null, file);
		expect(made.length).toBeGreaterThanOrEqual(32);
		expect(readSecret(null, file)).toBe(made);
		expect(readFileSync(file, 'utf8')).toBe(made);
		expect(statSync(file).mode & 0o077).toBe(0);
	});

	it('given by the operator is used and written nowhere', () => {
		const file = join(folder, 'unused');
		expect(readSecret('given by the operator', file)).toBe('given by the operator');
		expect(existsSync(file)).toBe(false);
	});
});

describe('keys', () => {
	const keys = deriveKeys('one secret');

	it('are different for every purpose and every secret', () => {
		const digests = [
			keys.digest('card', 'text'),
			keys.digest('ballot', 'text'),
			deriveKeys('another secret').digest('card', 'text')
		];
		expect(new Set(digests).size).toBe(3);
		expect(deriveKeys('one secret').digest('card', 'text')).toBe(digests[0]);
	});

	it('cut a digest where asked', () => {
		expect(Buffer.from(keys.digest('ballot', 'text', 16), 'base64url')).toHaveLength(16);
	});

	it('open what they sealed, and never seal alike', () => {
		const sealed = keys.seal('Grüße aus Köln');
		expect(keys.open(sealed)).toBe('Grüße aus Köln');
		expect(keys.seal('Grüße aus Köln')).not.toBe(sealed);
		expect(Buffer.from(sealed, 'base64url').toString('latin1')).not.toContain('aus');
	});

	it('refuse what somebody changed, cut or sealed with another secret', () => {
		const raw = Buffer.from(keys.seal('a text'), 'base64url');
		for (let i = 0; i < raw.length; i++) {
			const changed = Buffer.from(raw);
			changed.writeUInt8(changed.readUInt8(i) ^ 1, i);
			expect(() => keys.open(changed.toString('base64url'))).toThrow();
		}
		for (const cut of [0, 5, 12, 20, raw.length - 1]) {
			expect(() => keys.open(raw.subarray(0, cut).toString('base64url'))).toThrow();
		}
		expect(() => deriveKeys('another secret').open(raw.toString('base64url'))).toThrow();
	});
});
