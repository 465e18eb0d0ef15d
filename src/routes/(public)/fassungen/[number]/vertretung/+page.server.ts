import { holdsBack } from '#lib/representation/figures.ts';
import { showing } from '#lib/server/http/forms/act.ts';
import * as strategy from '#lib/strategy/strategy.server.ts';
import { found } from '#lib/verdict.ts';

export const load = async ({ locals: { ctx }, params }) => {
	const { number, title, publishedAt, represented } = await showing(strategy.headByNumber(ctx, Number(params.number)));
	await showing((async () => found(publishedAt, 'version'))());
	return { version: { number, title, publishedAt }, represented, held: represented !== null && holdsBack(represented) };
};
