import { error } from '@sveltejs/kit';
import { easyPage } from '#lib/texts/de/pages/leichter.ts';
import { fixedPage } from '#lib/texts/de/pages/pages.ts';

export const load = ({ params }) => {
	const page = easyPage(params.page) ?? error(404);
	return { ...page, long: { href: `/${params.page}`, title: fixedPage(params.page)?.title ?? '' } };
};
