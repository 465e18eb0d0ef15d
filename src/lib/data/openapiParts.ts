import { fill, t } from '../texts/texts.ts';

const words = t.data;

export const reference = (kind: string, name: string) => ({ $ref: `#/components/${kind}/${name}` });

export const closed = (properties: Readonly<Record<string, unknown>>) => ({
	type: 'object',
	additionalProperties: false,
	required: Object.keys(properties),
	properties
});

/** What can go wrong, by status. */
const PROBLEMS = [400, 404, 405, 406, 410, 500, 503] as const;

export function pageParameter(rows: number): object {
	const schema = { type: 'integer', minimum: 1, maximum: 999_999_999, default: 1 };
	return { name: 'seite', in: 'query', required: false, description: fill(words.pageAbout, { rows }), schema };
}

export function headers(): object {
	const text = { type: 'string' };
	return {
		etag: { description: words.etagAbout, schema: text },
		link: { description: words.linkAbout, schema: text },
		retryAfter: { description: words.retryAbout, schema: { type: 'integer', minimum: 1 } }
	};
}

function problemResponse(status: (typeof PROBLEMS)[number]): object {
	return {
		description: words.problems[status],
		...(status === 503 && { headers: { 'retry-after': reference('headers', 'retryAfter') } }),
		content: { 'application/problem+json': { schema: reference('schemas', 'problem') } }
	};
}

export const problems = () =>
	Object.fromEntries(PROBLEMS.map((status) => [status, reference('responses', `problem${status}`)]));

export const problemResponses = () =>
	Object.fromEntries(PROBLEMS.map((status) => [`problem${status}`, problemResponse(status)]));

/** RFC 9457. */
export function problem(): object {
	const invalid = closed({ name: { type: 'string' }, detail: { type: 'string' } });
	return {
		type: 'object',
		required: ['type', 'title', 'status', 'detail'],
		properties: {
			type: { type: 'string', format: 'uri-reference' },
			title: { type: 'string' },
			status: { type: 'integer', minimum: 400, maximum: 599 },
			detail: { type: 'string' },
			parameters: { type: 'array', items: invalid, description: words.parametersAbout }
		}
	};
}
