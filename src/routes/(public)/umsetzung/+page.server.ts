import * as consultations from '#lib/consultations/consultations.server.ts';
import { StatusName, STATUSES } from '#lib/promises/promise.ts';
import * as promises from '#lib/promises/promises.server.ts';

export const load = async ({ locals: { ctx }, url }) => {
	// Before the first consultation there is nothing to show, but nothing is wrong either.
	const consultation = await consultations.find(ctx);
	const all = consultation ? await promises.overview(ctx, consultation.id) : [];
	const asked = StatusName.safeParse(url.searchParams.get('stand')).data ?? null;
	const shown = all.filter((one) => asked === null || one.update?.status === asked);
	const names = [...new Set(shown.map((one) => one.field))];
	return {
		total: all.length,
		overdue: all.filter((one) => one.overdue).length,
		asked,
		counts: STATUSES.map((status) => ({ status, count: all.filter((one) => one.update?.status === status).length })),
		unsaid: all.filter((one) => one.update === null).length,
		fields: names.map((field) => ({
			title: field,
			rows: shown
				.filter((one) => one.field === field)
				.map(({ number, title, update, overdue }) => ({
					...{ number, title, overdue, href: `/punkte/${number}#umsetzung` },
					status: update?.status ?? null,
					responsible: update?.responsible ?? null,
					reviewOn: update?.reviewOn ?? null
				}))
		}))
	};
};
