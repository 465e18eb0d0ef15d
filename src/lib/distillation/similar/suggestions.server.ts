import type { Ctx } from '../../server/ctx.ts';
import { obey } from '../../verdict.ts';
import { clusters } from '../clusters/clusters.server.ts';
import { itemsOf, type WorkItem } from '../desk/desk.server.ts';
import { mayDistil } from '../desk/workItem.ts';
import { placesOf } from '../reading.server.ts';
import { similarTo } from './similar.server.ts';
import { nearnessOf, type Nearness } from './similarity.ts';

/** Whatever is a little alike may say where a text belongs. */
const LITTLE = 0.12;
const ASKED = 30;
/** Always so many, with how near each is: whoever reads decides whether it helps. */
const SHOWN = 5;
/** As many as there are keys for. */
const SUGGESTED = 9;

export interface Neighbour extends WorkItem {
	/** 0 to 1. */
	score: number;
	near: boolean;
	nearness: Nearness;
}

/** What neighbours are looked for: of a text in another language its German summary, where there is one. */
interface Asking {
	id: string;
	title: string;
	body: string;
	/** Missing: German. */
	language?: string;
}

export interface Suggestion {
	number: number;
	title: string;
}

/** What lies beside a contribution at the desk: similar ones with their places, and clusters it may belong to. */
export async function beside(
	ctx: Ctx,
	consultationId: string,
	text: Asking
): Promise<{ similar: Neighbour[]; suggestions: Suggestion[] }> {
	obey(mayDistil(ctx.person));
	const asked = { except: text.id, most: ASKED, least: LITTLE };
	const alike = await similarTo(ctx, consultationId, `${text.title} ${text.body}`, asked);
	// In another language the nearest German text is no neighbour: it shares letters, not words.
	const few = alike.length < SHOWN && (text.language ?? 'de') === 'de';
	const shown = (few ? await nearest(ctx, consultationId, text) : alike).slice(0, SHOWN);
	const items = await itemsOf(
		ctx,
		shown.map(({ proposalId }) => proposalId)
	);
	const similar = items.flatMap((item) => {
		const match = shown.find(({ proposalId }) => proposalId === item.docket.proposalId);
		return match ? [{ ...item, score: match.score, near: match.near, nearness: nearnessOf(match.score) }] : [];
	});
	return { similar, suggestions: await suggested(ctx, consultationId, alike) };
}

/** Where hardly anything is alike: the nearest there are, however far. */
function nearest(ctx: Ctx, consultationId: string, text: Asking) {
	return similarTo(ctx, consultationId, `${text.title} ${text.body}`, { except: text.id, most: SHOWN, least: 0 });
}

/** Where similar contributions have their place, the likeliest first; then the newest clusters. */
async function suggested(
	ctx: Ctx,
	consultationId: string,
	alike: readonly { proposalId: string; score: number }[]
): Promise<Suggestion[]> {
	const places = await placesOf(
		ctx,
		alike.map(({ proposalId }) => proposalId)
	);
	const found = new Map<number, Suggestion & { weight: number }>();
	for (const { proposalId, score } of alike) {
		for (const { cluster, title } of places.get(proposalId) ?? []) {
			const known = found.get(cluster) ?? { number: cluster, title, weight: 0 };
			found.set(cluster, { ...known, weight: known.weight + score });
		}
	}
	const likely = [...found.values()].sort((a, b) => b.weight - a.weight).slice(0, SUGGESTED);
	const { clusters: newest } = await clusters(ctx, consultationId, { show: 'all', sort: 'newest' }, SUGGESTED);
	const others = newest.filter((one) => !found.has(one.number));
	return [...likely, ...others].slice(0, SUGGESTED).map(({ number, title }) => ({ number, title }));
}
