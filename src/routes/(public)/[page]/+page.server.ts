import { error } from '@sveltejs/kit';
import * as operator from '#lib/operator/operator.server.ts';
import { mayState } from '#lib/operator/statement.ts';
import { easyPage, fixedPage } from '#lib/texts/pages/pages.server.ts';

export const load = async ({ locals: { ctx }, params }) => {
	const page = fixedPage(params.page) ?? error(404);
	const easy = easyPage(params.page);
	return {
		...(await operator.page(ctx, page)),
		mayFill: mayState(ctx.person).ok,
		easy: easy && `/leicht/${params.page}`,
		/** Whoever reads in easy words reads this page so, where it is written so. */
		instead: easy && ctx.locale === 'leicht' ? { ...easy, long: { href: `/${params.page}`, title: page.title } } : null
	};
};
