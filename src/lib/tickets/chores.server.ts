import * as people from '../people/people.server.ts';
import type { Ctx } from '../server/ctx.ts';
import { transaction } from '../server/db/transaction.ts';
import { record } from '../server/journal/journal.server.ts';
import { enqueue } from '../server/mail/outbox.server.ts';
import { fill, t } from '../texts/texts.ts';
import * as store from './store.server.ts';
import { FIRST_DAYS, KEPT_DAYS, LAST_DAYS } from './ticket.ts';
import { DAY, earlier } from '../time.ts';

/** A chore: writes to the team, once for each date that has passed. Returns how many are late. */
export async function remind(ctx: Ctx): Promise<number> {
	return transaction(ctx, async (ctx) => {
		const late = await store.late(ctx.db, earlier(ctx.now, FIRST_DAYS * DAY), earlier(ctx.now, LAST_DAYS * DAY));
		const { subject, body } = t.tickets.mail.late;
		const team = late.length > 0 ? await people.emailsOf(ctx, 'admin') : [];
		for (const { id, number } of late) {
			const facts = { number, link: `${ctx.app.config.origin}/werkstatt/meldungen/${number}` };
			for (const to of team) await enqueue(ctx, { to, subject: fill(subject, facts), body: fill(body, facts) });
			await store.change(ctx.db, id, { remindedAt: ctx.now });
		}
		return late.length;
	});
}

/** A chore: forgets what was answered a year ago. Returns how many. */
export async function dropOld(ctx: Ctx): Promise<number> {
	return transaction(ctx, async (ctx) => {
		const count = await store.dropAnsweredBefore(ctx.db, earlier(ctx.now, KEPT_DAYS * DAY));
		if (count > 0) await record(ctx, { verb: 'tickets.dropped', subjectId: 'tickets', details: { count } });
		return count;
	});
}
