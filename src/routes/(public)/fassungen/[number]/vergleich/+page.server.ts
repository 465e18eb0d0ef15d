import * as corrections from '#lib/corrections/corrections.server.ts';
import type { AddendumMark } from '#lib/corrections/shown.ts';
import type { Ctx } from '#lib/server/ctx.ts';
import { showing } from '#lib/server/http/forms/act.ts';
import * as strategy from '#lib/strategy/strategy.server.ts';
import { summaryText } from '#lib/strategy/versions/changeText.ts';

/** Addenda to either: what is compared is the text of now. */
async function marksOf(ctx: Ctx, numbers: readonly number[]) {
	const marks = new Map<number, AddendumMark>();
	for (const number of numbers) {
		const { marks: own, byPoint } = await corrections.addended(ctx, { kind: 'version', number });
		for (const mark of [...own, ...Object.values(byPoint).flat()]) marks.set(mark.number, mark);
	}
	return [...marks.values()].sort((a, b) => a.number - b.number);
}

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
		marks: await marksOf(ctx, [number, ...(chosen ? [chosen.number] : [])]),
		comparison: compared && {
			before: compared.before.number,
			after: compared.after.number,
			told: summaryText(compared.summary),
			changes: changes.filter((change) => change.fate !== 'unchanged'),
			unchanged: changes
				.filter((change) => change.fate === 'unchanged')
				.map(({ number, title }) => ({ number, title: title.map((part) => part.text).join('') }))
		}
	};
};
