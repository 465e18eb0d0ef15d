import { error } from '@sveltejs/kit';
import * as handbook from '#lib/handbook/handbook.server.ts';
import { mayEnterWorkshop } from '#lib/people/staff/workAreas.ts';
import { admit } from '#lib/server/http/forms/act.ts';
import { openPdfWorker } from '#lib/server/print/pdfWorker.server.ts';

export const load = async ({ locals: { ctx }, params }) => {
	admit(mayEnterWorkshop(ctx.person));
	const chapter = handbook.chapters(ctx).find(({ slug }) => slug === params.chapter) ?? error(404);
	return { ...chapter, printable: await openPdfWorker.able() };
};
