import { error } from '@sveltejs/kit';
import * as papers from '#lib/corrections/papers.server.ts';
import { sendFile } from '#lib/server/http/sendFile.ts';

export const GET = async ({ locals: { ctx }, params, request }) => {
	if (params.file !== params.number) error(404);
	return sendFile(() => papers.reportPaper(ctx, Number(params.number), 'odt'), { request });
};
