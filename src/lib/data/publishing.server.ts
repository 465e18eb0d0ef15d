import type { Ctx } from '../server/ctx.ts';
import { together } from '../server/db/together.ts';
import type { House } from '../server/house.ts';
import { newId } from '../server/ids.ts';
import { record } from '../server/journal/journal.server.ts';
import { fileName, FORMATS, keptText, labelled, SLUGS, type KeptRow } from './dataset.ts';
import { columnsOf, type Slug } from './columns.ts';
import { PART, parts } from './editions.server.ts';
import { Measure } from './formats.ts';
import { heldNow } from './held.ts';
import { SOURCES } from './sources.server.ts';
import * as stored from './parts.store.server.ts';
import * as store from './store.server.ts';

/** Editions whose rows are kept; of older ones name, size and digest. */
const KEPT = 30;
/** Whoever is at it takes a step at least so often, on the slowest machine. */
const STILL = 50_000;

/**
 * A chore: once a day everything public is written down as an edition, part by part, so that nobody waits. When nothing
 * has changed, there is no new one. Returns its number, or null.
 */
export async function publishEdition(ctx: Ctx): Promise<number | null> {
	const begun = begunHere(ctx.house);
	const claimedBy = newId();
	begun.add(claimedBy);
	try {
		const claim = await claimed(ctx, claimedBy);
		return claim && (await write(ctx, claim));
	} finally {
		begun.delete(claimedBy);
	}
}

interface Claim {
	number: number;
	claimedBy: string;
}

async function write(ctx: Ctx, claim: Claim): Promise<number | null> {
	const { number } = claim;
	for (const slug of SLUGS) await writeRows(ctx, claim, slug);
	const files = await filesOf(ctx, claim);
	return together(ctx, async (ctx) => {
		await step(ctx, claim);
		const former = await store.newest(ctx.db);
		const same = former?.columns === heldNow() && sameFiles(files, await store.files(ctx.db, former.number));
		if (same) {
			await store.remove(ctx.db, number);
			return null;
		}
		for (const file of files) await store.addFile(ctx.db, file);
		await store.finish(ctx.db, number, ctx.now);
		await stored.dropPartsBefore(ctx.db, number - KEPT + 1);
		await record(ctx, { verb: 'data.published', subjectId: String(number), details: { number } });
		return number;
	});
}

/** Whose turn it is to write, if it is time: several processes may ask at once. One that died is forgotten. */
async function claimed(ctx: Ctx, claimedBy: string): Promise<Claim | null> {
	return together(ctx, async (ctx) => {
		const { db, now } = ctx;
		const newest = await store.newest(db);
		const today = newest?.begunAt.slice(0, 10) === now.slice(0, 10);
		if (newest && today && newest.columns === heldNow()) return null;
		for (const one of await store.unfinished(db)) {
			if (!isAbandoned(ctx, one)) return null;
			await store.remove(db, one.number);
		}
		const claim = { number: (newest?.number ?? 0) + 1, claimedBy };
		await store.begin(db, { ...claim, columns: heldNow() }, now);
		return claim;
	});
}

interface Seen {
	beat: number;
	at: string;
}

/** What this process writes itself, and how far it has seen others get. */
const begunBy = new WeakMap<House, Set<string>>();
const seenBy = new WeakMap<House, Map<number, Seen>>();

function of<V extends object>(memory: WeakMap<House, V>, house: House, empty: V): V {
	const known = memory.get(house) ?? empty;
	memory.set(house, known);
	return known;
}

const begunHere = (house: House) => of(begunBy, house, new Set());

/**
 * Has whoever began it died? An embedded database has one worker: what this process did not begin, nobody writes any
 * more. On PostgreSQL another process may be at it; then it gets further between two looks.
 */
function isAbandoned({ house, now }: Ctx, one: { number: number; claimedBy: string | null; beat: number }): boolean {
	if (one.claimedBy !== null && begunHere(house).has(one.claimedBy)) return false;
	if (house.kind === 'sqlite') return true;
	const looks = of(seenBy, house, new Map<number, Seen>());
	const before = looks.get(one.number);
	if (before?.beat === one.beat) return Date.parse(now) - Date.parse(before.at) >= STILL;
	looks.set(one.number, { beat: one.beat, at: now });
	return false;
}

/** Call it inside `together`: whoever was taken for dead and goes on must not write into somebody else's edition. */
async function step({ db }: Ctx, { number, claimedBy }: Claim): Promise<void> {
	if (!(await store.beat(db, number, claimedBy))) throw new Error(`edition ${number} was taken over by somebody else`);
}

async function writeRows(ctx: Ctx, claim: Claim, slug: Slug): Promise<void> {
	let part = 0;
	let rows: KeptRow[] = [];
	const write = (ready: readonly KeptRow[]) =>
		together(ctx, async (ctx) => {
			await step(ctx, claim);
			await stored.addPart(ctx.db, claim.number, slug, ++part, keptText(ready));
		});
	for await (const more of SOURCES[slug](ctx)) {
		rows.push(...more.map(({ row, trace }) => ({ row: labelled(slug, row), trace })));
		for (; rows.length >= PART; rows = rows.slice(PART)) await write(rows.slice(0, PART));
	}
	if (rows.length > 0) await write(rows);
}

async function filesOf(ctx: Ctx, claim: Claim): Promise<store.FileRow[]> {
	const files: store.FileRow[] = [];
	for (const slug of SLUGS) {
		const measure = new Measure({ dataset: slug }, columnsOf(slug));
		for await (const rows of parts(ctx, claim.number, slug)) measure.add(rows);
		await together(ctx, (ctx) => step(ctx, claim));
		for (const format of FORMATS) {
			const facts = { edition: claim.number, name: fileName(slug, format), removed: 0 };
			files.push({ ...facts, ...measure.of(format) });
		}
	}
	return files;
}

function sameFiles(some: readonly store.FileRow[], others: readonly store.FileRow[]): boolean {
	const digests = new Map(others.map(({ name, digest }) => [name, digest]));
	return others.length === some.length && some.every(({ name, digest }) => digests.get(name) === digest);
}
