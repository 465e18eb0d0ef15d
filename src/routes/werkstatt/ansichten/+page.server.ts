import { z } from 'zod';
import { ListName, NAME_MAX, RemoveForm, SaveForm, tidyQuery } from '#lib/savedViews/savedView.ts';
import * as savedViews from '#lib/savedViews/savedViews.server.ts';
import { act, showing } from '#lib/server/http/forms/act.ts';
import { withDone } from '#lib/server/http/address/redirectTarget.ts';
import { newId } from '#lib/server/ids.ts';

/** What a list sends along to be kept. */
const Asked = z.object({
	liste: ListName,
	auswahl: z.string().max(1_000),
	name: z.string().trim().max(NAME_MAX).catch('')
});

export const load = async ({ locals: { ctx }, url }) => {
	const lists = await showing(savedViews.all(ctx));
	const { data } = Asked.safeParse(Object.fromEntries(url.searchParams));
	const asked = data && { id: newId(), list: data.liste, query: tidyQuery(data.liste, data.auswahl), name: data.name };
	return { lists, asked: asked && lists.some(({ list }) => list === asked.list) ? asked : null };
};

export const actions = {
	save: (event) => act(event, SaveForm, async (ctx, form) => withDone(await savedViews.save(ctx, form), 'viewSaved')),
	remove: (event) =>
		act(event, RemoveForm, async (ctx, { view }) => {
			await savedViews.remove(ctx, view);
			return '/werkstatt/ansichten?ok=viewRemoved';
		})
};
