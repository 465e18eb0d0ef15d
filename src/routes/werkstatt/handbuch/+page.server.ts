import { z } from 'zod';
import { isOwn } from '#lib/handbook/chapter.ts';
import { ASKED_MAX } from '#lib/handbook/finding.ts';
import * as handbook from '#lib/handbook/handbook.server.ts';
import { mayEnterWorkshop } from '#lib/people/staff/workAreas.ts';
import { searchParts } from '#lib/proposals/lists/searchText.ts';
import { admit } from '#lib/server/http/forms/act.ts';
import { openPdfWorker } from '#lib/server/print/pdfWorker.server.ts';

const Query = z.object({
	q: z
		.string()
		.trim()
		.transform((asked) => asked.slice(0, ASKED_MAX))
		.catch('')
});

export const load = async ({ locals: { ctx }, url }) => {
	admit(mayEnterWorkshop(ctx.person));
	const { q } = Query.parse(Object.fromEntries(url.searchParams));
	const chapters = handbook.chapters(ctx).map(({ slug, title, lead }) => ({ slug, title, lead }));
	return {
		q,
		tooShort: q !== '' && searchParts(q).length === 0,
		found: q === '' ? null : handbook.search(ctx, q),
		own: chapters.filter(({ slug }) => isOwn(slug, ctx.person)),
		others: chapters.filter(({ slug }) => !isOwn(slug, ctx.person)),
		printable: await openPdfWorker.able()
	};
};
