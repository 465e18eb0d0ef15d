import { error } from '@sveltejs/kit';
import { signingFile } from '#lib/server/signing.server.ts';

export const GET = async ({ locals: { ctx }, params, request }) =>
	(await signingFile(ctx.house.config, params.file, request.headers.get('range'))) ?? error(404);
