import { mayEnterWorkshop } from '#lib/people/staff/workAreas.ts';
import { COUNTED_MAX } from '#lib/server/db/fullTextSearch.ts';
import { admit, showing } from '#lib/server/http/forms/act.ts';
import { StaffQuery } from '#lib/staffSearch/staffSearch.ts';
import * as staffSearch from '#lib/staffSearch/staffSearch.server.ts';

export const load = async ({ locals: { ctx }, url }) => {
	admit(mayEnterWorkshop(ctx.person));
	const ask = StaffQuery.parse(Object.fromEntries(url.searchParams));
	const found = await showing(staffSearch.search(ctx, ask));
	return { ask, most: COUNTED_MAX, ...staffSearch.choices(ctx), ...found };
};
