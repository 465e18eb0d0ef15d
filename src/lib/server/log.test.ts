import { describe, expect, it } from 'vitest';
import { openLog } from './log.ts';

function lines(write: (log: ReturnType<typeof openLog>) => void): string {
	let text = '';
	write(openLog('info', { write: (line) => void (text += line) }));
	return text;
}

describe('what the log says of an error', () => {
	it('is its name, words, code and place', () => {
		const error = Object.assign(new TypeError('it broke', { cause: new Error('deeper') }), { code: '23502' });
		const told: unknown = JSON.parse(lines((log) => log.error({ err: error })));
		expect(told).toMatchObject({ err: { type: 'TypeError', message: 'it broke', code: '23502' } });
		expect(told).toMatchObject({ err: { cause: { message: 'deeper' } } });
		expect(JSON.stringify(told)).toContain('log.test.ts');
	});

	it('is never what else hangs on it: rows, addresses', () => {
		const detail = 'Failing row contains (Meine Geschichte, weide@example.org).';
		const error = Object.assign(new Error('null value in column'), { detail, where: detail, rejected: [detail] });
		expect(lines((log) => log.error({ err: error }))).not.toContain('weide@example.org');
		expect(lines((log) => log.error({ err: detail }))).not.toContain('weide@example.org');
	});
});
