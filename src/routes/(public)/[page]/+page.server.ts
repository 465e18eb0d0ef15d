import { error } from '@sveltejs/kit';
import * as operator from '#lib/operator/operator.server.ts';
import { mayState } from '#lib/operator/statement.ts';
import { easyPage } from '#lib/texts/de/pages/leichter.ts';
import { fixedPage } from '#lib/texts/de/pages/pages.ts';

export const load = async ({ locals: { ctx }, params }) => {
	const page = fixedPage(params.page) ?? error(404);
	return {
		...(await operator.page(ctx, page)),
		mayFill: mayState(ctx.person).ok,
		easy: easyPage(params.page) && `/leicht/${params.page}`
	};
};
