import { describe, expect, it } from 'vitest';
import { t } from '../../texts/texts.ts';
import { asFileProblem, PROBLEM_TYPE } from './problem.ts';

const json = (status: number, body: unknown, more: Record<string, string> = {}) =>
	new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json', ...more } });

describe('a file that is not there', () => {
	it.each([
		[404, { message: '' }, t.data.problems[404]],
		[404, { message: 'Error: 404' }, t.data.problems[404]],
		[404, 'nothing', t.data.problems[404]],
		[410, { message: 'Das haben wir zurückgezogen.' }, 'Das haben wir zurückgezogen.']
	])('says so in a sentence: %i %j', async (status, body, detail) => {
		const told = await asFileProblem(json(status, body, { 'retry-after': '60' }));
		expect(told.headers.get('content-type')).toContain(PROBLEM_TYPE);
		expect(told.headers.get('retry-after')).toBe('60');
		expect(await told.json()).toMatchObject({ status, detail });
	});

	it('is a page for whoever looks for one, and a file that is there stays as it is', async () => {
		const page = new Response('<p>', { status: 404, headers: { 'content-type': 'text/html' } });
		expect(await asFileProblem(page)).toBe(page);
		const file = json(200, { message: '' });
		expect(await asFileProblem(file)).toBe(file);
	});
});
