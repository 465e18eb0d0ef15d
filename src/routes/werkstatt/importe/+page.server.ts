import { BadSheet } from '#lib/import/places.ts';
import { mayImport, UPLOAD_MAX, UploadForm } from '#lib/importJobs/importJob.ts';
import * as importJobs from '#lib/importJobs/importJobs.server.ts';
import { actOnFile, admit, showing } from '#lib/server/http/forms/act.ts';
import { newId } from '#lib/server/ids.ts';
import { t } from '#lib/texts/texts.ts';

export const load = async ({ locals: { ctx }, url }) => {
	admit(mayImport(ctx.person));
	const { jobs, next } = await showing(importJobs.list(ctx, url.searchParams.get('vor')));
	// The form carries the id of what it will make: sent twice, it makes one.
	return { jobs, next, blank: newId(), most: UPLOAD_MAX / 1024 / 1024 };
};

export const actions = {
	default: (event) =>
		actOnFile(
			event,
			{
				...{ schema: UploadForm, most: UPLOAD_MAX, may: mayImport(event.locals.ctx.person) },
				wrong: (problem) => (problem instanceof BadSheet ? problem.message : null),
				missing: t.importJobs.upload.missing
			},
			async (ctx, { id }, { name, bytes }) => {
				await importJobs.upload(ctx, id, { name, bytes });
				return `/werkstatt/importe/${id}`;
			}
		)
};
