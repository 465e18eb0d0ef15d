import { error } from '@sveltejs/kit';
import { sendFile } from '#lib/server/http/sendFile.ts';
import * as papers from '#lib/corrections/papers.server.ts';

export const GET = async ({ locals: { ctx }, params, request }) => {
	if (params.file !== params.number) error(404);
	return sendFile(() => papers.versionPaper(ctx, Number(params.number), 'odt'), { request });
};
