import * as people from '../people/people.server.ts';
import type { Ctx } from '../server/ctx.ts';
import { together } from '../server/db/together.ts';
import { record } from '../server/journal/journal.server.ts';
import { enqueue } from '../server/mail/outbox.server.ts';
import { fill, t } from '../texts/texts.ts';
import * as store from './store.server.ts';
import { FIRST_DAYS, KEPT_DAYS, LAST_DAYS } from './ticket.ts';

const before = (now: string, days: number) => new Date(Date.parse(now) - days * 24 * 60 * 60 * 1000).toISOString();

/** A chore: writes to the team, once for each date that has passed. Returns how many are late. */
export async function remind(ctx: Ctx): Promise<number> {
	return together(ctx, async (ctx) => {
		const late = await store.late(ctx.db, before(ctx.now, FIRST_DAYS), before(ctx.now, LAST_DAYS));
		const { subject, body } = t.tickets.mail.late;
		const team = late.length > 0 ? await people.emailsOf(ctx, 'admin') : [];
		for (const { id, number } of late) {
			const facts = { number, link: `${ctx.house.config.origin}/werkstatt/meldungen/${number}` };
			for (const to of team) await enqueue(ctx, { to, subject: fill(subject, facts), body: fill(body, facts) });
			await store.change(ctx.db, id, { remindedAt: ctx.now });
		}
		return late.length;
	});
}

/** A chore: forgets what was answered a year ago. Returns how many. */
export async function dropOld(ctx: Ctx): Promise<number> {
	return together(ctx, async (ctx) => {
		const count = await store.dropAnsweredBefore(ctx.db, before(ctx.now, KEPT_DAYS));
		if (count > 0) await record(ctx, { verb: 'tickets.dropped', subjectId: 'tickets', details: { count } });
		return count;
	});
}
