import { rowsOf, type Edition } from '../edition.ts';
import { Findings, type Finding } from '../finding.ts';
import { ADDRESSES, KEYS, TABLES, type Column } from '../format.ts';
import { germanDay, object, objects, text, type Json, type JsonObject } from '../values.ts';

/** Whether each cell is what its column may hold, and nothing is there twice. */
export function checkTables(edition: Edition): Finding[] {
	const found = new Findings('Tabellen');
	const created = germanDay(text(edition.description?.created));
	const origin = originOf(edition);
	for (const [name, columns] of TABLES) {
		const table = edition.tables.get(name);
		if (!table) continue;
		const labels = labelsOf(edition, name);
		const rows = rowsOf(edition, name);
		if (rows.length < table.rows.length)
			found.wrong(`${name}: ${table.rows.length - rows.length} Zeilen sind gar keine.`);
		for (const [at, row] of rows.entries()) {
			const where = `${name}, Zeile ${at + 1}`;
			checkRow(where, row, { columns, labels, created }, found);
			const path = ADDRESSES[name];
			if (path !== undefined)
				found.expect(
					row.adresse === origin + path.replace(/\{(\w+)\}/g, (_, column: string) => String(row[column])),
					() => `${where}: Die Adresse »${text(row.adresse)}« ist nicht die, unter der es steht.`
				);
		}
		checkKeys(name, rows, found);
	}
	return found.done('{count} Zellen und Zeilen sind das, was in ihre Spalte gehört, und nichts steht doppelt da.');
}

/** The address of the website, as the first address says it. */
export function originOf(edition: Edition): string {
	for (const name of Object.keys(ADDRESSES)) {
		const address = text(rowsOf(edition, name)[0]?.adresse);
		const origin = /^https?:\/\/[^/]+/.exec(address)?.[0];
		if (origin !== undefined) return origin;
	}
	return '';
}

type Labels = ReadonlyMap<string, ReadonlyMap<Json, Json>>;

/** By column of codes: what each is called. */
function labelsOf(edition: Edition, name: string): Labels {
	const resource = objects(edition.description?.resources).find((one) => one.name === name) ?? {};
	return new Map(
		objects(object(resource.schema).fields).map((field) => [
			text(field.name),
			new Map(objects(field.categories).map(({ value, label }) => [value ?? null, label ?? null]))
		])
	);
}

interface Expected {
	columns: readonly Column[];
	labels: Labels;
	/** The day on which the edition was made. */
	created: string;
}

function checkRow(where: string, row: JsonObject, { columns, labels, created }: Expected, found: Findings): void {
	const keys = Object.keys(row);
	if (!found.expect(keys.join() === columns.map(({ name }) => name).join(), () => `${where} hat andere Spalten.`))
		return;
	for (const { name, type, optional, wordsOf } of columns) {
		const value = row[name] ?? null;
		const say = (what: string) => () => `${where}: Unter »${name}« steht ${what}.`;
		if (value === null) found.expect(optional, say('nichts'));
		else if (wordsOf !== null)
			found.expect(labels.get(wordsOf)?.get(row[wordsOf] ?? null) === value, say('nicht, wie das Kürzel heißt'));
		else if (type === 'code')
			found.expect(labels.get(name)?.has(value) === true, say(`ein unbekanntes Kürzel: ${String(value)}`));
		else if (type === 'date')
			found.expect(isDay(value) && (FUTURE.includes(name) || text(value) <= created), say('kein Tag, der sein kann'));
		else found.expect(isOf(type, value), say('etwas, das nicht in diese Spalte gehört'));
		// Where a code is, there are words for it, and the other way round.
		if (wordsOf !== null && value === null)
			found.expect((row[wordsOf] ?? null) === null, say('nichts, obwohl es ein Kürzel gibt'));
	}
}

/** Days that may be to come. */
const FUTURE: readonly string[] = ['wieder_am', 'frist', 'antwort_bis', 'findet_statt'];

const isDay = (value: Json) =>
	typeof value === 'string' &&
	/^\d{4}-\d\d-\d\d$/.test(value) &&
	!Number.isNaN(Date.parse(`${value}T00:00:00Z`)) &&
	new Date(`${value}T00:00:00Z`).toISOString().startsWith(value);

function isOf(type: Column['type'], value: Json): boolean {
	if (type === 'integer') return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
	if (type === 'boolean') return typeof value === 'boolean';
	if (type === 'uri') return typeof value === 'string' && /^https?:\/\/\S+$/.test(value);
	return typeof value === 'string' && value !== '';
}

function checkKeys(name: string, rows: readonly JsonObject[], found: Findings): void {
	const columns = KEYS[name];
	if (!columns) return;
	const seen = new Set<string>();
	for (const row of rows) {
		const key = columns.map((column) => String(row[column])).join(', ');
		if (seen.has(key)) found.wrong(`${name}: ${columns.join(', ')} ${key} steht zweimal da.`);
		seen.add(key);
	}
}
