import type { App } from '../../server/app.ts';
import type { Ctx } from '../../server/ctx.ts';
import { transaction } from '../../server/db/transaction.ts';
import { latestEntries } from '../../server/journal/journal.server.ts';
import { NearCopies, sketchOf, type Sketch } from './nearCopies.ts';
import * as store from './store.server.ts';

/** What the worker knows of all texts between two looks: 256 bytes for each, made anew after a start. */
interface Known {
	sketches: Map<string, { stamp: string; sketch: Sketch }>;
	/** Groups by process, with the texts in them, in their order. */
	groups: Map<string, { order: string[]; copies: NearCopies }>;
	/** The newest entries of the journal at the last look: whatever changes a text is recorded. */
	latest: string;
}

const known = new WeakMap<App, Known>();

/** So many texts at a time: other chores get their turn in between. */
const PORTION = 500;

/**
 * A chore: finds texts that five or more people have sent nearly alike, and notes which belong together. The same texts
 * give the same campaigns, whatever came first to the worker. Returns how many notes changed.
 */
export async function recogniseCampaigns(ctx: Ctx): Promise<number> {
	const mine = known.get(ctx.app) ?? { sketches: new Map(), groups: new Map(), latest: '' };
	known.set(ctx.app, mine);
	const now = String(await latestEntries(ctx));
	if (mine.latest === now) return 0;
	const stamps = await store.stamps(ctx.db);
	await sketch(ctx, mine, stamps);
	const found = new Map<string, string>();
	for (const id of new Set(stamps.map((one) => one.consultationId))) {
		const texts = stamps.filter(({ consultationId }) => consultationId === id);
		for (const [text, first] of await group(mine, id, texts)) found.set(text, first);
	}
	const changed = await note(ctx, found);
	mine.latest = now;
	return changed;
}

type Stamp = Awaited<ReturnType<typeof store.stamps>>[number];

const stampOf = ({ changedAt, redactedAt, authorId }: Stamp) => `${changedAt} ${redactedAt ?? ''} ${authorId ?? ''}`;
const yieldToOthers = () => new Promise((done) => setImmediate(done));

async function sketch(ctx: Ctx, mine: Known, stamps: readonly Stamp[]): Promise<void> {
	const wanted = new Map(stamps.map((one) => [one.id, stampOf(one)]));
	for (const id of mine.sketches.keys()) if (!wanted.has(id)) mine.sketches.delete(id);
	const missing = [...wanted].filter(([id, stamp]) => mine.sketches.get(id)?.stamp !== stamp).map(([id]) => id);
	for (let from = 0; from < missing.length; from += PORTION) {
		for (const { id, title, body } of await store.texts(ctx.db, missing.slice(from, from + PORTION))) {
			mine.sketches.set(id, { stamp: wanted.get(id) ?? '', sketch: sketchOf(`${title} ${body}`) });
		}
		await yieldToOthers();
	}
}

/** What came at the end is added; whatever else changed, all are sorted anew: it must not matter in which order they came to be known. */
async function group(mine: Known, id: string, stamps: readonly Stamp[]): Promise<Map<string, string>> {
	const order = stamps.map((one) => `${one.id} ${stampOf(one)}`);
	const before = mine.groups.get(id);
	const goesOn = before?.order.every((one, at) => one === order[at]) ?? false;
	const copies = before && goesOn ? before.copies : new NearCopies();
	const from = before && goesOn ? before.order.length : 0;
	for (const [at, one] of stamps.slice(from).entries()) {
		const text = mine.sketches.get(one.id);
		if (text) copies.add(one.id, text.sketch, one.authorId ?? one.id);
		if (at % PORTION === PORTION - 1) await yieldToOthers();
	}
	mine.groups.set(id, { order, copies });
	return copies.campaigns();
}

async function note(ctx: Ctx, found: ReadonlyMap<string, string>): Promise<number> {
	const there = new Map((await store.all(ctx.db)).map(({ proposalId, firstId }) => [proposalId, firstId]));
	const gone = [...there.keys()].filter((id) => !found.has(id));
	const come = [...found]
		.filter(([id, first]) => there.get(id) !== first)
		.map(([proposalId, firstId]) => ({ proposalId, firstId }));
	if (gone.length + come.length === 0) return 0;
	for (let from = 0; from < gone.length; from += PORTION)
		await transaction(ctx, ({ db }) => store.remove(db, gone.slice(from, from + PORTION)));
	for (let from = 0; from < come.length; from += PORTION)
		await transaction(ctx, ({ db }) => store.add(db, come.slice(from, from + PORTION)));
	return gone.length + come.length;
}
