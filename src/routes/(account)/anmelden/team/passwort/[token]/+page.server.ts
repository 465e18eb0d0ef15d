import { NewPasswordForm } from '#lib/people/accounts/account.ts';
import * as accountLinks from '#lib/people/accounts/accountLinks.server.ts';
import * as people from '#lib/people/people.server.ts';
import { act, showing } from '#lib/server/http/forms/act.ts';
import { countTry, keepDevice } from '#lib/server/http/signIn/signInLimits.ts';
import { setSession } from '#lib/server/http/signIn/sessionCookie.ts';
import { found } from '#lib/verdict.ts';

export const load = async ({ locals: { ctx }, params, setHeaders }) => {
	// The address opens something: what stands here is for one.
	setHeaders({ 'cache-control': 'no-store' });
	return { link: await showing(accountLinks.open(ctx, params.token)) };
};

export const actions = {
	default: (event) =>
		act(event, NewPasswordForm, async (ctx, { password }) => {
			await countTry(ctx, 'link', event);
			const { personId, invited } = await accountLinks.choose(ctx, event.params.token, password);
			// Whoever comes for the first time goes on to the second factor; others show that they know what they chose.
			if (!invited) return '/anmelden/team?neu=1&ok=passwordSet';
			const person = found(await people.byId(ctx, personId), 'person');
			const { stage, ...cookie } = await people.begin(ctx, person);
			setSession(event, cookie);
			if (stage !== 'none') return stage === 'code' ? '/anmelden/team/code' : '/anmelden/team/einrichten';
			keepDevice(ctx, event, personId);
			return '/werkstatt?ok=signedInTeam';
		})
};
