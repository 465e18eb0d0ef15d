import { actOnFiles, admit, showing } from '#lib/server/http/forms/act.ts';
import { mayRecord } from '#lib/recording/recording.ts';
import { newId } from '#lib/server/ids.ts';
import { isoDay } from '#lib/texts/dates.ts';
import { t } from '#lib/texts/texts.ts';
import { DAY } from '#lib/time.ts';
import { FILE_MAX, KEPT, UPLOAD_MAX, UploadForm } from '#lib/votes/scans/scan.ts';
import * as scans from '#lib/votes/scans/scans.server.ts';

const MB = 1024 * 1024;

export const load = async ({ locals: { ctx } }) => {
	admit(mayRecord(ctx.person));
	return {
		scans: await showing(scans.scans(ctx)),
		limits: { file: FILE_MAX / MB, most: UPLOAD_MAX / MB, days: KEPT / DAY },
		// The form carries the id of what it will make: sent twice, it makes one.
		blank: { id: newId(), date: isoDay(ctx.now), place: '' }
	};
};

export const actions = {
	default: (event) =>
		actOnFiles(
			event,
			{
				...{ schema: UploadForm, most: UPLOAD_MAX, may: mayRecord(event.locals.ctx.person) },
				wrong: () => null,
				missing: t.votes.scans.missing
			},
			async (ctx, form, files) => {
				await scans.upload(ctx, form, files);
				return `/werkstatt/erfassen/stimmen/einlesen/${form.id}`;
			}
		)
};
