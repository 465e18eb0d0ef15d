import { startOfDay } from '#lib/consultations/phases.ts';
import * as batchDoor from '#lib/people/batches.server.ts';
import * as factors from '#lib/people/factors.server.ts';
import * as people from '#lib/people/people.server.ts';
import { tidyCode } from '#lib/people/code.ts';
import type { Person } from '#lib/people/person.ts';
import * as staffDoor from '#lib/people/staff.server.ts';
import { makeCtx, type Ctx } from '#lib/server/ctx.ts';
import type { House } from '#lib/server/house.ts';
import { newId } from '#lib/server/ids.ts';
import { found } from '#lib/verdict.ts';
import { randomBytes } from 'node:crypto';
import type { Access } from './access.ts';
import { batches, phases, staff, type BatchKey } from './process.ts';

const DAY = 24 * 60 * 60 * 1000;
const CARDS_VALID_DAYS = 900;
/** Everything happens within reach of this moment, on its day. */
const today = Date.now();

export type StaffKey = (typeof staff)[number]['key'];

/** The people of the demonstration, and a clock that can be set to any day before or after today. */
export interface DemoTown {
	as(person: Person | null, day: number): Ctx;
	staff: Readonly<Record<StaffKey, Person>>;
	crowd: Readonly<Record<BatchKey, readonly Person[]>>;
	access: Access;
}

export function instant(day: number): string {
	return new Date(today + day * DAY).toISOString();
}

/** Whole days, as the ministry sets them. */
export function demoPhases() {
	return phases.map(({ kind, from, until, actions }) => ({
		kind,
		beginsAt: startOfDay(instant(from).slice(0, 10), 0),
		endsAt: startOfDay(instant(until).slice(0, 10), 0),
		actions
	}));
}

export async function settle(house: House): Promise<DemoTown> {
	const as = (person: Person | null, day: number) => makeCtx(house, 'command', person, new Date(today + day * DAY));
	const { crowd, codes } = await issueCards(as(null, phases[0]?.from ?? 0));
	const { members, logins } = await invite(as(null, phases[0]?.from ?? 0));
	return { as, crowd, staff: members, access: { codes, staff: logins } };
}

async function issueCards(ctx: Ctx) {
	const crowd: Record<BatchKey, Person[]> = {
		affected: [],
		practice: [],
		research: [],
		verband: [],
		stadt: [],
		institut: []
	};
	const codes: Access['codes'] = [];
	for (const { key, label, group, organisation, size } of batches) {
		// One card more than people: the last one is unused, for whoever tries the demonstration.
		const form = { id: newId(), label, group, organisation, size: size + 1, days: CARDS_VALID_DAYS };
		const issued = await batchDoor.issue(ctx, form);
		const own = organisation || label.replace('Demo: ', '');
		for (const code of issued.codes.slice(0, size)) {
			const id = await people.holderOf(ctx, tidyCode(code));
			crowd[key].push(found(await people.byId(ctx, id), 'person'));
		}
		codes.push({ who: `${own}, takes part already`, code: issued.codes[0] ?? '' });
		codes.push({ who: `${own}, unused card`, code: issued.codes[size] ?? '' });
	}
	return { crowd, codes };
}

async function invite(ctx: Ctx) {
	const logins: Access['staff'] = [];
	const person = async (key: StaffKey): Promise<Person> => {
		const { name, roles } = found(
			staff.find((one) => one.key === key),
			'member of staff'
		);
		const email = `${key}@demo.example`;
		const password = randomBytes(12).toString('base64url');
		const id = await staffDoor.put(ctx, { email, name, password, roles });
		const secret = await factors.demonstrate(ctx, id);
		logins.push({ who: `${name} (${roles.join(', ')})`, email, password, secret });
		return found(await people.byId(ctx, id), 'person');
	};
	const members = {
		moderation: await person('moderation'),
		redaktion: await person('redaktion'),
		freigabe1: await person('freigabe1'),
		freigabe2: await person('freigabe2'),
		verwaltung: await person('verwaltung'),
		helferin: await person('helferin')
	};
	return { members, logins };
}
