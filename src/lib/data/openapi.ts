import { site } from '../texts/de/site.ts';
import { fill, t } from '../texts/texts.ts';
import { columnsOf, LICENCE, SLUGS, type Column, type Slug } from './dataset.ts';

/** The interface for programs, described as OpenAPI 3.1 (https://spec.openapis.org/oas/v3.1.0). */
export function openapi(origin: string, rowsInPage: number): object {
	return {
		openapi: '3.1.0',
		info: {
			title: fill(t.data.packageTitle, { site: site.name }),
			description: t.data.apiAbout,
			version: '1',
			license: { name: LICENCE.name, url: LICENCE.path }
		},
		servers: [{ url: `${origin}/api/v1` }],
		paths: Object.fromEntries(SLUGS.map((slug) => [`/${slug}`, { get: operation(slug, rowsInPage) }])),
		components: {
			schemas: Object.fromEntries(SLUGS.map((slug) => [slug, page(slug, rowsInPage)])),
			headers: { etag: { description: t.data.etagAbout, schema: { type: 'string' } } }
		}
	};
}

function operation(slug: Slug, rowsInPage: number): object {
	const { title, about } = t.data.sets[slug];
	const seite = { type: 'integer', minimum: 1, default: 1 };
	return {
		operationId: slug,
		summary: title,
		description: about,
		parameters: [
			{ name: 'seite', in: 'query', description: fill(t.data.pageAbout, { rows: rowsInPage }), schema: seite }
		],
		responses: {
			200: {
				description: title,
				headers: { etag: { $ref: '#/components/headers/etag' } },
				content: { 'application/json': { schema: { $ref: `#/components/schemas/${slug}` } } }
			},
			304: { description: t.data.unchanged },
			404: { description: t.data.noPage }
		}
	};
}

function page(slug: Slug, rowsInPage: number): object {
	const columns = columnsOf(slug);
	const row = {
		type: 'object',
		additionalProperties: false,
		required: columns.map(({ name }) => name),
		properties: Object.fromEntries(columns.map((column) => [column.name, cell(column, slug)]))
	};
	const properties = {
		edition: { type: 'integer', description: t.data.editionAbout },
		at: { type: 'string', format: 'date-time' },
		page: { type: 'integer', minimum: 1 },
		pages: { type: 'integer', minimum: 1 },
		next: { type: ['string', 'null'], description: t.data.nextAbout },
		rows: { type: 'array', maxItems: rowsInPage, items: row }
	};
	return { type: 'object', additionalProperties: false, required: Object.keys(properties), properties };
}

function cell({ name, type, optional }: Column, slug: Slug): object {
	const words: Readonly<Record<string, string>> = t.data.sets[slug].columns;
	const base = type === 'integer' ? 'integer' : 'string';
	const format = type === 'integer' || type === 'string' ? {} : { format: type };
	return { type: optional ? [base, 'null'] : base, ...format, description: words[name] ?? name };
}
