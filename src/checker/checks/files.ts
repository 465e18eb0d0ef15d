import { cellOf, decode, isMadeOf, parseCsv, rowsOf, writeCsvRow, type Edition } from '../edition.ts';
import { Findings, type Finding } from '../finding.ts';
import { TABLES } from '../format.ts';
import { number, object, objects, sha256, text, type Json, type JsonObject } from '../values.ts';
import { checkDescription } from './description.ts';

const DESCRIPTION = 'datapackage.json';

/** Whether the files are those of an edition, all and no other, whole, and whether both forms of a table say the same. */
export async function checkFiles(edition: Edition): Promise<Finding[]> {
	const found = new Findings('Dateien');
	for (const name of edition.doubled)
		found.wrong(`${name} ist mehr als einmal da. Niemand weiß, welche Datei gelten soll.`);
	checkNames(edition, found);
	if (!edition.description) {
		found.wrong(
			`${DESCRIPTION} fehlt oder ist nicht lesbar. Ohne diese Datei weiß niemand, welche Dateien zur Ausgabe gehören.`
		);
		return found.done('');
	}
	checkDescription(edition.description, decode(edition.files.get(DESCRIPTION) ?? new Uint8Array()), found);
	const resources = objects(edition.description.resources);
	for (const name of TABLES.keys()) {
		const resource = resources.find((one) => one.name === name) ?? {};
		const whole = await checkBytes(edition, resource, `${name}.csv`, found);
		await checkBytes(edition, object(resource.alternative), `${name}.json`, found);
		checkWriting(edition, name, found);
		checkCells(edition, name, whole, found);
	}
	return found.done(
		'{count} Angaben zu Dateien stimmen: Namen, Größe, Prüfsumme, und jede Zelle ist als CSV und als JSON gleich.'
	);
}

function checkNames(edition: Edition, found: Findings): void {
	if (edition.files.size === 0) return found.wrong('Es ist keine Datei da.');
	const names = [...TABLES.keys()].flatMap((name) => [`${name}.csv`, `${name}.json`]);
	for (const name of names) found.expect(edition.files.has(name), () => `${name} fehlt.`);
	const known = new Set([DESCRIPTION, ...names]);
	for (const name of edition.files.keys()) {
		if (known.has(name)) continue;
		if (name.includes('/')) found.wrong(`${name} liegt in einem Ordner. Eine Ausgabe hat keine Ordner.`);
		else found.wrong(`${name} gehört nicht zu dieser Ausgabe.`);
	}
	for (const name of edition.unreadable)
		found.wrong(`${name} ist nicht lesbar. Vielleicht ist die Datei abgeschnitten oder verändert.`);
}

/** Whether the file is the one that is described. */
async function checkBytes(edition: Edition, told: JsonObject, path: string, found: Findings): Promise<boolean> {
	const bytes = edition.files.get(path);
	if (!bytes) return false;
	const size = number(told.bytes);
	found.expect(bytes.length === size, () => `${path} hat ${bytes.length} Bytes statt ${size ?? 'einer Angabe'}.`);
	const digest = await sha256(bytes);
	return found.expect(
		text(told.hash) === `sha256:${digest}`,
		() => `${path} ist verändert, oder die Datei ist aus einer anderen Ausgabe: Ihre Prüfsumme ist ${digest}.`
	);
}

/** There is one way only to write a table as JSON: so nothing can stand beside what is read. */
function checkWriting(edition: Edition, name: string, found: Findings): void {
	const table = edition.tables.get(name);
	if (!table) return;
	if (table.dataset !== name) return found.wrong(`${name}.json nennt sich selbst »${shorten(table.dataset)}«.`);
	found.expect(
		isMadeOf(table.source, jsonParts(name, table.rows)),
		() =>
			`${name}.json ist anders geschrieben, als eine Ausgabe geschrieben wird. Vielleicht steht etwas darin zweimal.`
	);
}

function* jsonParts(name: string, rows: readonly Json[]): Generator<string> {
	yield `{"dataset":${JSON.stringify(name)},"rows":[`;
	for (const [at, row] of rows.entries()) yield `${at === 0 ? '' : ','}\n${JSON.stringify(row)}`;
	yield '\n]}\n';
}

function* csvParts(rows: readonly (readonly string[])[]): Generator<string> {
	yield '\ufeff';
	for (const row of rows) yield writeCsvRow(row);
}

/** The first cell in which both forms differ; which of them is wrong the digest says. */
function checkCells(edition: Edition, name: string, whole: boolean, found: Findings): void {
	const bytes = edition.files.get(`${name}.csv`);
	if (!bytes || !edition.tables.has(name)) return;
	const source = decode(bytes);
	const csv = parseCsv(source);
	const rows = rowsOf(edition, name);
	const [head = [], ...lines] = csv;
	const columns = (TABLES.get(name) ?? []).map((column) => column.name);
	found.expect(head.join(';') === columns.join(';'), () => `${name}.csv hat andere Spalten, als diese Tabelle hat.`);
	if (rows.length !== lines.length)
		return found.wrong(`${name}.csv hat ${lines.length} Zeilen, ${name}.json hat ${rows.length}.`);
	for (const [at, line] of lines.entries()) {
		if (line.length !== columns.length)
			return found.wrong(`${name}.csv: Zeile ${at + 1} hat ${line.length} Zellen statt ${columns.length}.`);
		for (const [place, column] of columns.entries()) {
			const [shown, value] = [line[place] ?? '', rows[at]?.[column]];
			if (isWritten(shown, cellOf(value), typeof value === 'string')) {
				found.right();
				continue;
			}
			const changed = whole ? `${name}.json` : `${name}.csv oder ${name}.json`;
			return found.wrong(
				`${changed} ist verändert: In Zeile ${at + 1} steht bei »${column}« einmal »${shorten(shown)}« und einmal »${shorten(cellOf(value))}«.`
			);
		}
	}
	found.expect(
		isMadeOf(source, csvParts(csv)),
		() => `${name}.csv ist anders geschrieben, als eine Ausgabe geschrieben wird. Gelesen steht darin dasselbe.`
	);
}

const CALCULATES = /^'*[\s\p{Z}\p{C}\p{M}]*[=+\-@]/u;
const SAYS = /^[\p{L}\p{N}]/u;

/** An apostrophe keeps spreadsheets from taking words for a formula: words that begin like one have it, no others. */
function isWritten(shown: string, value: string, isText: boolean): boolean {
	if (isText && CALCULATES.test(value)) return shown === `'${value}`;
	return shown === value || (isText && !SAYS.test(value) && shown === `'${value}`);
}

const shorten = (value: string) => (value.length > 60 ? `${value.slice(0, 60)} …` : value);
