import { z } from 'zod';
import { mayModerate } from '../moderation/screening.ts';
import * as people from '../people/people.server.ts';
import { AuthorGroupName, type AuthorGroup } from '../people/person.ts';
import type { Ctx } from '../server/ctx.ts';
import { isoDay } from '../texts/dates.ts';
import { DAY, earlier } from '../time.ts';
import { obey } from '../verdict.ts';
import { CHANNELS, daysUntil, forecast, mayReadFigures, SHOWN_DAYS } from './teamFigure.ts';
import type { Channel, DayFigure, Forecast } from './teamFigure.ts';
import * as store from './store.server.ts';

const ChannelName = z.enum(CHANNELS);

export interface TeamFigures {
	/** What waits, and since when the oldest of it does. */
	left: Readonly<Record<'waiting' | 'toPlace' | 'unanswered', { count: number; since: string | null }>>;
	/** Contributions that came and were screened, day by day. */
	days: DayFigure[];
	forecast: Forecast;
	/** What lies open with whom; null: with nobody. */
	load: { name: string | null; count: number }[];
	/** Published contributions. */
	groups: { group: AuthorGroup | null; total: number; channels: Record<Channel, number> }[];
	/** Published texts of campaigns: each is in `groups`, all of them say `campaigns` things. */
	together: { texts: number; campaigns: number };
}

/** As days are in Germany. */
function byDay(rows: readonly { hour: string; count: number | string }[]): Map<string, number> {
	const days = new Map<string, number>();
	for (const { hour, count } of rows) {
		const day = isoDay(`${hour}:00:00.000Z`);
		days.set(day, (days.get(day) ?? 0) + Number(count));
	}
	return days;
}

/** What the team has before it, as it is now. Names stand only beside what lies with somebody: nobody's pace is measured. */
export async function figures(ctx: Ctx, consultationId: string): Promise<TeamFigures> {
	obey(mayReadFigures(ctx.person));
	const since = earlier(ctx.now, SHOWN_DAYS * DAY);
	// That a group writes among itself is seen by whoever screens it, and by nobody else before everybody reads it.
	const peersAt = mayModerate(ctx.person).ok ? null : ctx.now;
	const came = byDay(await store.came(ctx.db, consultationId, { since, peersAt }));
	const done = byDay(await store.screened(ctx.db, consultationId, { since, peersAt }));
	const days = daysUntil(ctx.now, came, done);
	const waiting = await store.waiting(ctx.db, consultationId, peersAt);
	return {
		left: {
			waiting,
			toPlace: await store.toPlace(ctx.db, consultationId),
			unanswered: await store.unanswered(ctx.db, consultationId)
		},
		...{ days, forecast: forecast(waiting.count, days) },
		load: await loadOf(ctx, consultationId),
		groups: await groupsOf(ctx, consultationId),
		together: await store.together(ctx.db, consultationId)
	};
}

async function loadOf(ctx: Ctx, consultationId: string): Promise<TeamFigures['load']> {
	const staff = new Map((await people.withRoles(ctx, ['moderator', 'editor'])).map(({ id, name }) => [id, name]));
	const load = new Map<string | null, number>();
	for (const { assigneeId, count } of await store.load(ctx.db, consultationId)) {
		const name = assigneeId === null ? null : (staff.get(assigneeId) ?? null);
		load.set(name, (load.get(name) ?? 0) + Number(count));
	}
	return [...load].map(([name, count]) => ({ name, count })).sort((a, b) => b.count - a.count);
}

async function groupsOf(ctx: Ctx, consultationId: string): Promise<TeamFigures['groups']> {
	const found = new Map<AuthorGroup | null, TeamFigures['groups'][number]>();
	for (const row of await store.byGroupAndChannel(ctx.db, consultationId)) {
		const group = row.group === null ? null : AuthorGroupName.parse(row.group);
		const none = { written: 0, recorded: 0, imported: 0, paper: 0 };
		const known = found.get(group) ?? { group, total: 0, channels: none };
		const channel = ChannelName.parse(row.channel);
		const count = Number(row.count);
		known.channels[channel] += count;
		found.set(group, { ...known, total: known.total + count });
	}
	return [...found.values()].sort((a, b) => b.total - a.total);
}
