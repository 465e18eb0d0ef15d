import { z } from 'zod';
import { fill, t } from '../../texts/texts.ts';

const words = () => t.data;

export const reference = (kind: string, name: string) => ({ $ref: `#/components/${kind}/${name}` });

/** A schema of ours as JSON Schema, without what says nothing to a reader: patterns of dates, the largest whole number. */
export function jsonSchema(schema: z.ZodType): object {
	const { $schema: _, ...described } = z.toJSONSchema(schema, {
		override({ jsonSchema }) {
			if (jsonSchema.format === 'date') delete jsonSchema.pattern;
			if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum;
			if (jsonSchema.minimum === Number.MIN_SAFE_INTEGER) delete jsonSchema.minimum;
		}
	});
	return described;
}

/** What can go wrong, by status. */
const PROBLEMS = [400, 404, 405, 406, 410, 500, 503] as const;

export function pageParameter(rows: number): object {
	const schema = { type: 'integer', minimum: 1, maximum: 999_999_999, default: 1 };
	return { name: 'seite', in: 'query', required: false, description: fill(words().pageAbout, { rows }), schema };
}

export function headers(): object {
	const text = { type: 'string' };
	return {
		etag: { description: words().etagAbout, schema: text },
		link: { description: words().linkAbout, schema: text },
		retryAfter: { description: words().retryAbout, schema: { type: 'integer', minimum: 1 } }
	};
}

function problemResponse(status: (typeof PROBLEMS)[number]): object {
	return {
		description: words().problems[status],
		...(status === 503 && { headers: { 'retry-after': reference('headers', 'retryAfter') } }),
		content: { 'application/problem+json': { schema: reference('schemas', 'problem') } }
	};
}

export const problems = () =>
	Object.fromEntries(PROBLEMS.map((status) => [status, reference('responses', `problem${status}`)]));

export const problemResponses = () =>
	Object.fromEntries(PROBLEMS.map((status) => [`problem${status}`, problemResponse(status)]));

const invalid = z.strictObject({ name: z.string(), detail: z.string() });

/** RFC 9457. */
export const problem = z.looseObject({
	type: z.string().meta({ format: 'uri-reference' }),
	title: z.string(),
	status: z.int().min(400).max(599),
	detail: z.string(),
	parameters: z.array(invalid).optional().meta({ description: words().parametersAbout })
});
