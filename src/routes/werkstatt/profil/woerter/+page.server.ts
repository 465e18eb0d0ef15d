import { RestoreForm, WordsForm, wordsState } from '#lib/profile/forms.ts';
import * as profile from '#lib/profile/profile.server.ts';
import { act, preview, showing } from '#lib/server/http/forms/act.ts';
import * as wording from '#lib/wording/wording.server.ts';

const HERE = '/werkstatt/profil/woerter?ok=profileChanged';

export const load = async ({ locals: { ctx } }) => {
	const history = await showing(profile.history(ctx, 'words'));
	const { number, profile: now } = await profile.state(ctx);
	return { history, number, typed: wordsState(now), unused: await wording.unusedTerms(ctx) };
};

export const actions = {
	save: (event) =>
		act(event, WordsForm, async (ctx, form) => {
			await profile.changeWords(ctx, form);
			return HERE;
		}),
	/** Which sentences would be others; nothing is saved. */
	preview: (event) =>
		preview(event, WordsForm, async (ctx, form) => {
			const sentences = await wording.previewTerms(ctx, form.terms);
			const { changes } = await profile.changedBy(ctx, () => profile.changeWords(ctx, form));
			return { ...sentences, changes };
		}),
	restore: (event) =>
		act(event, RestoreForm, async (ctx, { number, revision }) => {
			await profile.restoreRevision(ctx, number, { seen: revision, part: 'words' });
			return HERE;
		})
};
