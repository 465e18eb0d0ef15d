import { z } from 'zod';
import { t } from '../../texts/texts.ts';
import type { Slug } from '../sets/columns/columns.ts';
import { rowSchema } from '../sets/columns/rowSchema.ts';
import { packageTitle } from './dataPackage.ts';
import { LICENCE, SLUGS } from '../dataset.ts';
import { headers, jsonSchema, pageParameter, problem, problemResponses, problems, reference } from './openapiParts.ts';

const words = () => t.data;

const TAGS = [
	{ name: 'tabellen', description: words().apiTables },
	{ name: 'wegweiser', description: words().apiRoot }
];

/** The interface for programs, described as OpenAPI 3.1 (https://spec.openapis.org/oas/v3.1.0). */
export function openapi(origin: string, rowsInPage: number): object {
	return {
		openapi: '3.1.0',
		info: {
			title: packageTitle(),
			description: words().apiAbout,
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
				...Object.fromEntries(SLUGS.map((slug) => [slug, jsonSchema(page(slug, rowsInPage))])),
				wegweiser: jsonSchema(root()),
				problem: jsonSchema(problem)
			}
		}
	};
}

function operation(slug: Slug): object {
	const { title, about } = words().sets[slug];
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
			304: { description: words().unchanged },
			...problems()
		}
	};
}

function rootOperation(): object {
	return {
		operationId: 'wegweiser',
		tags: ['wegweiser'],
		summary: words().apiRoot,
		description: words().apiAbout,
		responses: {
			200: {
				description: words().apiRoot,
				headers: { etag: reference('headers', 'etag') },
				content: { 'application/json': { schema: reference('schemas', 'wegweiser') } }
			},
			304: { description: words().unchanged },
			...problems()
		}
	};
}

const uri = z.string().meta({ format: 'uri' });
const moment = z.string().meta({ format: 'date-time' });
const edition = z.int().meta({ description: words().editionAbout });

function root() {
	const about = { name: z.enum(SLUGS), title: z.string(), description: z.string(), rows: z.int().min(0) };
	return z.strictObject({
		title: z.string(),
		licence: uri,
		description: uri,
		catalogue: uri,
		edition: edition.nullable(),
		at: moment.nullable(),
		tables: z.array(z.strictObject({ ...about, href: uri, csv: uri, json: uri }))
	});
}

function page(slug: Slug, rowsInPage: number) {
	return z.strictObject({
		edition,
		at: moment,
		page: z.int().min(1),
		pages: z.int().min(1),
		next: z.string().nullable().meta({ description: words().nextAbout }),
		rows: z.array(rowSchema(slug)).max(rowsInPage)
	});
}
