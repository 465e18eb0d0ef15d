import { expectSeen, seenMark } from '../../editState.ts';
import type { Ctx } from '../../server/ctx.ts';
import { transaction } from '../../server/db/transaction.ts';
import { newId } from '../../server/ids.ts';
import { record } from '../../server/journal/journal.server.ts';
import { all as allOf, found, obey } from '../../verdict.ts';
import { mayIssueCards } from '../cards/batch.ts';
import { mayIssueAt, type Place } from './place.ts';
import type { PlaceDetails, PlaceDetailsInput } from './placeDetails.ts';
import { openPlace } from './places.server.ts';
import * as store from './store.server.ts';

export type PublicPlace = { code: string; name: string; changedAt: string } & PlaceDetails;

const NOTHING: PlaceDetails = { address: '', hours: '', note: '' };

/** Where cards are to be had, for everybody: open places whose teams have said where and when. */
export async function publicPlaces(ctx: Ctx): Promise<PublicPlace[]> {
	return store.publicPlaces(ctx.db);
}

/** Puts them back, without a team: who gives out cards there is decided anew. Call it inside `transaction`. */
export async function restore(ctx: Ctx, places: readonly PublicPlace[]): Promise<void> {
	for (const { code, name, changedAt, ...details } of places) {
		await store.add(ctx.db, { id: newId(), code, name }, changedAt);
		const { id } = found(await store.byCode(ctx.db, code), 'place');
		// One that every installation has may have been renamed.
		await store.change(ctx.db, id, { name });
		await store.putDetails(ctx.db, { placeId: id, ...details, changedAt });
	}
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
