import * as answers from '#lib/answers/answers.server.ts';
import * as consultations from '#lib/consultations/consultations.server.ts';
import { showing } from '#lib/server/http/forms/act.ts';

export const load = async ({ locals: { ctx } }) => {
	const consultation = await showing(consultations.current(ctx));
	return { deadlines: await answers.deadlines(ctx, consultation) };
};
