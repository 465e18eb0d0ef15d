import type { Edition } from '../edition.ts';
import { list, object, objects, text, type Json, type JsonObject } from '../values.ts';

function fieldOf(edition: Edition, table: string, column: string): JsonObject {
	const resource = objects(edition.description?.resources).find((one) => one.name === table) ?? {};
	return objects(object(resource.schema).fields).find((one) => one.name === column) ?? {};
}

/** What may stand in a column of codes, as the edition describes it. */
export const codesOf = (edition: Edition, table: string, column: string): string[] =>
	list(object(fieldOf(edition, table, column).constraints).enum).map((code) => text(code));

/** What a code is called there; undefined: it is none of that column. */
export const labelIn = (edition: Edition, [table, column]: [string, string], code: string): Json | undefined =>
	objects(fieldOf(edition, table, column).categories).find(({ value }) => value === code)?.label;
