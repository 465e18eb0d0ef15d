import { randomUUID } from 'node:crypto';
import * as batches from '#lib/people/cards/batches.server.ts';
import { tidyCode } from '#lib/people/cards/cardCode.ts';
import * as consents from '#lib/people/consents/consents.server.ts';
import * as people from '#lib/people/people.server.ts';
import type { Group, Person, Role } from '#lib/people/person.ts';
import * as staff from '#lib/people/staff/staff.server.ts';
import * as sessions from '#lib/server/auth/sessions.server.ts';
import { makeCtx } from '#lib/server/ctx.ts';
import { transaction } from '#lib/server/db/transaction.ts';
import type { App } from '#lib/server/app.ts';

/** Somebody of the journey town: how they come in. Written to a file, so plain data. */
export interface Actor {
	name: string;
	/** A session that is open already, for journeys that are not about signing in. */
	cookie: { name: string; value: string };
	/** On the card of a resident; empty for staff. */
	code: string;
	email: string;
	password: string;
}

const STAFF = {
	helper: ['helper'],
	moderator: ['moderator'],
	editor: ['editor'],
	publisher: ['publisher'],
	secondPublisher: ['publisher'],
	admin: ['admin'],
	/** Sees every page of the workshop: for sweeps, not for journeys. */
	everything: ['helper', 'moderator', 'editor', 'publisher', 'admin']
} as const satisfies Record<string, readonly Role[]>;

const RESIDENTS = {
	resident: { group: 'affected', organisation: '' },
	neighbour: { group: 'affected', organisation: '' },
	researcher: { group: 'research', organisation: '' },
	organisation: { group: 'practice', organisation: 'Tafel Musterstadt e. V.' }
} as const satisfies Record<string, { group: Group; organisation: string }>;

export type Who = keyof typeof STAFF | keyof typeof RESIDENTS;
export type Cast = Record<Who, Actor>;

const DAY = 24 * 60 * 60 * 1000;
const PASSWORD = 'ein langes Passwort für Tests';

/** Everybody moves in; their ctx is how the seed acts in their name. */
export async function moveIn(app: App): Promise<{ cast: Cast; persons: Record<Who, Person> }> {
	const cast: Partial<Record<Who, Actor>> = {};
	const persons: Partial<Record<Who, Person>> = {};
	const remember = async (who: Who, personId: string, rest: Pick<Actor, 'code' | 'email' | 'password'>) => {
		const person = await people.byId(makeCtx(app, 'command'), personId);
		if (!person) throw new Error(`${who} has not moved in`);
		const { name, value } = await sessions.open(app, personId);
		persons[who] = person;
		cast[who] = { name: person.organisation ?? person.pseudonym, cookie: { name, value }, ...rest };
	};
	for (const [who, roles] of entries(STAFF)) {
		const email = `${who.toLowerCase()}@ministerium.example`;
		// Long before the town begins: an approval counts while its giver holds the role.
		const ctx = makeCtx(app, 'command', null, new Date(Date.now() - 60 * DAY));
		const id = await staff.put(ctx, { email, name: `Team ${who}`, password: PASSWORD, roles });
		await remember(who, id, { code: '', email, password: PASSWORD });
	}
	for (const [who, { group, organisation }] of entries(RESIDENTS)) {
		const ctx = makeCtx(app, 'command');
		const form = { id: randomUUID(), label: `Karten ${who}`, group, organisation, size: 1, days: 400 };
		const [code = ''] = (await batches.issue(ctx, form)).codes;
		const id = await people.holderOf(ctx, tidyCode(code));
		// Whoever comes for the first time is asked; most journeys are about something else.
		for (const purpose of ['evaluate', 'publish'] as const) {
			await consents.give({ ...ctx, person: await people.byId(ctx, id) }, purpose);
		}
		await remember(who, id, { code, email: '', password: '' });
	}
	await keepSessions(app);
	return { cast: whole(cast), persons: whole(persons) };
}

/** A journey begins, and a sweep comes back, after more than the quarter of an hour for which an idle session lasts. */
export async function keepSessions(app: App): Promise<void> {
	const expiresAt = new Date(Date.now() + DAY).toISOString();
	await transaction(makeCtx(app, 'command'), ({ db }) => db.updateTable('sessions').set({ expiresAt }).execute());
}

function entries<K extends string, V>(things: Record<K, V>): [K, V][] {
	const pairs: [K, V][] = [];
	for (const key in things) pairs.push([key, things[key]]);
	return pairs;
}

function whole<T>(some: Partial<Record<Who, T>>): Record<Who, T> {
	const one = (who: Who): T => {
		const found = some[who];
		if (found === undefined) throw new Error(`${who} is missing`);
		return found;
	};
	return {
		helper: one('helper'),
		moderator: one('moderator'),
		editor: one('editor'),
		publisher: one('publisher'),
		secondPublisher: one('secondPublisher'),
		admin: one('admin'),
		everything: one('everything'),
		resident: one('resident'),
		neighbour: one('neighbour'),
		researcher: one('researcher'),
		organisation: one('organisation')
	};
}
