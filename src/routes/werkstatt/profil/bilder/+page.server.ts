import { PictureForm, RestoreForm } from '#lib/profile/forms.ts';
import { PICTURE_BYTES } from '#lib/profile/look/picture.ts';
import * as profile from '#lib/profile/profile.server.ts';
import { mayChangeProfile } from '#lib/profile/rules.ts';
import { act, actOnFile, showing } from '#lib/server/http/forms/act.ts';
import { reasonSentence, t } from '#lib/texts/texts.ts';
import { Refused } from '#lib/verdict.ts';

const HERE = '/werkstatt/profil/bilder?ok=profileChanged';

export const load = async ({ locals: { ctx } }) => {
	const history = await showing(profile.history(ctx, 'pictures'));
	const { number, profile: now } = await profile.state(ctx);
	const { logo, favicon, shareImage } = now.look;
	return { history, number, has: { logo: logo !== '', favicon: favicon !== '', shareImage: shareImage !== '' } };
};

export const actions = {
	put: (event) =>
		actOnFile(
			event,
			{
				...{ schema: PictureForm, most: PICTURE_BYTES, may: mayChangeProfile(event.locals.ctx.person?.roles ?? null) },
				wrong: (problem) => (problem instanceof Refused ? reasonSentence(problem.reason, problem.facts) : null),
				missing: t.profile.pictures.missing
			},
			async (ctx, { picture }, { bytes }) => {
				await profile.changePicture(ctx, picture, bytes);
				return HERE;
			}
		),
	remove: (event) =>
		act(event, PictureForm, async (ctx, { picture }) => {
			await profile.changePicture(ctx, picture, null);
			return HERE;
		}),
	restore: (event) =>
		act(event, RestoreForm, async (ctx, { number, revision }) => {
			await profile.restoreRevision(ctx, number, { seen: revision, part: 'pictures' });
			return HERE;
		})
};
