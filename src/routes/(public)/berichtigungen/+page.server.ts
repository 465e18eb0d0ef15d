import * as corrections from '#lib/corrections/corrections.server.ts';
import { shownAddendum } from '#lib/corrections/shown.ts';

export const load = async ({ locals: { ctx } }) => ({
	addenda: (await corrections.addenda(ctx)).map((one) => shownAddendum(one, ctx.now))
});
