import { error } from '@sveltejs/kit';
import { handOut } from '#lib/server/http/paper.ts';
import * as papers from '#lib/strategy/papers.server.ts';

export const GET = async ({ locals: { ctx }, params, request }) => {
	if (params.file !== params.number) error(404);
	return handOut(() => papers.paper(ctx, Number(params.number), 'pdf'), { request });
};
