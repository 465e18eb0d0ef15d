import { NewPasswordForm } from '#lib/people/account.ts';
import * as accountLinks from '#lib/people/accountLinks.server.ts';
import * as people from '#lib/people/people.server.ts';
import { act, showing } from '#lib/server/http/act.ts';
import { countTry, remember } from '#lib/server/http/tries.ts';
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
			const { name, value, attributes, stage } = await people.begin(ctx, person);
			event.cookies.set(name, value, attributes);
			if (stage !== 'none') return stage === 'code' ? '/anmelden/team/code' : '/anmelden/team/einrichten';
			remember(ctx, event, personId);
			return '/werkstatt?ok=signedInTeam';
		})
};
