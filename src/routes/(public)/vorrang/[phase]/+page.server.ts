import * as priorities from '#lib/priorities/priorities.server.ts';
import { leftAfter, StepQuery } from '#lib/priorities/result/result.ts';
import { showing } from '#lib/server/http/forms/act.ts';

export const load = async ({ locals: { ctx }, params, url }) => {
	const { phase, measures, result, ...about } = await showing(priorities.resultOf(ctx, params.phase));
	const asked = StepQuery.parse(Object.fromEntries(url.searchParams));
	const outcome = result.outcomes?.[asked.geldbeutel] ?? null;
	const steps = Math.min(asked.schritt ?? Infinity, outcome?.rounds.length ?? 0);
	const textOf = (number: number) => measures.get(number)?.text ?? '';
	return {
		...about,
		...{ phase: phase.title, slug: phase.slug, result },
		measures: result.measures.map((one) => ({
			...{ ...one, text: textOf(one.number) },
			point: measures.get(one.number)?.point ?? null
		})),
		replay: outcome && {
			purse: asked.geldbeutel,
			...{ steps, all: outcome.rounds.length, raised: outcome.raised, left: leftAfter(result.budget, outcome, steps) },
			rounds: outcome.rounds.slice(0, steps).map((round, place) => ({
				...{ ...round, text: textOf(round.number) },
				left: leftAfter(result.budget, outcome, place + 1)
			}))
		}
	};
};
