import { showing } from '#lib/server/http/act.ts';
import * as strategy from '#lib/strategy/strategy.server.ts';
import { toldSummary } from '#lib/strategy/told.ts';

export const load = async ({ locals: { ctx }, params, url }) => {
	const number = Number(params.number);
	const head = await showing(strategy.headByNumber(ctx, number));
	const others = (await strategy.versions(ctx, head.consultationId)).filter((one) => one.number !== number);
	const asked = Number(url.searchParams.get('mit') ?? NaN);
	const chosen =
		others.find((one) => one.number === asked) ?? others.find((one) => one.id === head.previousId) ?? others[0];
	const compared = chosen ? await showing(strategy.comparison(ctx, number, chosen.number)) : null;
	const changes = (compared?.changes ?? []).map(({ pointId: _, ...change }) => change);
	return {
		number,
		others: others.map(({ number, title }) => ({ number, title })),
		chosen: chosen?.number ?? null,
		comparison: compared && {
			before: compared.before.number,
			after: compared.after.number,
			told: toldSummary(compared.summary),
			changes: changes.filter((change) => change.fate !== 'unchanged'),
			unchanged: changes
				.filter((change) => change.fate === 'unchanged')
				.map(({ number, title }) => ({ number, title: title.map((part) => part.text).join('') }))
		}
	};
};
