import * as operator from '#lib/operator/operator.server.ts';
import { mayState } from '#lib/operator/statement.ts';
import { signingVideo } from '#lib/server/signLanguageVideo.server.ts';
import { fixedPage } from '#lib/texts/pages/pages.server.ts';
import { error } from '@sveltejs/kit';

export const load = async ({ locals: { ctx } }) => ({
	video: await signingVideo(ctx.app.config),
	...(await operator.page(ctx, fixedPage('gebaerdensprache') ?? error(404))),
	mayFill: mayState(ctx.person).ok
});
