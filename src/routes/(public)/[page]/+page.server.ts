import { error } from '@sveltejs/kit';
import { easyPage } from '#lib/texts/de/pages/leichter.ts';
import { fixedPage } from '#lib/texts/de/pages/pages.ts';
import { placesIn } from '#lib/texts/de/pages/page.ts';

export const load = ({ params }) => {
	const page = fixedPage(params.page) ?? error(404);
	return { ...page, open: placesIn(page), easy: easyPage(params.page) && `/leicht/${params.page}` };
};
