import * as readiness from '#lib/readiness/readiness.server.ts';
import { showing } from '#lib/server/http/forms/act.ts';

export const load = async ({ locals: { ctx } }) => showing(readiness.guide(ctx));
