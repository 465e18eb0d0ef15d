import { found } from '#lib/verdict.ts';
import { showing } from '#lib/server/http/act.ts';
import { fixedPage } from '#lib/texts/de/pages/pages.ts';
import { placesIn } from '#lib/texts/de/pages/page.ts';

export const load = ({ params }) =>
	showing(
		(async () => {
			const page = found(fixedPage(params.page), 'page');
			return { ...page, open: placesIn(page) };
		})()
	);
