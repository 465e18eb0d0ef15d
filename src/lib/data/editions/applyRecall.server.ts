import type { Ctx } from '../../server/ctx.ts';
import { transaction } from '../../server/db/transaction.ts';
import type { Slug } from '../sets/columns/columns.ts';
import { fileName, FORMATS, KeptRows, keptText, WORDED, type KeptRow } from '../dataset.ts';
import { record } from '../../server/journal/journal.server.ts';
import { Measure } from './csvAndJson.ts';
import { describeAgain } from './describe.server.ts';
import { heldOf, readHeld } from './editionColumns.ts';
import { isPending, isUntraced, stillPublic, type Dated } from './recall.server.ts';
import * as stored from './parts.store.server.ts';
import * as store from './store.server.ts';

/**
 * A chore: takes words that are no longer public out of every edition that still holds them, and writes down what its
 * files are now. Until then they are left out while the files are sent. Returns how many editions were changed.
 */
export async function applyRecall(ctx: Ctx): Promise<number> {
	let changed = 0;
	for (const edition of await store.withParts(ctx.db)) {
		if (!(await isPending(ctx, edition))) continue;
		const touched = await recallFrom(ctx, edition);
		const moments = { checkedAt: ctx.now, ...(touched && { changedAt: ctx.now }) };
		await transaction(ctx, async (ctx) => {
			await store.checked(ctx.db, edition.number, moments);
			// Also when an earlier run was cut off between the files and this.
			const digest = await describeAgain(ctx, edition.number);
			const newest = await store.newest(ctx.db);
			if (digest === null || newest?.number !== edition.number) return;
			const { number } = edition;
			await record(ctx, { verb: 'data.changed', subjectId: String(number), details: { number, digest } });
		});
		if (touched) changed += 1;
	}
	return changed;
}

async function recallFrom(ctx: Ctx, edition: Dated): Promise<boolean> {
	if (isUntraced(edition)) {
		await transaction(ctx, ({ db }) => stored.dropParts(db, edition.number, WORDED));
		return true;
	}
	let touched = false;
	for (const slug of WORDED) touched = (await recallIn(ctx, edition, slug)) || touched;
	return touched;
}

interface Rewritten {
	part: number;
	body: string;
}

/** One table of an edition, all of it or nothing. Whether anything was taken out. */
async function recallIn(ctx: Ctx, edition: Dated, slug: Slug): Promise<boolean> {
	const renumber = new Renumbering(slug);
	const measure = new Measure({ dataset: slug }, heldOf(readHeld(edition.columns), slug));
	const rewritten: Rewritten[] = [];
	let removed = 0;
	for (let part = 1; ; part++) {
		const body = await stored.part(ctx.db, edition.number, slug, part);
		if (body === undefined) break;
		const kept = KeptRows.parse(JSON.parse(body));
		const left = (await stillPublic(ctx, kept)).map((one) => renumber.one(one));
		removed += kept.length - left.length;
		const after = keptText(left);
		if (after !== body) rewritten.push({ part, body: after });
		measure.add(left.map(({ row }) => row));
	}
	if (rewritten.length > 0) await keep(ctx, { edition: edition.number, slug, rewritten, removed, measure });
	return rewritten.length > 0;
}

interface Kept {
	edition: number;
	slug: Slug;
	rewritten: readonly Rewritten[];
	removed: number;
	measure: Measure;
}

async function keep(ctx: Ctx, { edition, slug, rewritten, removed, measure }: Kept): Promise<void> {
	await transaction(ctx, async ({ db }) => {
		for (const { part, body } of rewritten) await stored.changePart(db, edition, slug, part, body);
		const files = new Map((await store.files(db, edition)).map((file) => [file.name, file]));
		for (const format of FORMATS) {
			const file = files.get(fileName(slug, format));
			if (file) await store.changeFile(db, { ...file, ...measure.of(format), removed: file.removed + removed });
		}
	});
}

/** Comments are called by their rows: when some are gone, the others move up, and so does what answers them. */
class Renumbering {
	readonly #numbered: boolean;
	readonly #places = new Map<number, number>();

	constructor(slug: Slug) {
		this.#numbered = slug === 'kommentare';
	}

	one(kept: KeptRow): KeptRow {
		if (!this.#numbered) return kept;
		const { row, trace } = kept;
		const place = this.#places.size + 1;
		this.#places.set(Number(row.zeile), place);
		const answered = row.antwort_auf === null ? null : (this.#places.get(Number(row.antwort_auf)) ?? null);
		return { trace, row: { ...row, zeile: place, antwort_auf: answered } };
	}
}
