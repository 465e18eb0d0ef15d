import { PictureForm, RestoreForm } from '#lib/profile/forms.ts';
import { PICTURE_BYTES, sourceOf } from '#lib/profile/look/picture.ts';
import * as profile from '#lib/profile/profile.server.ts';
import { mayChangeProfile } from '#lib/profile/rules.ts';
import { act, actOnFile, previewFile, showing, type FileForm } from '#lib/server/http/forms/act.ts';
import { reasonSentence, t } from '#lib/texts/texts.ts';
import { Refused } from '#lib/verdict.ts';
import type { RequestEvent } from './$types';

const HERE = '/werkstatt/profil/bilder?ok=profileChanged';

export const load = async ({ locals: { ctx } }) => {
	const history = await showing(profile.history(ctx, 'pictures'));
	const { number, profile: now } = await profile.state(ctx);
	const { logo, favicon, shareImage } = now.look;
	return { history, number, has: { logo: logo !== '', favicon: favicon !== '', shareImage: shareImage !== '' } };
};

const pictureFile = ({ locals: { ctx } }: Pick<RequestEvent, 'locals'>): FileForm<typeof PictureForm> => ({
	...{ schema: PictureForm, most: PICTURE_BYTES, may: mayChangeProfile(ctx.person?.roles ?? null) },
	wrong: (problem) => (problem instanceof Refused ? reasonSentence(problem.reason, problem.facts) : null),
	missing: t.profile.pictures.missing
});

export const actions = {
	put: (event) =>
		actOnFile(event, pictureFile(event), async (ctx, { picture }, { bytes }) => {
			await profile.changePicture(ctx, picture, bytes);
			return HERE;
		}),
	/** The picture as it would stand there; nothing is saved. */
	preview: (event) =>
		previewFile(event, pictureFile(event), async (ctx, { picture }, { bytes }) => {
			const { after, changes } = await profile.changedBy(ctx, () => profile.changePicture(ctx, picture, bytes));
			return { changes, picture, source: sourceOf(picture, after.look[picture]) };
		}),
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
