import { createHash } from 'node:crypto';
import { z } from 'zod';
import { fill, t } from '../texts/texts.ts';
import { columnsOf, fileName, SLUGS, type Cell, type Column, type Row, type Slug } from './dataset.ts';

const words = t.data.restore;

/** Thrown when tables are not what an edition has; the message says where. */
export class BadArchive extends Error {}

/** The tables of an edition, as their JSON files hold them. */
export type Archive = Readonly<Record<Slug, readonly Row[]>>;

const Table = z.object({ dataset: z.string(), rows: z.array(z.record(z.string(), z.unknown())) });

function isCell(value: unknown): value is Cell {
	return value === null || typeof value === 'string' || (typeof value === 'number' && Number.isSafeInteger(value));
}

function fits(value: Cell, { type, optional }: Column): boolean {
	if (value === null) return optional;
	if (type === 'integer') return typeof value === 'number';
	if (typeof value !== 'string') return false;
	return type !== 'date' || z.iso.date().safeParse(value).success;
}

function rowOf(slug: Slug, found: Record<string, unknown>, place: number): Row {
	return Object.fromEntries(
		columnsOf(slug).map((column) => {
			const value = found[column.name] ?? null;
			if (isCell(value) && fits(value, column)) return [column.name, value];
			const facts = { file: fileName(slug, 'json'), row: place + 1, column: column.name };
			throw new BadArchive(fill(words.row, facts));
		})
	);
}

/** Reads every table. Throws `BadArchive` at the first thing that is wrong: half of an archive is none. */
export function readArchive(textOf: (file: string) => string | null): Archive {
	const tables = SLUGS.map((slug) => [slug, tableOf(slug, textOf(fileName(slug, 'json')))] as const);
	const rows = new Map<Slug, Row[]>(tables);
	const get = (slug: Slug) => rows.get(slug) ?? [];
	return {
		...{ beitraege: get('beitraege'), kommentare: get('kommentare'), fassungen: get('fassungen') },
		...{ punkte: get('punkte'), quellen: get('quellen'), ergebnisse: get('ergebnisse'), berichte: get('berichte') },
		...{ meinungsbilder: get('meinungsbilder'), dokumente: sealed(get('dokumente')), verfahren: get('verfahren') },
		...{ handlungsfelder: get('handlungsfelder'), phasen: get('phasen'), beteiligung: get('beteiligung') }
	};
}

function tableOf(slug: Slug, text: string | null): Row[] {
	const parsed = Table.safeParse(text === null ? null : json(text));
	if (!parsed.success || parsed.data.dataset !== slug) {
		throw new BadArchive(fill(words.file, { file: fileName(slug, 'json') }));
	}
	return parsed.data.rows.map((row, place) => rowOf(slug, row, place));
}

function json(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return null;
	}
}

/** Each text with the digest that stands beside it. */
function sealed(rows: Row[]): Row[] {
	for (const [place, { text, pruefsumme }] of rows.entries()) {
		if (createHash('sha256').update(String(text)).digest('hex') === pruefsumme) continue;
		throw new BadArchive(fill(words.sealed, { file: fileName('dokumente', 'json'), row: place + 1 }));
	}
	return rows;
}

/** One row of a table, asked column by column, and able to say where it stands. */
export class Entry {
	readonly #row: Row;
	readonly #where: { file: string; row: number };

	constructor(slug: Slug, row: Row, place: number) {
		this.#row = row;
		this.#where = { file: fileName(slug, 'json'), row: place + 1 };
	}

	text(column: string): string {
		return String(this.#row[column] ?? '');
	}

	textOrNull(column: string): string | null {
		return this.#row[column] === null ? null : this.text(column);
	}

	number(column: string): number {
		return Number(this.#row[column]);
	}

	numberOrNull(column: string): number | null {
		return this.#row[column] === null ? null : this.number(column);
	}

	/** Noon of that day: open data tells no minutes. `order`: what came later on that day has a greater one. */
	noon(column: string, order = 0): string {
		return new Date(Date.parse(`${this.text(column)}T12:00:00.000Z`) + order).toISOString();
	}

	/** The key behind a German word. */
	key<K extends string>(column: string, names: Readonly<Record<K, string>>): K {
		for (const key in names) if (names[key] === this.text(column)) return key;
		throw new BadArchive(fill(words.word, { ...this.#where, word: this.text(column) }));
	}

	/** What stands under this name in another table. */
	known<K extends string | number, V>(things: ReadonlyMap<K, V>, name: K): V {
		const thing = things.get(name);
		if (thing !== undefined) return thing;
		throw new BadArchive(fill(words.reference, { ...this.#where, name }));
	}
}

export const entriesOf = (archive: Archive, slug: Slug) => archive[slug].map((row, at) => new Entry(slug, row, at));
