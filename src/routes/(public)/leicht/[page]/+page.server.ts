import { error } from '@sveltejs/kit';
import { easyPage, fixedPage } from '#lib/texts/pages/pages.server.ts';

export const load = ({ params }) => {
	const page = easyPage(params.page) ?? error(404);
	return { ...page, long: { href: `/${params.page}`, title: fixedPage(params.page)?.title ?? '' } };
};
