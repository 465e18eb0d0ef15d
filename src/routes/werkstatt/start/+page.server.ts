import * as readiness from '#lib/readiness/readiness.server.ts';
import { showing } from '#lib/server/http/act.ts';

export const load = async ({ locals: { ctx } }) => ({ checks: await showing(readiness.checks(ctx)) });
