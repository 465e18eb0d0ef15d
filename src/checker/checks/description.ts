import type { Findings } from '../finding.ts';
import { CLOSED, FORMAT, TABLES, type CellType, type Column } from '../format.ts';
import { canonical, list, object, objects, text, type Json, type JsonObject } from '../values.ts';

/** `datapackage.json`: whether it describes an edition of this form, in the one way there is. */
export function checkDescription(description: JsonObject, source: string, found: Findings): void {
	const expect = (holds: boolean, wrong: string) => found.expect(holds, () => `datapackage.json: ${wrong}`);
	if (!expect(description.format === FORMAT, `Diese Prüfung kennt Ausgaben der Form ${FORMAT}, nicht diese.`)) return;
	expect(
		source === JSON.stringify(description, null, '\t'),
		'Die Datei ist anders geschrieben, als sie geschrieben wird.'
	);
	expect(sameKeys(description, KEYS), 'Es fehlt etwas, oder es steht etwas darin, das nicht dazugehört.');
	expect(
		description.profile === 'tabular-data-package' && description.name === 'teilhabe' && text(description.title) !== '',
		'Das ist keine Ausgabe offener Daten einer Beteiligung.'
	);
	expect(/^[1-9]\d*$/.test(text(description.version)), 'Die Nummer der Ausgabe ist keine.');
	expect(isMoment(description.created), 'Es steht nicht da, wann die Ausgabe entstanden ist.');
	expect(canonical(withoutTitle(description.licenses)) === canonical(LICENCES), 'Das ist eine andere Lizenz.');
	expect(isEarlier(description), 'Die Prüfsummen früherer Ausgaben sind nicht lesbar oder nicht in ihrer Ordnung.');
	const resources = objects(description.resources);
	const names = resources.map((one) => text(one.name)).join(', ');
	expect(
		names === [...TABLES.keys()].join(', ') && resources.length === list(description.resources).length,
		'Die Tabellen sind nicht die, die eine Ausgabe hat.'
	);
	for (const resource of resources) {
		const columns = TABLES.get(text(resource.name));
		if (columns) checkResource(resource, columns, found);
	}
}

const KEYS = 'profile name title version created format earlier licenses resources';
const RESOURCE =
	'profile name path title description format mediatype encoding dialect rows bytes hash alternative schema';
const LICENCES = [{ name: 'dl-de/by-2-0', path: 'https://www.govdata.de/dl-de/by-2-0' }];

const sameKeys = (value: JsonObject, keys: string) => Object.keys(value).join(' ') === keys;
const withoutTitle = (licences: Json | undefined): Json =>
	objects(licences).map(({ title: _, ...rest }): JsonObject => rest);

export const isMoment = (value: Json | undefined) =>
	/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(text(value)) && !Number.isNaN(Date.parse(text(value)));

/** From the edition before this one backwards, each once. */
function isEarlier({ version, earlier }: JsonObject): boolean {
	let before = Number(version);
	return list(earlier).every((value) => {
		const one = object(value);
		const own = Number(one.version);
		const right = own < before && own > 0 && isMoment(one.recorded) && /^sha256:[\da-f]{64}$/.test(text(one.hash));
		before = own;
		return right && sameKeys(one, 'version recorded hash');
	});
}

/** What is the same for every table of every edition. */
function hasFacts(resource: JsonObject, name: string): boolean {
	const alternative = object(resource.alternative);
	const fixed = {
		profile: resource.profile ?? null,
		path: resource.path ?? null,
		format: resource.format ?? null,
		mediatype: resource.mediatype ?? null,
		encoding: resource.encoding ?? null,
		dialect: resource.dialect ?? null,
		alternative: [alternative.path ?? null, alternative.format ?? null, alternative.mediatype ?? null]
	};
	const told = {
		profile: 'tabular-data-resource',
		path: `${name}.csv`,
		format: 'csv',
		mediatype: 'text/csv',
		encoding: 'utf-8',
		dialect: { delimiter: ';', lineTerminator: '\r\n', quoteChar: '"', doubleQuote: true },
		alternative: [`${name}.json`, 'json', 'application/json']
	};
	return (
		sameKeys(resource, RESOURCE) &&
		sameKeys(alternative, 'path format mediatype rows bytes hash') &&
		canonical(fixed) === canonical(told)
	);
}

function checkResource(resource: JsonObject, columns: readonly Column[], found: Findings): void {
	const name = text(resource.name);
	const expect = (holds: boolean, wrong: string) => found.expect(holds, () => `datapackage.json, ${name}: ${wrong}`);
	expect(hasFacts(resource, name), 'Die Angaben zu den Dateien sind nicht die, die eine Ausgabe hat.');
	expect(text(resource.title) !== '' && text(resource.description) !== '', 'Was die Tabelle sagt, steht nicht da.');
	const schema = object(resource.schema);
	const fields = objects(schema.fields);
	expect(
		sameKeys(schema, 'fields missingValues') && canonical(schema.missingValues ?? null) === '[""]',
		'Das Schema ist nicht das einer Ausgabe.'
	);
	expect(
		fields.map((field) => text(field.name)).join() === columns.map((column) => column.name).join(),
		'Die Spalten sind nicht die, die diese Tabelle hat.'
	);
	for (const column of columns) {
		const field = fields.find((one) => one.name === column.name);
		if (field) expect(isDescribed(name, column, field), `Die Spalte »${column.name}« ist falsch beschrieben.`);
	}
}

const TYPED: Readonly<Record<CellType, string>> = {
	integer: 'integer',
	string: 'string',
	code: 'string',
	uri: 'string',
	date: 'date',
	boolean: 'boolean'
};

function isDescribed(table: string, column: Column, field: JsonObject): boolean {
	const constraints = object(field.constraints);
	const isCode = column.type === 'code';
	const keys = `name type${column.type === 'uri' ? ' format' : ''} description constraints${isCode ? ' categories' : ''}`;
	const codes = list(constraints.enum).map((one) => text(one));
	const closed = CLOSED[`${table}.${column.name}`];
	return (
		sameKeys(field, keys) &&
		field.type === TYPED[column.type] &&
		(column.type !== 'uri' || field.format === 'uri') &&
		text(field.description) !== '' &&
		sameKeys(constraints, isCode ? 'required enum' : 'required') &&
		constraints.required === !column.optional &&
		(!isCode || (new Set(codes).size === codes.length && !codes.includes(''))) &&
		(closed === undefined || [...codes].sort().join(' ') === closed.split(' ').sort().join(' ')) &&
		objects(field.categories).every(
			(one, place) => sameKeys(one, 'value label') && one.value === codes[place] && text(one.label) !== ''
		) &&
		list(field.categories).length === codes.length
	);
}
