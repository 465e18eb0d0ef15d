import { isHttpError } from '@sveltejs/kit';
import { expect, it } from 'vitest';
import { MOST_FORM_BYTES } from './formLimits.ts';
import { readForm, readUpload } from './readForm.ts';

const sent = (body: BodyInit, type?: string) =>
	new Request('http://localhost/x', { method: 'POST', body, ...(type && { headers: { 'content-type': type } }) });

const statusOf = async (work: Promise<unknown>) =>
	work.then(
		() => 200,
		(problem: unknown) => (isHttpError(problem) ? problem.status : 0)
	);

function withFile(size: number): FormData {
	const form = new FormData();
	form.append('id', '1');
	form.append('file', new File(['x'.repeat(size)], 'Müll.csv'));
	return form;
}

it('a file comes with its name and the fields beside it; none was chosen: none comes', async () => {
	const { values, files } = await readUpload(sent(withFile(5)), 100);
	expect(values).toEqual({ id: '1' });
	expect(files.map(({ field, name, bytes }) => [field, name, bytes.length])).toEqual([['file', 'Müll.csv', 5]]);
	const empty = new FormData();
	empty.append('file', new File([], ''));
	expect((await readUpload(sent(empty), 100)).files).toEqual([]);
});

it('what is too large is refused, whatever was said of its size; what is broken is told from it', async () => {
	expect(await statusOf(readUpload(sent(withFile(200_000)), 1_000))).toBe(413);
	expect(await statusOf(readUpload(sent('no parts', 'multipart/form-data; boundary=x'), 1_000))).toBe(400);
	const form = 'application/x-www-form-urlencoded';
	expect(await statusOf(readForm(sent('a='.padEnd(MOST_FORM_BYTES + 1, 'x'), form)))).toBe(413);
	expect(await statusOf(readForm(sent(withFile(5))))).toBe(400);
});
