import * as batchDoor from '#lib/people/cards/batches.server.ts';
import { tidyCode } from '#lib/people/cards/cardCode.ts';
import * as people from '#lib/people/people.server.ts';
import type { Person, Role } from '#lib/people/person.ts';
import * as factors from '#lib/people/signIn/factors.server.ts';
import * as staffDoor from '#lib/people/staff/staff.server.ts';
import type { Ctx } from '#lib/server/ctx.ts';
import { newId } from '#lib/server/ids.ts';
import { DAY } from '#lib/time.ts';
import { found } from '#lib/verdict.ts';
import { randomBytes } from 'node:crypto';
import type { Access } from './access.ts';

/** Who takes part in a demonstration, and who works on it: the same for each profile, whatever its groups are. */

const CARDS_VALID_DAYS = 900;
/** Everything happens within reach of this moment, on its day. */
const today = Date.now();

export function instant(day: number): string {
	return new Date(today + day * DAY).toISOString();
}

export interface DemoBatch {
	key: string;
	label: string;
	group: string;
	organisation: string;
	size: number;
}

/** By the key of the batch. */
export type Crowd = ReadonlyMap<string, readonly Person[]>;

export async function issueCards(
	ctx: Ctx,
	batches: readonly DemoBatch[]
): Promise<{ crowd: Crowd; codes: Access['codes'] }> {
	const crowd = new Map<string, Person[]>();
	const codes: Access['codes'] = [];
	for (const { key, label, group, organisation, size } of batches) {
		// One card more than people: the last one is unused, for whoever tries the demonstration.
		const form = { id: newId(), label, group, organisation, size: size + 1, days: CARDS_VALID_DAYS };
		const issued = await batchDoor.issue(ctx, form);
		const own = organisation || label.replace('Demo: ', '');
		const members: Person[] = [];
		for (const code of issued.codes.slice(0, size)) {
			const id = await people.holderOf(ctx, tidyCode(code));
			members.push(found(await people.byId(ctx, id), 'person'));
		}
		crowd.set(key, members);
		codes.push({ who: `${own}, takes part already`, code: issued.codes[0] ?? '' });
		codes.push({ who: `${own}, unused card`, code: issued.codes[size] ?? '' });
	}
	return { crowd, codes };
}

export interface DemoStaff {
	key: string;
	name: string;
	roles: readonly Role[];
}

/** By the key of the member. */
export async function invite(
	ctx: Ctx,
	staff: readonly DemoStaff[]
): Promise<{ members: ReadonlyMap<string, Person>; logins: Access['staff'] }> {
	const members = new Map<string, Person>();
	const logins: Access['staff'] = [];
	for (const { key, name, roles } of staff) {
		const email = `${key}@demo.example`;
		const password = randomBytes(12).toString('base64url');
		const id = await staffDoor.put(ctx, { email, name, password, roles });
		const secret = await factors.setUpDemoFactor(ctx, id);
		logins.push({ who: `${name} (${roles.join(', ')})`, email, password, secret });
		members.set(key, found(await people.byId(ctx, id), 'person'));
	}
	return { members, logins };
}
