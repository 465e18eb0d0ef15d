import { withQuery } from '#lib/address.ts';
import * as consultations from '#lib/consultations/consultations.server.ts';
import { clusterSearch } from '#lib/distillation/clusters/cluster.ts';
import * as distillation from '#lib/distillation/distillation.server.ts';
import { OpenForm } from '#lib/distillation/forms.ts';
import * as savedViews from '#lib/savedViews/savedViews.server.ts';
import type { Ctx } from '#lib/server/ctx.ts';
import { act, showing } from '#lib/server/http/forms/act.ts';
import { newId } from '#lib/server/ids.ts';
import { justDone, undo } from '../verteilen/undo.ts';
import { askIn, list, rowsOf } from './rows.ts';

async function desktop(ctx: Ctx, url: URL) {
	const { id } = await consultations.current(ctx);
	const ask = askIn(url);
	const { rows, next } = await rowsOf(ctx, id, ask);
	return {
		...{ ask, openId: newId(), undoId: newId(), undo: justDone(url) },
		saved: await savedViews.shown(ctx, 'clusters', clusterSearch(ask)),
		clusters: rows,
		next: next && withQuery(list, clusterSearch({ ...ask, after: next })),
		first: ask.after ? withQuery(list, clusterSearch({ ...ask, after: undefined })) : null
	};
}

export const load = ({ locals: { ctx }, url }) => showing(desktop(ctx, url));

export const actions = {
	open: (event) =>
		act(event, OpenForm, async (ctx, form) => {
			const { id } = await consultations.current(ctx);
			const number = await distillation.open(ctx, id, form);
			return number === null ? list : `${list}/${number}?ok=deskSaved&schritt=${form.id}`;
		}),
	undo
};
