import * as organisations from '#lib/organisations/organisations.server.ts';
import { showing } from '#lib/server/http/forms/act.ts';

export const load = async ({ locals: { ctx }, params }) => showing(organisations.page(ctx, params.id));
