import { rootOf } from '#lib/data/api/apiRoot.ts';
import * as data from '#lib/data/data.server.ts';
import { answer } from '#lib/server/http/apiAnswer.ts';

/** What there is, and where: described in `openapi.json`. */
export const GET = (event) =>
	answer(event, {}, async (ctx) => ({ body: rootOf(await data.edition(ctx), ctx.app.config.origin) }));
