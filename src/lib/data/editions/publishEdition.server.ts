import type { Ctx } from '../../server/ctx.ts';
import { transaction } from '../../server/db/transaction.ts';
import type { App } from '../../server/app.ts';
import { newId } from '../../server/ids.ts';
import { record } from '../../server/journal/journal.server.ts';
import { fileCalled, fileName, FORMATS, keptText, labelled, SLUGS, type KeptRow } from '../dataset.ts';
import { columnsOf, type Slug } from '../sets/columns/columns.ts';
import { describe } from './describe.server.ts';
import { PART, parts } from './editions.server.ts';
import { Measure } from './csvAndJson.ts';
import { heldNow } from './editionColumns.ts';
import { SOURCES } from '../sets/sets.server.ts';
import * as stored from './parts.store.server.ts';
import * as store from './store.server.ts';
import { elapsed } from '../../time.ts';
import { found } from '../../verdict.ts';

/** Editions whose rows are kept; of older ones name, size and digest. */
const KEPT = 30;
/** Whoever is at it takes a step at least so often, on the slowest machine. */
const STILL = 50_000;

/**
 * A chore: once a day everything public is written down as an edition, part by part, so that nobody waits. When nothing
 * has changed, there is no new one. Returns its number, or null.
 */
export async function publishEdition(ctx: Ctx): Promise<number | null> {
	const begun = begunHere(ctx.app);
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
	for (const one of await store.undescribed(ctx.db)) await transaction(ctx, (ctx) => describe(ctx, one));
	return transaction(ctx, async (ctx) => {
		await step(ctx, claim);
		const former = await store.newest(ctx.db);
		const same = former?.columns === heldNow() && sameFiles(files, await store.files(ctx.db, former.number));
		if (same && !(await isWithheld(ctx.db, former.number))) {
			await store.remove(ctx.db, number);
			return null;
		}
		for (const file of files) await store.addFile(ctx.db, file);
		await store.finish(ctx.db, number, ctx.now);
		const digest = await describe(ctx, found(await store.finished(ctx.db, number), 'edition'));
		await stored.dropPartsBefore(ctx.db, number - KEPT + 1);
		await record(ctx, { verb: 'data.published', subjectId: String(number), details: { number, digest } });
		return number;
	});
}

/** Whose turn it is to write, if it is time: several processes may ask at once. One that died is forgotten. */
async function claimed(ctx: Ctx, claimedBy: string): Promise<Claim | null> {
	return transaction(ctx, async (ctx) => {
		const { db, now } = ctx;
		const newest = await store.newest(db);
		const today = newest?.begunAt.slice(0, 10) === now.slice(0, 10);
		const whole = newest && today && newest.columns === heldNow();
		// A day has one, unless a table of it had to be withheld: then the next one takes its place at once.
		if (whole && !(await isWithheld(db, newest.number))) return null;
		for (const one of await store.unfinished(db)) {
			if (!isAbandoned(ctx, one)) return null;
			await store.remove(db, one.number);
		}
		const claim = { number: (newest?.number ?? 0) + 1, claimedBy };
		await store.begin(db, { ...claim, columns: heldNow() }, now);
		return claim;
	});
}

/** Rows were given out with it, and are not kept any more. */
async function isWithheld(db: Ctx['db'], number: number): Promise<boolean> {
	const kept = new Set(await stored.datasets(db, number));
	return (await store.files(db, number)).some(({ name, rows, removed }) => {
		const slug = fileCalled(name)?.slug;
		return slug !== undefined && rows > 0 && removed === 0 && !kept.has(slug);
	});
}

interface Seen {
	beat: number;
	at: string;
}

/** What this process writes itself, and how far it has seen others get. */
const begunBy = new WeakMap<App, Set<string>>();
const seenBy = new WeakMap<App, Map<number, Seen>>();

function of<V extends object>(memory: WeakMap<App, V>, app: App, empty: V): V {
	const known = memory.get(app) ?? empty;
	memory.set(app, known);
	return known;
}

const begunHere = (app: App) => of(begunBy, app, new Set());

/**
 * Has whoever began it died? An embedded database has one worker: what this process did not begin, nobody writes any
 * more. On PostgreSQL another process may be at it; then it gets further between two looks.
 */
function isAbandoned({ app, now }: Ctx, one: { number: number; claimedBy: string | null; beat: number }): boolean {
	if (one.claimedBy !== null && begunHere(app).has(one.claimedBy)) return false;
	if (app.kind === 'sqlite') return true;
	const looks = of(seenBy, app, new Map<number, Seen>());
	const before = looks.get(one.number);
	if (before?.beat === one.beat) return elapsed(before.at, now) >= STILL;
	looks.set(one.number, { beat: one.beat, at: now });
	return false;
}

/** Call it inside `transaction`: whoever was taken for dead and goes on must not write into somebody else's edition. */
async function step({ db }: Ctx, { number, claimedBy }: Claim): Promise<void> {
	if (!(await store.beat(db, number, claimedBy))) throw new Error(`edition ${number} was taken over by somebody else`);
}

async function writeRows(ctx: Ctx, claim: Claim, slug: Slug): Promise<void> {
	let part = 0;
	let rows: KeptRow[] = [];
	const write = (ready: readonly KeptRow[]) =>
		transaction(ctx, async (ctx) => {
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
		await transaction(ctx, (ctx) => step(ctx, claim));
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
