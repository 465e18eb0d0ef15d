import { startOfDay } from '#lib/consultations/phases/phases.ts';
import type { Person } from '#lib/people/person.ts';
import { makeCtx, type Ctx } from '#lib/server/ctx.ts';
import type { App } from '#lib/server/app.ts';
import { found } from '#lib/verdict.ts';
import type { Access } from '../../../commands/demo/access.ts';
import { instant, invite, issueCards } from '../../../commands/demo/cast.ts';
import { batches, phases, staff, type BatchKey } from './process.ts';

type StaffKey = (typeof staff)[number]['key'];

/** Numbers of the points by the names the demonstration gives them. */
export type Points = Map<string, number>;

/** The people of the demonstration, and a clock that can be set to any day before or after today. */
export interface DemoTown {
	as(person: Person | null, day: number): Ctx;
	staff: Readonly<Record<StaffKey, Person>>;
	crowd: Readonly<Record<BatchKey, readonly Person[]>>;
	access: Access;
}

/** Whole days, as the ministry sets them. */
export function demoPhases() {
	return phases.map(({ from, until, ...phase }) => ({
		...phase,
		beginsAt: startOfDay(instant(from).slice(0, 10), 0),
		endsAt: startOfDay(instant(until).slice(0, 10), 0)
	}));
}

export async function settle(app: App): Promise<DemoTown> {
	const as = (person: Person | null, day: number) => makeCtx(app, 'command', person, new Date(instant(day)));
	const { crowd, codes } = await issueCards(as(null, phases[0]?.from ?? 0), batches);
	const { members, logins } = await invite(as(null, phases[0]?.from ?? 0), staff);
	const of = (key: BatchKey) => crowd.get(key) ?? [];
	const member = (key: StaffKey) => found(members.get(key), 'member of staff');
	return {
		as,
		crowd: {
			...{ affected: of('affected'), practice: of('practice'), research: of('research') },
			...{ verband: of('verband'), stadt: of('stadt'), institut: of('institut') }
		},
		staff: {
			...{ moderation: member('moderation'), redaktion: member('redaktion'), freigabe1: member('freigabe1') },
			...{ freigabe2: member('freigabe2'), verwaltung: member('verwaltung'), helferin: member('helferin') }
		},
		access: { codes, staff: logins }
	};
}
