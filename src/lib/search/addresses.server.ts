import * as calls from '../calls/calls.server.ts';
import * as consultations from '../consultations/consultations.server.ts';
import * as proposals from '../proposals/proposals.server.ts';
import * as reports from '../reports/reports.server.ts';
import type { Ctx } from '../server/ctx.ts';
import * as strategy from '../strategy/strategy.server.ts';
import { isoDay } from '../texts/dates.ts';
import { pages } from '../texts/pages/pages.server.ts';

/** What a search engine takes at once is 50,000; the rest of the room is for everything that is not a contribution. */
const CONTRIBUTIONS_MAX = 45_000;
const LISTS = ['/', '/beitraege', '/strategie', '/ergebnisse', '/antworten', '/treffen', '/daten', '/chronik'];

/** Something everybody can read. `changedOn`: YYYY-MM-DD; null: nobody says. */
export interface PublicAddress {
	path: string;
	changedOn: string | null;
}

const at = (path: string, instant: string | null = null): PublicAddress => {
	return { path, changedOn: instant && isoDay(instant) };
};

/** For search engines: pages, versions, points, calls, reports, the newest contributions. What they lead to is found from there. */
export async function publicAddresses(ctx: Ctx): Promise<PublicAddress[]> {
	const fixed = [...LISTS, ...Object.keys(pages().fixed).map((name) => `/${name}`)].map((path) => at(path));
	const process = await consultations.find(ctx);
	if (!process) return fixed;
	const contributions = await proposals.newestPublic(ctx, process.id, CONTRIBUTIONS_MAX);
	return [
		...fixed,
		...(await strategy.versions(ctx, process.id)).map((one) => at(`/fassungen/${one.number}`, one.publishedAt)),
		...(await strategy.currentPoints(ctx, process.id)).map((one) => at(`/punkte/${one.number}`)),
		...(await calls.published(ctx)).map((one) => at(`/aufrufe/${one.number}`, one.publishedAt)),
		...(await reports.list(ctx)).map((one) => at(`/berichte/${one.number}`, one.publishedAt)),
		...contributions.map((one) => at(`/beitraege/${one.number}`, one.publishedAt))
	];
}
