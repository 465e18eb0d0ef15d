import { z } from 'zod';
import { later, noonOf } from '../../time.ts';
import { fill, t } from '../../texts/texts.ts';
import { columnsOf, type Slug } from '../sets/columns/columns.ts';
import { cellSchema } from '../sets/columns/rowSchema.ts';
import { fileName, SLUGS, type Row } from '../dataset.ts';
import { sha256 } from '../../sha256.ts';

const words = () => t.data.restore;

/** Thrown when tables are not what an edition has; the message says where. */
export class BadArchive extends Error {}

/** The tables of an edition, as their JSON files hold them. */
export type Archive = ReadonlyMap<Slug, readonly Row[]>;

const Table = z.object({ dataset: z.string(), rows: z.array(z.record(z.string(), z.unknown())) });

function rowOf(slug: Slug, found: Record<string, unknown>, place: number): Row {
	return Object.fromEntries(
		// What codes are called may change from one edition to the next.
		columnsOf(slug)
			.filter(({ wordsOf }) => wordsOf === undefined)
			.map((column) => {
				const cell = cellSchema(column).safeParse(found[column.name] ?? null);
				if (cell.success) return [column.name, cell.data];
				const facts = { file: fileName(slug, 'json'), row: place + 1, column: column.name };
				throw new BadArchive(fill(words().row, facts));
			})
	);
}

/** Reads every table. Throws `BadArchive` at the first thing that is wrong: half of an archive is none. */
export function readArchive(textOf: (file: string) => string | null): Archive {
	const tables = SLUGS.map((slug) => [slug, tableOf(slug, textOf(fileName(slug, 'json')))] as const);
	const rows = new Map<Slug, Row[]>(tables);
	sealed(rows.get('dokumente') ?? []);
	return rows;
}

/** Tables that editions of earlier releases do not have: they may be missing, since the sealed documents say the same. */
const YOUNGER: readonly Slug[] = [
	'nachtraege',
	'vertretung',
	'fehlendes',
	'beirat',
	'beiratsgruende',
	'fehlwoerter',
	'ungenutzt',
	'einwaende',
	'bewertungen',
	'lesarten',
	'termine',
	'orte'
];

function tableOf(slug: Slug, text: string | null): Row[] {
	if (text === null && YOUNGER.includes(slug)) return [];
	const parsed = Table.safeParse(text === null ? null : json(text));
	if (!parsed.success || parsed.data.dataset !== slug) {
		throw new BadArchive(fill(words().file, { file: fileName(slug, 'json') }));
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
function sealed(rows: readonly Row[]): void {
	for (const [place, { text, pruefsumme }] of rows.entries()) {
		if (sha256(String(text)) === pruefsumme) continue;
		throw new BadArchive(fill(words().sealed, { file: fileName('dokumente', 'json'), row: place + 1 }));
	}
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
		return later(noonOf(this.text(column)), order);
	}

	yes(column: string): boolean {
		return this.#row[column] === true;
	}

	/** A code, which is one of these. What it is called in words, nobody asks. */
	code<K extends string>(column: string, codes: Readonly<Record<K, unknown>>): K {
		for (const code in codes) if (code === this.text(column)) return code;
		throw new BadArchive(fill(words().word, { ...this.#where, word: this.text(column) }));
	}

	codeOrNull<K extends string>(column: string, codes: Readonly<Record<K, unknown>>): K | null {
		return this.#row[column] === null ? null : this.code(column, codes);
	}

	/** What stands under this name in another table. */
	known<K extends string | number, V>(things: ReadonlyMap<K, V>, name: K): V {
		const thing = things.get(name);
		if (thing !== undefined) return thing;
		throw new BadArchive(fill(words().reference, { ...this.#where, name }));
	}
}

export const entriesOf = (archive: Archive, slug: Slug) =>
	(archive.get(slug) ?? []).map((row, at) => new Entry(slug, row, at));
