import { withQuery } from '#lib/address.ts';
import * as consultations from '#lib/consultations/consultations.server.ts';
import { ClusterQuery, clusterSearch } from '#lib/distillation/clusters/cluster.ts';
import * as distillation from '#lib/distillation/distillation.server.ts';
import { OpenForm } from '#lib/distillation/forms.ts';
import type { Ctx } from '#lib/server/ctx.ts';
import { act, showing } from '#lib/server/http/forms/act.ts';
import { newId } from '#lib/server/ids.ts';
import * as strategy from '#lib/strategy/strategy.server.ts';
import { excerpt } from '#lib/texts/excerpt.ts';
import { undo } from '../verteilen/undo.ts';

const EXCERPT = 200;

async function desktop(ctx: Ctx, search: URLSearchParams) {
	const { id } = await consultations.current(ctx);
	const ask = ClusterQuery.parse(Object.fromEntries(search));
	const { clusters, next } = await distillation.clusters(ctx, id, ask);
	const numbers = await strategy.numbersOf(
		ctx,
		clusters.flatMap(({ pointId }) => pointId ?? [])
	);
	return {
		...{ ask, openId: newId(), undoId: newId() },
		clusters: clusters.map(({ number, title, gist, memberCount, dissentCount, pointId }) => ({
			...{ number, title, memberCount, dissentCount },
			gist: excerpt(gist, EXCERPT),
			point: pointId === null ? null : (numbers.get(pointId) ?? null)
		})),
		next: next && withQuery('/werkstatt/stapel', clusterSearch({ ...ask, after: next })),
		first: ask.after ? withQuery('/werkstatt/stapel', clusterSearch({ ...ask, after: undefined })) : null
	};
}

export const load = ({ locals: { ctx }, url }) => showing(desktop(ctx, url.searchParams));

export const actions = {
	open: (event) =>
		act(event, OpenForm, async (ctx, form) => {
			const { id } = await consultations.current(ctx);
			const number = await distillation.open(ctx, id, form);
			return number === null ? '/werkstatt/stapel' : `/werkstatt/stapel/${number}?ok=deskSaved&schritt=${form.id}`;
		}),
	undo
};
