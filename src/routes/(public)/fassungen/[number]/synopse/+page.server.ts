import * as synopsis from '#lib/answers/synopsis.server.ts';
import { SynopsisQuery, synopsisSearch } from '#lib/answers/synopsis.ts';
import * as consultations from '#lib/consultations/consultations.server.ts';
import { showing } from '#lib/server/http/act.ts';
import { press } from '#lib/server/print/press.server.ts';
import { excerpt } from '#lib/texts/excerpt.ts';

const EXCERPT = 240;

export const load = async ({ locals: { ctx }, params, url }) => {
	const number = Number(params.number);
	const head = await showing(synopsis.headOf(ctx, number));
	const ask = SynopsisQuery.parse(Object.fromEntries(url.searchParams));
	const { fields } = await consultations.byId(ctx, head.consultationId);
	const { rows, next } = await synopsis.page(ctx, number, ask);
	return {
		number,
		title: head.title,
		ask,
		printable: await press.able(),
		fields: fields.map(({ slug, title }) => ({ slug, title })),
		rows: rows.map((row) => ({ ...row, reason: excerpt(row.reason, EXCERPT) })),
		search: synopsisSearch(ask),
		next: next === null ? null : synopsisSearch(ask, next)
	};
};
