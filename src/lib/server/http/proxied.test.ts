import { describe, expect, it } from 'vitest';
import { openLog } from '../log.ts';
import { proxyNotice } from './proxied.ts';

function scene(addressHeader: string | null) {
	const lines: string[] = [];
	const log = openLog('info', { write: (line: string) => void lines.push(line) });
	return { lines, notice: proxyNotice(addressHeader, log) };
}
const headers = (name: string) => new Headers({ [name]: '192.0.2.7' });

describe('a proxy nobody has told the server of', () => {
	it.each(['x-forwarded-for', 'forwarded'])('is noticed by %s and said once, without the address', (name) => {
		const { lines, notice } = scene(null);
		notice(headers('accept'));
		expect(lines).toEqual([]);
		notice(headers(name));
		notice(headers(name));
		expect(lines).toHaveLength(1);
		expect(lines[0]).toContain('ADDRESS_HEADER');
		expect(lines[0]).toContain('"level":40');
		expect(lines[0]).not.toContain('192.0.2.7');
	});

	it('is none when the setting is there', () => {
		const { lines, notice } = scene('x-forwarded-for');
		notice(headers('x-forwarded-for'));
		expect(lines).toEqual([]);
	});
});
