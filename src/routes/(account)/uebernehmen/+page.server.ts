import { CodeForm } from '#lib/people/code.ts';
import * as people from '#lib/people/people.server.ts';
import { publicName } from '#lib/people/person.ts';
import * as recording from '#lib/recording/recording.server.ts';
import { act } from '#lib/server/http/act.ts';
import { countTry } from '#lib/server/http/tries.ts';
import * as votes from '#lib/votes/votes.server.ts';

export const load = async ({ locals: { ctx } }) => ({
	name: ctx.person && publicName(ctx.person),
	waiting: await recording.countMine(ctx)
});

export const actions = {
	default: (event) =>
		act(event, CodeForm, async (ctx, { code }) => {
			await countTry(ctx, 'card', event);
			await votes.takeOver(ctx, code);
			if (ctx.person === null) {
				const { name, value, attributes } = await people.enterWithCode(ctx, code);
				event.cookies.set(name, value, attributes);
			}
			return '/meine?ok=takenOver';
		})
};
