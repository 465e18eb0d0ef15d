import { z } from 'zod';
import * as factors from '#lib/people/factors.server.ts';
import { reveal } from '#lib/server/http/act.ts';

export const load = async ({ locals: { ctx } }) => ({ left: await factors.left(ctx) });

export const actions = {
	default: (event) => reveal(event, z.object({}), (ctx) => factors.renewCodes(ctx))
};
