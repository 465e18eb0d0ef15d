import { withQuery } from '#lib/address.ts';
import { ClusterQuery, clusterSearch, type ClusterAsk } from '#lib/distillation/clusters/cluster.ts';
import * as distillation from '#lib/distillation/distillation.server.ts';
import type { Ctx } from '#lib/server/ctx.ts';
import * as strategy from '#lib/strategy/strategy.server.ts';
import { excerpt } from '#lib/texts/excerpt.ts';

export const list = '/werkstatt/stapel';
const EXCERPT = 200;

export const askIn = (url: URL) => ClusterQuery.parse(Object.fromEntries(url.searchParams));

/** One page of the clusters, as both pages show it. */
export async function rowsOf(ctx: Ctx, consultationId: string, ask: ClusterAsk) {
	const { clusters, next } = await distillation.clusters(ctx, consultationId, ask);
	const numbers = await strategy.numbersOf(
		ctx,
		clusters.flatMap(({ pointId }) => pointId ?? [])
	);
	const rows = clusters.map(({ number, title, gist, memberCount, dissentCount, pointId }) => ({
		...{ number, title, memberCount, dissentCount },
		gist: excerpt(gist, EXCERPT),
		point: pointId === null ? null : (numbers.get(pointId) ?? null),
		href: withQuery(`${list}/${number}`, clusterSearch(ask))
	}));
	return { rows, next };
}
