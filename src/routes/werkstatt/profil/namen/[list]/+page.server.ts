import { RestoreForm } from '#lib/profile/forms.ts';
import { listOfPage, NamesForm } from '#lib/profile/words/nameList.ts';
import * as profile from '#lib/profile/profile.server.ts';
import { act, preview, showing } from '#lib/server/http/forms/act.ts';
import type { Ctx } from '#lib/server/ctx.ts';
import { found } from '#lib/verdict.ts';
import * as names from '#lib/wording/names.server.ts';

const addressOf = (page: string) => `/werkstatt/profil/namen/${page}?ok=profileChanged`;

async function read(ctx: Ctx, page: string) {
	const list = found(listOfPage(page), 'list');
	const rows = await names.list(ctx, list);
	const history = await profile.history(ctx, list);
	return { list, rows, history, number: (await profile.state(ctx)).number, typed: names.namesState(rows) };
}

export const load = async ({ locals: { ctx }, params }) => showing(read(ctx, params.list));

export const actions = {
	save: (event) =>
		act(event, NamesForm, async (ctx, form) => {
			await names.rename(ctx, found(listOfPage(event.params.list), 'list'), form);
			return addressOf(event.params.list);
		}),
	/** What the entries would be called; nothing is saved. */
	preview: (event) =>
		preview(event, NamesForm, (ctx, form) => names.renamedBy(ctx, found(listOfPage(event.params.list), 'list'), form)),
	restore: (event) =>
		act(event, RestoreForm, async (ctx, { number, revision }) => {
			const part = found(listOfPage(event.params.list), 'list');
			await profile.restoreRevision(ctx, number, { seen: revision, part });
			return addressOf(event.params.list);
		})
};
