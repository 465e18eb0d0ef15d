import { CodeForm } from '#lib/people/cards/cardCode.ts';
import * as people from '#lib/people/people.server.ts';
import { publicName } from '#lib/people/person.ts';
import * as recording from '#lib/recording/recording.server.ts';
import { act } from '#lib/server/http/forms/act.ts';
import { countTry } from '#lib/server/http/signIn/signInLimits.ts';
import { setSession } from '#lib/server/http/signIn/sessionCookie.ts';
import * as votes from '#lib/votes/votes.server.ts';

export const load = async ({ locals: { ctx } }) => ({
	name: ctx.person && publicName(ctx.person),
	waiting: await recording.countMine(ctx)
});

export const actions = {
	default: (event) =>
		act(event, CodeForm, async (ctx, { code }) => {
			await countTry(ctx, 'card', event);
			await votes.claimVotes(ctx, code);
			if (ctx.person === null) setSession(event, await people.enterWithCode(ctx, code));
			return '/meine?ok=takenOver';
		})
};
