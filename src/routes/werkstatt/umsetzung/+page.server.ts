import * as consultations from '#lib/consultations/consultations.server.ts';
import { mayReadReports } from '#lib/promises/promise.ts';
import * as promises from '#lib/promises/promises.server.ts';
import type { Ctx } from '#lib/server/ctx.ts';
import { showing } from '#lib/server/http/forms/act.ts';
import { obey } from '#lib/verdict.ts';

async function desktop(ctx: Ctx) {
	obey(mayReadReports(ctx.person));
	const { id } = await consultations.current(ctx);
	const all = await promises.overview(ctx, id);
	const rows = all.map(({ number, title, update, overdue }) => ({
		...{ number, title, overdue, href: `/werkstatt/umsetzung/${number}` },
		status: update?.status ?? null,
		responsible: update?.responsible ?? null,
		reviewOn: update?.reviewOn ?? null
	}));
	return { rows: [...rows.filter((row) => row.overdue), ...rows.filter((row) => !row.overdue)] };
}

export const load = ({ locals: { ctx } }) => showing(desktop(ctx));
