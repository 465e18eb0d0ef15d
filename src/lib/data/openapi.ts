import { CODES } from './codes.ts';
import { t } from '../texts/texts.ts';
import { columnsOf, type Column, type Slug } from './columns.ts';
import { packageTitle } from './dataPackage.ts';
import { LICENCE, SLUGS } from './dataset.ts';
import { meaningOf } from './meaning.ts';
import { closed, headers, pageParameter, problem, problemResponses, problems, reference } from './openapiParts.ts';

const words = t.data;

const TAGS = [
	{ name: 'tabellen', description: words.apiTables },
	{ name: 'wegweiser', description: words.apiRoot }
];

/** The interface for programs, described as OpenAPI 3.1 (https://spec.openapis.org/oas/v3.1.0). */
export function openapi(origin: string, rowsInPage: number): object {
	return {
		openapi: '3.1.0',
		info: {
			title: packageTitle,
			description: words.apiAbout,
			version: '1',
			license: { name: LICENCE.name, url: LICENCE.path },
			contact: { url: `${origin}/hilfe` }
		},
		servers: [{ url: `${origin}/api/v1` }],
		// Nobody signs in.
		security: [],
		tags: TAGS,
		paths: {
			'/': { get: rootOperation() },
			...Object.fromEntries(SLUGS.map((slug) => [`/${slug}`, { get: operation(slug) }]))
		},
		components: {
			parameters: { seite: pageParameter(rowsInPage) },
			headers: headers(),
			responses: problemResponses(),
			schemas: {
				...Object.fromEntries(SLUGS.map((slug) => [slug, page(slug, rowsInPage)])),
				wegweiser: root(),
				problem: problem()
			}
		}
	};
}

function operation(slug: Slug): object {
	const { title, about } = words.sets[slug];
	return {
		operationId: slug,
		tags: ['tabellen'],
		summary: title,
		description: about,
		parameters: [reference('parameters', 'seite')],
		responses: {
			200: {
				description: title,
				headers: { etag: reference('headers', 'etag'), link: reference('headers', 'link') },
				content: { 'application/json': { schema: reference('schemas', slug) } }
			},
			304: { description: words.unchanged },
			...problems()
		}
	};
}

function rootOperation(): object {
	return {
		operationId: 'wegweiser',
		tags: ['wegweiser'],
		summary: words.apiRoot,
		description: words.apiAbout,
		responses: {
			200: {
				description: words.apiRoot,
				headers: { etag: reference('headers', 'etag') },
				content: { 'application/json': { schema: reference('schemas', 'wegweiser') } }
			},
			304: { description: words.unchanged },
			...problems()
		}
	};
}

const uri = { type: 'string', format: 'uri' };

function root(): object {
	const table = { name: { type: 'string', enum: SLUGS }, title: { type: 'string' }, description: { type: 'string' } };
	const rows = { type: 'integer', minimum: 0 };
	return closed({
		title: { type: 'string' },
		licence: uri,
		description: uri,
		catalogue: uri,
		edition: { type: ['integer', 'null'], description: words.editionAbout },
		at: { type: ['string', 'null'], format: 'date-time' },
		tables: { type: 'array', items: closed({ ...table, rows, href: uri, csv: uri, json: uri }) }
	});
}

function page(slug: Slug, rowsInPage: number): object {
	return closed({
		edition: { type: 'integer', description: words.editionAbout },
		at: { type: 'string', format: 'date-time' },
		page: { type: 'integer', minimum: 1 },
		pages: { type: 'integer', minimum: 1 },
		next: { type: ['string', 'null'], description: words.nextAbout },
		rows: {
			type: 'array',
			maxItems: rowsInPage,
			items: closed(Object.fromEntries(columnsOf(slug).map((column) => [column.name, cell(column, slug)])))
		}
	});
}

function cell(column: Column, slug: Slug): object {
	const { type, optional, codes } = column;
	const base = type === 'integer' || type === 'boolean' ? type : 'string';
	const format = type === 'date' || type === 'uri' ? { format: type } : {};
	const known = codes && [...Object.keys(CODES[codes]), ...(optional ? [null] : [])];
	const description = meaningOf(slug, column);
	return { type: optional ? [base, 'null'] : base, ...format, ...(known && { enum: known }), description };
}
