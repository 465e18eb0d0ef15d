import { describe, expect, it } from 'vitest';
import { unavailable } from './unavailable.ts';

const locals = { requestId: 'r-1' };

function ask(accept: string, path = '/beitraege', form?: URLSearchParams) {
	const url = new URL(path, 'http://localhost');
	const request = new Request(url, { headers: { accept }, ...(form ? { method: 'POST', body: form } : {}) });
	return unavailable({ request, url, locals }, 'away');
}

describe('while the database is away', () => {
	it('a browser gets a plain page, a program a problem, anybody else a sentence, and all when to come again', async () => {
		const kinds = ['text/html,*/*;q=0.8', 'application/json', '*/*'];
		const answers = await Promise.all(kinds.map((accept) => ask(accept)));
		expect(answers.map(({ headers }) => headers.get('content-type'))).toEqual([
			'text/html; charset=utf-8',
			'application/problem+json',
			'text/plain; charset=utf-8'
		]);
		for (const answer of answers) {
			expect(answer.status).toBe(503);
			expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
			expect(answer.headers.get('cache-control')).toBe('no-store');
		}
		expect((await ask('*/*', '/api/v1/points')).headers.get('content-type')).toBe('application/problem+json');
	});

	it('what somebody wrote is on the page, to be sent again, and cannot become part of it', async () => {
		const text = `\n</textarea><script>alert("1")</script> ${'Mein langer Text. '.repeat(5)}`;
		const form = new URLSearchParams({ text, choice: '"1', password: 'geheim und lang' });
		form.append('topic', 'a');
		form.append('topic', 'b');
		const page = await (await ask('text/html', '/', form)).text();
		expect(page).not.toContain('<script>');
		expect(page).toContain('<textarea name="text" rows="8" aria-labelledby="kept">\n\n&lt;/textarea&gt;');
		expect(page).toContain('name="choice" value="&quot;1"');
		expect(page.match(/name="topic"/g)).toHaveLength(2);
		expect(page).not.toContain('geheim');
	});
});
