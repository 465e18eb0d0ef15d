import { expectSeen } from '../../editState.ts';
import type { Ctx } from '../../server/ctx.ts';
import { transaction } from '../../server/db/transaction.ts';
import { expectUnused } from '../../server/db/expectUnusedId.ts';
import { newId } from '../../server/ids.ts';
import { record } from '../../server/journal/journal.server.ts';
import { found, NotFound, obey, Refused } from '../../verdict.ts';
import { mayIssueCards } from '../cards/batch.ts';
import { nameKey } from '../organisations/organisation.ts';
import { hasRole } from '../person.ts';
import {
	CENTRAL,
	mayIssueAt,
	mayMakePlace,
	mayTendPlaces,
	type NewPlaceInput,
	type Place,
	type PlaceNameInput
} from './place.ts';
import * as store from './store.server.ts';
import { namesWithRoles } from '../store.server.ts';

/** Where cards are given out. For the administration. */
export async function all(ctx: Ctx): Promise<(Place & { closedAt: string | null; team: string[] })[]> {
	obey(mayTendPlaces(ctx.person));
	const places = await store.places(ctx.db);
	const members = await store.teams(
		ctx.db,
		places.map(({ id }) => id)
	);
	const namesOf = (id: string) => members.filter(({ placeId }) => placeId === id).map(({ name }) => name);
	return places.map((place) => ({ ...place, team: namesOf(place.id) }));
}

/** Where the one who asks may give out cards: where she is in the team; the administration everywhere that is open. */
export async function mine(ctx: Ctx): Promise<Place[]> {
	obey(mayIssueCards(ctx.person));
	const rows = hasRole(ctx.person, 'admin')
		? await store.places(ctx.db)
		: await store.placesOf(ctx.db, ctx.person?.id ?? '');
	return rows.filter(({ closedAt }) => closedAt === null).map(({ id, code, name }) => ({ id, code, name }));
}

/** One place with its team, and who could join it. */
export async function tended(ctx: Ctx, id: string) {
	obey(mayTendPlaces(ctx.person));
	const place = found(await store.byId(ctx.db, id), 'place');
	const team = await store.team(ctx.db, id);
	const helpers = await namesWithRoles(ctx.db, ['helper']);
	return { ...place, team, others: helpers.filter((one) => !team.some((member) => member.id === one.id)) };
}

/** The same form sent twice makes one. Refused: placeKnown, when another place has this code. */
export async function create(ctx: Ctx, { id, name, code }: NewPlaceInput): Promise<void> {
	await transaction(ctx, async (ctx) => {
		obey(mayMakePlace(ctx.person, await store.byCode(ctx.db, code), id));
		if (await store.byId(ctx.db, id)) return;
		await expectUnused(ctx.db, id);
		await store.add(ctx.db, { id, code, name }, ctx.now);
		await record(ctx, { verb: 'place.made', subjectId: id, details: { name, code } });
	});
}

/** Stale: somebody else has renamed it. */
export async function rename(ctx: Ctx, id: string, { name, seen }: PlaceNameInput): Promise<void> {
	await transaction(ctx, async (ctx) => {
		obey(mayTendPlaces(ctx.person));
		const former = found(await store.byId(ctx.db, id), 'place');
		if (former.name === name) return;
		expectSeen('place', seen, { name: former.name });
		await change(ctx, id, { name }, { name });
	});
}

/** No new cards there any more; its team goes on tending those that are out. `false`: it is open again. */
export async function close(ctx: Ctx, id: string, closed: boolean): Promise<void> {
	await change(ctx, id, { closedAt: closed ? ctx.now : null }, { state: closed ? 'closed' : 'open' });
}

async function change(
	ctx: Ctx,
	id: string,
	changes: { name?: string; closedAt?: string | null },
	details: Record<string, string>
): Promise<void> {
	await transaction(ctx, async (ctx) => {
		obey(mayTendPlaces(ctx.person));
		found(await store.byId(ctx.db, id), 'place');
		await store.change(ctx.db, id, changes);
		await record(ctx, { verb: 'place.changed', subjectId: id, details });
	});
}

/** Only who has the role of a helper. Twice is once. */
export async function join(ctx: Ctx, id: string, personId: string): Promise<void> {
	await transaction(ctx, async (ctx) => {
		obey(mayTendPlaces(ctx.person));
		found(await store.byId(ctx.db, id), 'place');
		const helpers = await namesWithRoles(ctx.db, ['helper']);
		if (!helpers.some((one) => one.id === personId)) throw new NotFound('helper');
		await store.addMember(ctx.db, id, personId, ctx.now);
		await record(ctx, { verb: 'place.joined', subjectId: id, details: { person: personId } });
	});
}

/** Twice is once. */
export async function leave(ctx: Ctx, id: string, personId: string): Promise<void> {
	await transaction(ctx, async (ctx) => {
		obey(mayTendPlaces(ctx.person));
		await store.removeMember(ctx.db, id, personId);
		await record(ctx, { verb: 'place.parted', subjectId: id, details: { person: personId } });
	});
}

/**
 * Where a batch is given out. Nothing named: where the one who asks works, when that is one place; else the central one,
 * made when it is needed. Call it inside `transaction`. Refused: placeNotYours.
 */
export async function placeFor(ctx: Ctx, id: string | undefined): Promise<Place> {
	if (id !== undefined) {
		const place = await openPlace(ctx, id);
		const team = (await store.team(ctx.db, id)).map((member) => member.id);
		if (ctx.via !== 'command') obey(mayIssueAt(ctx.person, team));
		return place;
	}
	const own = ctx.person ? (await store.placesOf(ctx.db, ctx.person.id)).filter((one) => one.closedAt === null) : [];
	const [only] = own;
	if (only && own.length === 1) return only;
	const known = await store.byCode(ctx.db, CENTRAL.code);
	if (known) return known;
	await store.add(ctx.db, { id: newId(Date.parse(ctx.now)), ...CENTRAL }, ctx.now);
	return found(await store.byCode(ctx.db, CENTRAL.code), 'place');
}

/** A place that gives out cards. */
export async function openPlace(ctx: Ctx, id: string): Promise<Place> {
	const place = await store.byId(ctx.db, id);
	if (!place || place.closedAt !== null) throw new NotFound('place');
	return place;
}

/** For a program: the open place of this name or code. Refused: placeUnknown. */
export async function called(ctx: Ctx, text: string): Promise<Place> {
	const asked = nameKey(text);
	const open = (await store.places(ctx.db)).filter(({ closedAt }) => closedAt === null);
	const place = open.find(({ name, code }) => nameKey(name) === asked || nameKey(code) === asked);
	if (!place) throw new Refused('placeUnknown', { names: open.map(({ name }) => name).join(', ') });
	return place;
}

/** Who tends the cards of a place; null: of the central one and of cards from before, whoever gave them out. */
export async function teamOf(ctx: Ctx, placeId: string | null): Promise<string[] | null> {
	if (placeId === null) return null;
	const place = found(await store.byId(ctx.db, placeId), 'place');
	if (place.code === CENTRAL.code) return null;
	return (await store.team(ctx.db, placeId)).map(({ id }) => id);
}

/** Whoever works at the same place, with the one who asks: they see each other's lists, and stand in for each other. */
export async function colleaguesOf(ctx: Ctx): Promise<string[]> {
	const me = ctx.person?.id ?? '';
	const others = await store.colleagues(ctx.db, me);
	return [...new Set([me, ...others])];
}
