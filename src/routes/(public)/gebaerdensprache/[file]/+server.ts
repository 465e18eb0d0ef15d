import { error } from '@sveltejs/kit';
import { signingFile } from '#lib/server/signLanguageVideo.server.ts';

export const GET = async ({ locals: { ctx }, params, request }) =>
	(await signingFile(ctx.app.config, params.file, request)) ?? error(404);
