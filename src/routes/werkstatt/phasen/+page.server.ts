import * as consultations from '#lib/consultations/consultations.server.ts';
import { showing } from '#lib/server/http/act.ts';

export const load = async ({ locals: { ctx } }) => {
	const all = await showing(consultations.managed(ctx));
	return { consultations: all.map(({ id, title, phases }) => ({ id, title, phases })) };
};
