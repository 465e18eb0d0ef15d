import { sha256 } from '#lib/sha256.ts';
import { csv } from '#lib/csv.ts';

/** Changes of an edition of open data, every kind in every file and column, always the same for the same seed. */
export type Texts = ReadonlyMap<string, string>;
type Cell = string | number | boolean | null;
export type Row = Record<string, Cell>;
type Description = {
	resources: {
		name: string;
		path: string;
		rows: number;
		bytes: number;
		hash: string;
		alternative: { path: string; rows: number; bytes: number; hash: string };
		schema: { fields: Field[] };
	}[];
};
interface Field {
	name: string;
	type: string;
	constraints: { enum?: string[] };
	categories?: { value: string; label: string }[];
}

export interface Mutation {
	/** `table.column`, or what was done to a whole row: `table +row`, `table -row`; of the chronicle with its event. */
	kind: string;
	name: string;
	/** As somebody would leave it who knows nothing of digests. */
	plain: Texts;
	/** With both forms of the table written anew and every digest beside it adjusted. */
	forged: Texts;
}

export const descriptionOf = (files: Texts): Description => JSON.parse(files.get('datapackage.json') ?? '');
export const rowsIn = (files: Texts, table: string): Row[] => JSON.parse(files.get(`${table}.json`) ?? '').rows;

/** Both forms of a table with these rows. */
function written(files: Texts, table: string, rows: readonly Row[]): Map<string, string> {
	const names = descriptionOf(files).resources.find(({ name }) => name === table)?.schema.fields ?? [];
	const json = `{"dataset":"${table}","rows":[${rows.map((row) => `\n${JSON.stringify(row)}`).join(',')}\n]}\n`;
	const sheet = csv(
		names.map(({ name }) => name),
		rows.map((row) => names.map(({ name }) => row[name]))
	);
	return new Map([...files, [`${table}.json`, json], [`${table}.csv`, sheet]]);
}

/** With the sizes and digests that its description has to have: somebody has taken trouble. */
export function resealed(files: Texts): Texts {
	const description = descriptionOf(files);
	for (const resource of description.resources)
		for (const file of [resource, resource.alternative]) {
			const text = files.get(file.path) ?? '';
			Object.assign(file, { bytes: Buffer.byteLength(text), hash: `sha256:${sha256(text)}` });
		}
	return new Map([...files, ['datapackage.json', JSON.stringify(description, null, '\t')]]);
}

const isRows = (it: unknown): it is Row[] => Array.isArray(it);
/** `change`: in place, or answers with other rows. */
export const withRows = (files: Texts, table: string, change: (rows: Row[]) => unknown): Texts => {
	const rows = rowsIn(files, table);
	const changed = change(rows);
	return resealed(written(files, table, isRows(changed) ? changed : rows));
};

/** Mulberry32: small, and the same everywhere. */
function chance(seed: number): (below: number) => number {
	let state = seed;
	return (below) => {
		state = (state + 0x6d2b79f5) | 0;
		let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
		return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
	};
}

/** Another value of the same kind; null: there is none. */
function another(value: Cell, field: Field, pick: (below: number) => number): Cell {
	const codes = field.constraints.enum;
	if (codes) return codes.filter((code) => code !== value)[pick(codes.length - 1)] ?? null;
	if (typeof value === 'boolean') return !value;
	if (field.type === 'integer') return typeof value === 'number' ? (pick(2) && value > 9 ? value - 10 : value + 1) : 7;
	if (field.type === 'date') return value === '2026-10-02' ? '2026-10-03' : '2026-10-02';
	if (typeof value !== 'string') return 'Etwas';
	if (/^[\da-f]{64}$/.test(value)) return '0'.repeat(64);
	if (/^\d{4}-\d\d-\d\dT/.test(value)) return `2026-10-02${value.slice(10)}`;
	const digit = /\d/.exec(value);
	if (digit) return value.replace(/\d/, String((Number(digit[0]) + 1) % 10));
	return `${value} nicht`;
}

/** So many changes of each column and of whole rows of each table that has some. */
export function* mutations(files: Texts, seed: number, each: number): Generator<Mutation> {
	const pick = chance(seed);
	for (const { name: table, schema } of descriptionOf(files).resources) {
		const rows = rowsIn(files, table);
		if (rows.length === 0) continue;
		const made = (kind: string, name: string, changed: Row[]): Mutation => {
			const both = written(files, table, changed);
			const plain = new Map(files).set(`${table}.json`, both.get(`${table}.json`) ?? '');
			return { kind, name, plain, forged: resealed(both) };
		};
		for (let n = 0; n < each; n++) {
			const at = pick(rows.length);
			const event = rows[at]?.ereignis ? ` ${rows[at].ereignis}` : '';
			yield made(`${table} -row${event}`, `${at + 1}`, rows.toSpliced(at, 1));
			yield made(`${table} +row${event}`, `${at + 1}`, rows.toSpliced(at, 0, rows[at] ?? {}));
		}
		for (const field of schema.fields)
			for (let n = 0; n < each; n++) {
				const at = pick(rows.length);
				const row = rows[at] ?? {};
				const value = another(row[field.name] ?? null, field, pick);
				const labels = field.categories?.find((one) => one.value === value);
				const changed = { ...row, [field.name]: value, ...(labels && { [`${field.name}_label`]: labels.label }) };
				if (JSON.stringify(changed) === JSON.stringify(row)) continue;
				yield made(
					`${table}.${field.name}`,
					`${at + 1}: ${String(row[field.name])} → ${String(value)}`,
					rows.with(at, changed)
				);
			}
	}
}
