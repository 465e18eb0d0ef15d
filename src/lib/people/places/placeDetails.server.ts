import { expectSeen, seenMark } from '../../editState.ts';
import type { Ctx } from '../../server/ctx.ts';
import { transaction } from '../../server/db/transaction.ts';
import { record } from '../../server/journal/journal.server.ts';
import { all as allOf, obey } from '../../verdict.ts';
import { mayIssueCards } from '../cards/batch.ts';
import { mayIssueAt, type Place } from './place.ts';
import type { PlaceDetails, PlaceDetailsInput } from './placeDetails.ts';
import { openPlace } from './places.server.ts';
import * as store from './store.server.ts';

const NOTHING: PlaceDetails = { address: '', hours: '', note: '' };

/** Where cards are to be had, for everybody: open places whose teams have said where and when. */
export async function publicPlaces(ctx: Ctx): Promise<({ name: string; changedAt: string } & PlaceDetails)[]> {
	return store.publicPlaces(ctx.db);
}

async function obeyTeam(ctx: Ctx, id: string): Promise<Place> {
	obey(mayIssueCards(ctx.person));
	const place = await openPlace(ctx, id);
	const team = (await store.team(ctx.db, id)).map((member) => member.id);
	obey(allOf(mayIssueAt(ctx.person, team)));
	return place;
}

/** For its team. Refused: placeNotYours. */
export async function detailsOf(ctx: Ctx, id: string): Promise<{ place: Place; details: PlaceDetails; seen: string }> {
	const place = await obeyTeam(ctx, id);
	const row = await store.details(ctx.db, id);
	const details = row ? { address: row.address, hours: row.hours, note: row.note } : NOTHING;
	return { place, details, seen: seenMark({ ...details }) };
}

/** Says it to everybody. Stale: a colleague has changed it meanwhile. */
export async function describe(ctx: Ctx, id: string, { seen, ...details }: PlaceDetailsInput): Promise<void> {
	await transaction(ctx, async (ctx) => {
		const before = await detailsOf(ctx, id);
		if (seenMark({ ...details }) === before.seen) return;
		expectSeen('place', seen, { ...before.details });
		await store.putDetails(ctx.db, { placeId: id, ...details, changedAt: ctx.now });
		await record(ctx, { verb: 'place.changed', subjectId: id, details: { name: before.place.name } });
	});
}
