import { showing } from '#lib/server/http/forms/act.ts';
import { listOf } from './rows.ts';

export const load = async ({ locals: { ctx }, url }) => ({ list: await showing(listOf(ctx, url)) });
