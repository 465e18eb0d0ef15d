import { holdsBack, mendedSince } from '#lib/representation/figures.ts';
import { showing } from '#lib/server/http/forms/act.ts';
import * as strategy from '#lib/strategy/strategy.server.ts';
import { found } from '#lib/verdict.ts';

export const load = async ({ locals: { ctx }, params }) => {
	const version = await showing(strategy.headByNumber(ctx, Number(params.number)));
	const { number, title, publishedAt, represented, consultationId } = version;
	await showing((async () => found(publishedAt, 'version'))());
	const former = (await strategy.versions(ctx, consultationId)).find((one) => one.number < number);
	return {
		version: { number, title, publishedAt },
		represented,
		held: represented !== null && holdsBack(represented),
		former: former && represented && { number: former.number, mended: mendedSince(former.represented, represented) }
	};
};
