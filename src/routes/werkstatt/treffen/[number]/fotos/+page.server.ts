import { personalDataCheck } from '#lib/moderation/hints/personalDataCheck.ts';
import { BadPhoto, FILE_MAX, PhotoForm, PHOTOS_MAX, PIXELS_MAX, RemovePhotoForm } from '#lib/recording/photos/photo.ts';
import * as photos from '#lib/recording/photos/photos.server.ts';
import { mayChangeWorkshop, mayReadWorkshops } from '#lib/recording/workshops/workshop.ts';
import * as workshops from '#lib/recording/workshops/workshops.server.ts';
import { mayRecord } from '#lib/recording/recording.ts';
import { act, actOnFile, admit, showing } from '#lib/server/http/forms/act.ts';
import { newId } from '#lib/server/ids.ts';
import { explain, fill, t } from '#lib/texts/texts.ts';

const LIMITS = { file: FILE_MAX / 1024 / 1024, pixels: PIXELS_MAX / 1_000_000, most: PHOTOS_MAX };

export const load = async ({ locals: { ctx }, params }) => {
	admit(mayReadWorkshops(ctx.person));
	const { number, label, publishedAt } = await showing(workshops.byNumber(ctx, Number(params.number)));
	return {
		workshop: { number, label },
		photos: await photos.ofWorkshop(ctx, number),
		whyNot: explain(mayChangeWorkshop(ctx.person, publishedAt)),
		limits: LIMITS,
		// The form carries the id of what it will make: sent twice, it makes one.
		blank: newId()
	};
};

const here = (number: string, done: string) => `/werkstatt/treffen/${number}/fotos?ok=${done}`;

export const actions = {
	add: (event) =>
		actOnFile(
			event,
			{
				...{ schema: personalDataCheck(PhotoForm), most: FILE_MAX, may: mayRecord(event.locals.ctx.person) },
				wrong: (problem) =>
					problem instanceof BadPhoto ? fill(t.workshops.desk.photos.problems[problem.problem], LIMITS) : null,
				missing: t.workshops.desk.photos.missing
			},
			async (ctx, form, { bytes }) => {
				await photos.add(ctx, Number(event.params.number), form, bytes);
				return here(event.params.number, 'photoAdded');
			}
		),
	remove: (event) =>
		act(event, RemovePhotoForm, async (ctx, { photo }) => {
			await photos.remove(ctx, Number(event.params.number), photo);
			return here(event.params.number, 'photoRemoved');
		})
};
