import * as data from '#lib/data/data.server.ts';

export const load = async ({ locals: { ctx } }) => ({ edition: await data.edition(ctx) });
