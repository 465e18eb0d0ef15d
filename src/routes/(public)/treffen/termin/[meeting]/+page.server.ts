import * as meetings from '#lib/recording/meetings/meetings.server.ts';
import { showing } from '#lib/server/http/forms/act.ts';

export const load = async ({ locals: { ctx }, params }) => showing(meetings.byId(ctx, params.meeting));
