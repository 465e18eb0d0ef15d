import { isoDay } from '../../texts/dates.ts';
import type { Ctx } from '../../server/ctx.ts';
import { cardNumber } from '../places/place.ts';
import * as store from './store.server.ts';
import { addPerson } from '../store.server.ts';

/** Which organisation has this name, or one that differs in case and spaces only. */
export async function called(ctx: Ctx, name: string): Promise<{ id: string } | undefined> {
	return store.byNameKey(ctx.db, name);
}

/** With its participant. The rules are those of whoever calls; call it inside `transaction`. */
export async function make(ctx: Ctx, organisation: { id: string; name: string }): Promise<void> {
	await store.add(ctx.db, organisation, ctx.now);
}

/** Call it inside `transaction`. */
export async function call(ctx: Ctx, id: string, name: string): Promise<void> {
	await store.rename(ctx.db, id, name);
}

/** Organisations that support a contribution or an amendment, by name. */
export async function supporting(ctx: Ctx, kind: 'proposal' | 'amendment', id: string): Promise<string[]> {
	return (await store.supporting(ctx.db, kind, id)).map(({ name }) => name);
}

/** Everybody who speaks for an organisation, the longest first. */
export async function seatsOf(ctx: Ctx, organisationId: string): Promise<{ id: string }[]> {
	return store.seats(ctx.db, organisationId);
}

/** How many can still come in and speak for it. */
export async function openSeats(ctx: Ctx, organisationId: string): Promise<number> {
	return store.openSeats(ctx.db, organisationId, ctx.now);
}

export interface Seat {
	id: string;
	/** The day somebody came in with its card first. */
	since: string;
	/** As printed on its card; null: that opens nothing any more, or carries no number. */
	card: string | null;
	/** The batch of the card. */
	label: string | null;
}

/** Every seat with its card, for whoever looks after organisations. */
export async function seatsWithCards(ctx: Ctx, organisationId: string): Promise<Seat[]> {
	const seats = new Map<string, Seat>();
	for (const { id, createdAt, number, placeCode, label, revokedAt, validUntil } of await store.seatRows(
		ctx.db,
		organisationId
	)) {
		const open = revokedAt === null && validUntil !== null && ctx.now < validUntil;
		const card = open && number !== null ? cardNumber({ number, placeCode }) : null;
		if (!seats.has(id)) seats.set(id, { id, since: isoDay(createdAt), card, label });
	}
	return [...seats.values()];
}

/** Ids of the organisations of these names; those that are not there yet are made. Call it inside `transaction`. */
export async function organisationsNamed(ctx: Ctx, names: Iterable<string>): Promise<Map<string, string>> {
	const ids = new Map<string, string>();
	for (const name of new Set(names)) ids.set(name, await store.organisationNamed(ctx.db, name, ctx.now));
	return ids;
}

/** Somebody who stands for those whom open data does not name: nobody can come in as this person. */
export async function putPlaceholderPerson(ctx: Ctx, pseudonym: string): Promise<string> {
	return addPerson(ctx.db, { pseudonym, group: 'none', organisationId: null }, ctx.now);
}
