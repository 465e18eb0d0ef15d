import { withQuery } from '#lib/address.ts';
import { AuditQuery } from '#lib/audit/audit.ts';
import * as audit from '#lib/audit/audit.server.ts';
import { showing } from '#lib/server/http/forms/act.ts';

export const load = async ({ locals: { ctx }, url }) => {
	const ask = AuditQuery.parse(Object.fromEntries(url.searchParams));
	const { entries, next } = await showing(audit.page(ctx, ask));
	const query = new URLSearchParams(url.searchParams);
	query.delete('vor');
	const more = new URLSearchParams(query);
	if (next) more.set('vor', next);
	return {
		entries,
		ask,
		people: await showing(audit.people(ctx)),
		next: next && `/werkstatt/protokoll?${more}`,
		first: ask.vor ? withQuery('/werkstatt/protokoll', query) : null,
		csv: withQuery('/werkstatt/protokoll/protokoll.csv', query)
	};
};
