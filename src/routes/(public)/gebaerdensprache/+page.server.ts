import * as operator from '#lib/operator/operator.server.ts';
import { mayState } from '#lib/operator/statement.ts';
import { signingVideo } from '#lib/server/signing.server.ts';
import { gebaerdensprache } from '#lib/texts/de/pages/gebaerdensprache.ts';

export const load = async ({ locals: { ctx } }) => ({
	video: await signingVideo(ctx.house.config),
	...(await operator.page(ctx, gebaerdensprache)),
	mayFill: mayState(ctx.person).ok
});
