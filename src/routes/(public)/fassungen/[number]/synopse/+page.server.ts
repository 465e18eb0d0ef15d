import * as synopsis from '#lib/answers/synopsis/synopsis.server.ts';
import { SynopsisQuery, synopsisSearch } from '#lib/answers/synopsis/synopsis.ts';
import * as consultations from '#lib/consultations/consultations.server.ts';
import * as corrections from '#lib/corrections/corrections.server.ts';
import { showing } from '#lib/server/http/forms/act.ts';
import { openPdfWorker } from '#lib/server/print/pdfWorker.server.ts';
import { excerpt } from '#lib/texts/excerpt.ts';

const EXCERPT = 240;

export const load = async ({ locals: { ctx }, params, url }) => {
	const number = Number(params.number);
	const head = await showing(synopsis.headOf(ctx, number));
	const ask = SynopsisQuery.parse(Object.fromEntries(url.searchParams));
	const { allFields: fields } = await consultations.byId(ctx, head.consultationId);
	const { rows, next } = await synopsis.page(ctx, number, ask);
	return {
		number,
		addended: await corrections.addended(ctx, { kind: 'version', number }),
		title: head.title,
		ask,
		printable: await openPdfWorker.able(),
		fields: fields.map(({ slug, title }) => ({ slug, title })),
		rows: rows.map((row) => ({ ...row, reason: excerpt(row.reason, EXCERPT) })),
		search: synopsisSearch(ask),
		next: next === null ? null : synopsisSearch(ask, next)
	};
};
