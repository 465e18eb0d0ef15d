import { randomUUID } from 'node:crypto';
import type { Ctx } from '#lib/server/ctx.ts';
import { isoDay } from '#lib/texts/dates.ts';
import * as scans from '#lib/votes/scans/scans.server.ts';

/** A pile of pictures came just now, or it would be forgotten; the only one of them is none. */
export async function scanPapers(then: Ctx): Promise<string> {
	const helper = { ...then, now: new Date().toISOString() };
	const id = randomUUID();
	const form = { id, date: isoDay(helper.now), place: 'Tagestreff Sonnenplatz' };
	await scans.upload(helper, form, [{ name: 'urlaub.jpg', bytes: Buffer.from('<svg/>') }]);
	return id;
}
