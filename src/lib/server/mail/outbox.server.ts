import { z } from 'zod';
import type { Ctx } from '../ctx.ts';
import { transaction } from '../db/transaction.ts';
import { newId } from '../ids.ts';
import { instruments } from '../metrics/instruments.ts';
import { Mail, waitAfter } from './mail.ts';
import type { Send } from './post.server.ts';
import { unmarked } from '../../texts/locales/german.ts';
import { DAY, earlier, later } from '../../time.ts';

/** Whether mail can be sent at all. */
export const hasMail = ({ app }: Pick<Ctx, 'app'>): boolean => app.config.smtpUrl !== null;

/**
 * Puts a mail into the outbox. Inside `transaction`: no mail without the act, no act without the mail. `sealed`: its body
 * opens something, so nobody reads it in the table or in a backup, and it is forgotten when it is sent. `all`: so it is
 * with the address, because nobody but its owner needs to know who is written to.
 */
export async function enqueue(
	ctx: Ctx,
	mail: Mail,
	{ sealed = false }: { sealed?: boolean | 'all' } = {}
): Promise<void> {
	if (!ctx.db.isTransaction) throw new Error('mail is enqueued inside a transaction');
	const { to, subject: said, body: written } = Mail.parse(mail);
	// Signs by which pages say what is German in another language: whoever reads mail would see boxes.
	const [subject, body] = [unmarked(said), unmarked(written)];
	await ctx.db
		.insertInto('outbox')
		.values({
			id: newId(Date.parse(ctx.now)),
			recipient: sealed === 'all' ? '' : to,
			subject,
			body: sealed ? '' : body,
			sealed: sealed ? ctx.app.keys.seal(sealed === 'all' ? JSON.stringify({ to, body }) : body) : null,
			createdAt: ctx.now,
			nextTryAt: ctx.now,
			sentAt: null,
			givenUpAt: null
		})
		.execute();
}

const MOST_AT_ONCE = 200;

/** Mails that were never tried for so long were written while no mail server was set up: they are given up, not sent belatedly. */
const STALE = DAY;

async function giveUpStale(ctx: Ctx): Promise<void> {
	const before = earlier(ctx.now, STALE);
	const stale = await ctx.db
		.selectFrom('outbox')
		.select('id')
		.where('sentAt', 'is', null)
		.where('givenUpAt', 'is', null)
		.where('tries', '=', 0)
		.where('createdAt', '<', before)
		.limit(MOST_AT_ONCE)
		.execute();
	if (stale.length === 0) return;
	const ids = stale.map(({ id }) => id);
	await transaction(ctx, async ({ db, now }) => {
		await db.updateTable('outbox').set({ givenUpAt: now, sealed: null }).where('id', 'in', ids).execute();
	});
}

/**
 * A chore: sends what is due, one after the other. Returns how many went out. Every mail goes out at least once; twice
 * only if we die between sending and noting it, and then with the same Message-ID, which mail servers recognise.
 */
export async function deliver(ctx: Ctx, send: Send): Promise<number> {
	await giveUpStale(ctx);
	let sent = 0;
	for (let i = 0; i < MOST_AT_ONCE; i++) {
		const mail = await claim(ctx);
		if (!mail) break;
		try {
			await send({ id: mail.id, subject: mail.subject, ...opened(ctx, mail) });
		} catch (error) {
			await failed(ctx, mail, error);
			continue;
		}
		await transaction(ctx, async (ctx) => {
			await ctx.db.updateTable('outbox').set({ sentAt: ctx.now, sealed: null }).where('id', '=', mail.id).execute();
		});
		instruments()?.mails.inc({ result: 'sent' });
		sent += 1;
	}
	return sent;
}

const Hidden = z.object({ to: z.string(), body: z.string() });

function opened({ app }: Ctx, mail: { recipient: string; body: string; sealed: string | null }) {
	if (mail.sealed === null) return { to: mail.recipient, body: mail.body };
	const text = app.keys.open(mail.sealed);
	return mail.recipient === '' ? Hidden.parse(JSON.parse(text)) : { to: mail.recipient, body: text };
}

/**
 * Takes the mail that waits longest and moves its next try forward, before anything is sent: no other process takes
 * it meanwhile, and if this one dies it comes again by itself.
 */
async function claim(ctx: Ctx) {
	return transaction(ctx, async (ctx) => {
		const mail = await ctx.db
			.selectFrom('outbox')
			.select(['id', 'recipient', 'subject', 'body', 'sealed', 'tries', 'createdAt'])
			.where('sentAt', 'is', null)
			.where('givenUpAt', 'is', null)
			// Written before the clock was set back: it does not wait until that time comes again.
			.where((e) => e.or([e('nextTryAt', '<=', ctx.now), e('createdAt', '>', ctx.now)]))
			.orderBy('nextTryAt')
			.limit(1)
			.executeTakeFirst();
		if (!mail) return null;
		const tries = mail.tries + 1;
		const nextTryAt = later(ctx.now, waitAfter(tries) ?? waitAfter(1) ?? 0);
		const createdAt = mail.createdAt < ctx.now ? mail.createdAt : ctx.now;
		await ctx.db.updateTable('outbox').set({ tries, nextTryAt, createdAt }).where('id', '=', mail.id).execute();
		return { ...mail, tries };
	});
}

async function failed(ctx: Ctx, mail: { id: string; tries: number }, error: unknown): Promise<void> {
	const last = waitAfter(mail.tries) === null;
	instruments()?.mails.inc({ result: last ? 'given up' : 'failed' });
	// Only the code: the mail server's words repeat the address.
	const code = error instanceof Error && 'code' in error ? error.code : 'unknown';
	ctx.app.log.warn(
		{ mail: mail.id, tries: mail.tries, code },
		last ? 'mail given up' : 'mail not sent, will try again'
	);
	if (!last) return;
	await transaction(ctx, async (ctx) => {
		await ctx.db.updateTable('outbox').set({ givenUpAt: ctx.now, sealed: null }).where('id', '=', mail.id).execute();
	});
}

const KEPT = 30 * DAY;

/** A chore: forgets what was sent or given up a month ago. */
export async function sweep(ctx: Ctx): Promise<void> {
	const before = earlier(ctx.now, KEPT);
	await transaction(ctx, async ({ db }) => {
		await db
			.deleteFrom('outbox')
			.where((e) => e.or([e('sentAt', '<', before), e('givenUpAt', '<', before)]))
			.execute();
	});
}
