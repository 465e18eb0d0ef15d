import type { Ctx } from '../../server/ctx.ts';
import type { App } from '../../server/app.ts';
import { revision } from '../../server/revision.ts';
import { NEAR, SIMILAR, Similarity } from './similarity.ts';
import * as store from './store.server.ts';

/**
 * Every process keeps its own index in memory, three bytes for each run of signs: about 25 MB for ten thousand
 * contributions. Rows of neighbours made by the worker would not do: a text that is just being written has none.
 */
interface Shelf {
	index: Similarity;
	/** What stands in the index under which name; a text that was blackened comes back under a new one. */
	names: Map<string, string>;
	/** The revision of the data, when it was last brought up to date. */
	revision: number;
	/** Under way: whoever comes meanwhile waits for the same. */
	filling: Promise<void> | null;
}

const shelves = new WeakMap<App, Map<string, Shelf>>();

function shelfOf(app: App, consultationId: string): Shelf {
	const all = shelves.get(app) ?? new Map<string, Shelf>();
	shelves.set(app, all);
	const shelf = all.get(consultationId) ?? freshShelf();
	all.set(consultationId, shelf);
	return shelf;
}

const freshShelf = (): Shelf => ({ index: new Similarity(), names: new Map(), revision: -1, filling: null });

/** So many texts at a time: requests get their turn in between. */
const PORTION = 100;
/** An index that is mostly of what has gone is made anew. */
const MOST_GONE = 0.3;

async function current(ctx: Ctx, consultationId: string): Promise<Similarity> {
	const shelf = shelfOf(ctx.app, consultationId);
	const now = revision();
	if (shelf.revision !== now) {
		shelf.filling ??= fill(ctx, consultationId, shelf).finally(() => {
			shelf.filling = null;
		});
		await shelf.filling;
		shelf.revision = now;
	}
	return shelf.index;
}

async function fill(ctx: Ctx, consultationId: string, shelf: Shelf): Promise<void> {
	const stamps = await store.stamps(ctx.db, consultationId);
	const wanted = new Map(stamps.map(({ id, redactedAt }) => [id, `${id} ${redactedAt ?? ''}`]));
	for (const [id, name] of shelf.names) {
		if (wanted.get(id) === name) continue;
		shelf.index.remove(name);
		shelf.names.delete(id);
	}
	if (shelf.index.size > shelf.names.size / (1 - MOST_GONE) + PORTION) {
		Object.assign(shelf, { index: new Similarity(), names: new Map<string, string>() });
	}
	const missing = [...wanted.keys()].filter((id) => !shelf.names.has(id));
	for (let from = 0; from < missing.length; from += PORTION) {
		for (const { id, title, body } of await store.texts(ctx.db, missing.slice(from, from + PORTION))) {
			const name = wanted.get(id) ?? id;
			shelf.index.add(name, `${title} ${body}`);
			shelf.names.set(id, name);
		}
		await new Promise((done) => setImmediate(done));
	}
	shelf.index.settle();
}

export interface Alike {
	proposalId: string;
	/** 0 to 1. */
	score: number;
	/** Nearly the same text. A hint for people; nothing is put together by itself. */
	near: boolean;
}

interface Asked {
	except?: string;
	most: number;
	least?: number;
}

/** Published contributions most similar to a text, best first. */
export async function similarTo(ctx: Ctx, consultationId: string, text: string, asked: Asked): Promise<Alike[]> {
	const index = await current(ctx, consultationId);
	const { except, most, least = SIMILAR } = asked;
	return index
		.like(text, { least, most: most + 1 })
		.map(({ id, score }) => ({ proposalId: id.split(' ')[0] ?? '', score, near: score >= NEAR }))
		.filter(({ proposalId }) => proposalId !== except)
		.slice(0, most);
}
