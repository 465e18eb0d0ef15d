import { createHash } from 'node:crypto';
import type { Ctx } from '../server/ctx.ts';
import { together } from '../server/db/together.ts';
import { record } from '../server/journal/journal.server.ts';
import { kommentare } from './comments.server.ts';
import { beteiligung } from './participation.server.ts';
import { beitraege } from './contributions.server.ts';
import { fileName, FORMATS, SLUGS, type Format, type Row, type Slug } from './dataset.ts';
import { PART, parts, textOf } from './editions.server.ts';
import { meinungsbilder } from './landscapes.server.ts';
import { berichte, ergebnisse, fassungen, punkte, quellen } from './outcome.server.ts';
import { dokumente, handlungsfelder, phasen, verfahren } from './frame.server.ts';
import { dropRecalled, isRecalled } from './recall.server.ts';
import * as store from './store.server.ts';

const HOUR = 60 * 60 * 1000;
/** Editions whose rows are kept; of older ones name, size and digest. */
const KEPT = 30;

type Source = (ctx: Ctx) => AsyncIterable<readonly Row[]>;
const SOURCES: Readonly<Record<Slug, Source>> = {
	beitraege,
	kommentare,
	fassungen,
	punkte,
	quellen,
	ergebnisse,
	beteiligung,
	berichte,
	meinungsbilder,
	dokumente,
	verfahren,
	handlungsfelder,
	phasen
};

/**
 * A chore: once a day everything public is written down as an edition, part by part, so that nobody waits. When nothing
 * has changed, there is no new one. When somebody has taken words back, there is a new one at once, and the former ones
 * forget theirs. Returns its number, or null.
 */
export async function publishEdition(ctx: Ctx): Promise<number | null> {
	const number = await claim(ctx);
	if (number === null) return null;
	for (const slug of SLUGS) await writeRows(ctx, number, slug);
	const files = await filesOf(ctx, number);
	return together(ctx, async (ctx) => {
		const former = await store.newest(ctx.db);
		const recalled = former !== undefined && (await isRecalled(ctx, former.begunAt));
		if (former && !recalled && sameFiles(files, await store.files(ctx.db, former.number))) {
			await store.remove(ctx.db, number);
			return null;
		}
		for (const file of files) await store.addFile(ctx.db, file);
		await store.finish(ctx.db, number, ctx.now);
		await store.dropPartsBefore(ctx.db, number - KEPT + 1);
		await dropRecalled(ctx, number);
		await record(ctx, { verb: 'data.published', subjectId: String(number), details: { number } });
		return number;
	});
}

/** Whose turn it is to write, if it is time: several processes may ask at once. One that died is forgotten. */
async function claim(ctx: Ctx): Promise<number | null> {
	return together(ctx, async (ctx) => {
		const { db, now } = ctx;
		const newest = await store.newest(db);
		const today = newest?.begunAt.slice(0, 10) === now.slice(0, 10);
		if (newest && today && !(await isRecalled(ctx, newest.begunAt))) return null;
		for (const { number, begunAt } of await store.unfinished(db)) {
			if (Date.parse(now) - Date.parse(begunAt) < HOUR) return null;
			await store.remove(db, number);
		}
		const number = (newest?.number ?? 0) + 1;
		await store.begin(db, number, now);
		return number;
	});
}

async function writeRows(ctx: Ctx, edition: number, slug: Slug): Promise<void> {
	let part = 0;
	let rows: Row[] = [];
	const write = (ready: readonly Row[]) =>
		together(ctx, ({ db }) => store.addPart(db, edition, slug, ++part, JSON.stringify(ready)));
	for await (const more of SOURCES[slug](ctx)) {
		rows.push(...more);
		for (; rows.length >= PART; rows = rows.slice(PART)) await write(rows.slice(0, PART));
	}
	if (rows.length > 0) await write(rows);
}

async function filesOf(ctx: Ctx, edition: number): Promise<store.FileRow[]> {
	const files: store.FileRow[] = [];
	for (const slug of SLUGS) {
		let rows = 0;
		for await (const part of parts(ctx, edition, slug)) rows += part.length;
		for (const format of FORMATS) files.push({ ...(await measure(ctx, edition, slug, format)), rows });
	}
	return files;
}

async function measure(ctx: Ctx, edition: number, slug: Slug, format: Format) {
	const hash = createHash('sha256');
	let bytes = 0;
	for await (const text of textOf(ctx, edition, slug, format)) {
		hash.update(text);
		bytes += Buffer.byteLength(text);
	}
	return { edition, name: fileName(slug, format), bytes, digest: hash.digest('hex') };
}

function sameFiles(some: readonly store.FileRow[], others: readonly store.FileRow[]): boolean {
	const digests = new Map(others.map(({ name, digest }) => [name, digest]));
	return others.length === some.length && some.every(({ name, digest }) => digests.get(name) === digest);
}
