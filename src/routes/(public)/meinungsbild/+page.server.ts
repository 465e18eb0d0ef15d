import * as consultations from '#lib/consultations/consultations.server.ts';
import { named } from '#lib/opinion/landscape/landscape.ts';
import * as opinion from '#lib/opinion/opinion.server.ts';
import { showing } from '#lib/server/http/forms/act.ts';

export const load = async ({ locals: { ctx } }) => {
	const consultation = await showing(consultations.current(ctx));
	const newest = await opinion.newest(ctx, consultation.id);
	const recent = newest ? await opinion.recent(ctx, consultation.id) : [];
	// The page shows some of the points; all of them are in the file.
	const shown = newest && { ...newest, landscape: named(newest.landscape) };
	return {
		consultation: consultation.title,
		newest: shown,
		points: newest?.landscape.points.length ?? 0,
		older: recent.slice(1)
	};
};
