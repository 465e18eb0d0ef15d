import * as moderation from '#lib/moderation/moderation.server.ts';
import { showing } from '#lib/server/http/forms/act.ts';

export const load = async ({ locals: { ctx } }) => ({
	appeals: await showing(moderation.waitingAppeals(ctx)),
	count: await moderation.countAppeals(ctx)
});
