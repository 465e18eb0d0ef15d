import { RevisionForm, ShippedForm } from '#lib/profile/forms.ts';
import { FILE_BYTES } from '#lib/profile/profileFile.ts';
import * as profile from '#lib/profile/profile.server.ts';
import { mayChangeProfile } from '#lib/profile/rules.ts';
import { SHIPPED } from '#lib/profile/shipped.ts';
import { act, actOnFile, admit } from '#lib/server/http/forms/act.ts';
import { reasonSentence, t } from '#lib/texts/texts.ts';
import { found, Refused } from '#lib/verdict.ts';
import { readProfileWithWords } from '#lib/wording/profileWords.server.ts';

const DONE = '/werkstatt/profil?ok=profileChanged';
const change = (seen: number) => ({ concern: 'all', note: '', seen }) as const;

export const load = async ({ locals: { ctx } }) => {
	admit(mayChangeProfile(ctx.person?.roles ?? null));
	const shipped = [...SHIPPED].map(([key, { look }]) => ({ key, name: look.name, claim: look.claim }));
	return { shipped, number: (await profile.state(ctx)).number };
};

export const actions = {
	shipped: (event) =>
		act(event, ShippedForm, async (ctx, { profile: name, revision }) => {
			await profile.save(ctx, found(SHIPPED.get(name), 'profile'), change(revision));
			return DONE;
		}),
	file: (event) =>
		actOnFile(
			event,
			{
				...{ schema: RevisionForm, most: FILE_BYTES, may: mayChangeProfile(event.locals.ctx.person?.roles ?? null) },
				wrong: (problem) => (problem instanceof Refused ? reasonSentence(problem.reason, problem.facts) : null),
				missing: t.profile.whole.missing
			},
			async (ctx, { revision }, { bytes }) => {
				await profile.save(ctx, readProfileWithWords(new TextDecoder().decode(bytes)), change(revision));
				return DONE;
			}
		)
};
