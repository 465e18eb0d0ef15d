import { showing } from '#lib/server/http/forms/act.ts';
import * as strategy from '#lib/strategy/strategy.server.ts';
import { found } from '#lib/verdict.ts';

export const load = async ({ locals: { ctx }, params }) => {
	const { number, publishedAt, omitted } = await showing(strategy.headByNumber(ctx, Number(params.number)));
	await showing((async () => found(publishedAt, 'version'))());
	return { version: { number, publishedAt }, omitted };
};
