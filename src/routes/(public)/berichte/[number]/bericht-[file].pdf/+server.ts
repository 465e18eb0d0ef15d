import { error } from '@sveltejs/kit';
import * as papers from '#lib/reports/papers.server.ts';
import { handOut } from '#lib/server/http/paper.ts';

export const GET = async ({ locals: { ctx }, params, request }) => {
	if (params.file !== params.number) error(404);
	return handOut(() => papers.paper(ctx, Number(params.number)), { request });
};
