import type { Ctx } from '../ctx.ts';
import { together } from '../db/together.ts';
import { newId } from '../ids.ts';
import { instruments } from '../metrics/instruments.ts';
import { Mail, waitAfter } from './mail.ts';
import type { Send } from './post.server.ts';

/**
 * Puts a mail into the outbox. Inside `together`: no mail without the deed, no deed without the mail. `sealed`: its body
 * opens something, so nobody reads it in the table or in a backup, and it is forgotten when it is sent.
 */
export async function enqueue(ctx: Ctx, mail: Mail, { sealed = false } = {}): Promise<void> {
	if (!ctx.db.isTransaction) throw new Error('mail is enqueued inside together');
	const { to, subject, body } = Mail.parse(mail);
	await ctx.db
		.insertInto('outbox')
		.values({
			id: newId(Date.parse(ctx.now)),
			recipient: to,
			subject,
			body: sealed ? '' : body,
			sealed: sealed ? ctx.house.keys.seal(body) : null,
			createdAt: ctx.now,
			nextTryAt: ctx.now,
			sentAt: null,
			givenUpAt: null
		})
		.execute();
}

const MOST_AT_ONCE = 200;

/** What nobody has tried to send for so long lay there while no mail server was set up: it is no news any more. */
const STALE = 24 * 60 * 60 * 1000;

async function giveUpStale(ctx: Ctx): Promise<void> {
	const before = new Date(Date.parse(ctx.now) - STALE).toISOString();
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
	await together(ctx, async ({ db, now }) => {
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
			const body = mail.sealed === null ? mail.body : ctx.house.keys.open(mail.sealed);
			await send({ id: mail.id, to: mail.recipient, subject: mail.subject, body });
		} catch (error) {
			await failed(ctx, mail, error);
			continue;
		}
		await together(ctx, async (ctx) => {
			await ctx.db.updateTable('outbox').set({ sentAt: ctx.now, sealed: null }).where('id', '=', mail.id).execute();
		});
		instruments()?.mails.inc({ result: 'sent' });
		sent += 1;
	}
	return sent;
}

/**
 * Takes the mail that waits longest and moves its next try forward, before anything is sent: no other process takes
 * it meanwhile, and if this one dies it comes again by itself.
 */
async function claim(ctx: Ctx) {
	return together(ctx, async (ctx) => {
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
		const nextTryAt = new Date(Date.parse(ctx.now) + (waitAfter(tries) ?? waitAfter(1) ?? 0)).toISOString();
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
	ctx.house.log.warn(
		{ mail: mail.id, tries: mail.tries, code },
		last ? 'mail given up' : 'mail not sent, will try again'
	);
	if (!last) return;
	await together(ctx, async (ctx) => {
		await ctx.db.updateTable('outbox').set({ givenUpAt: ctx.now, sealed: null }).where('id', '=', mail.id).execute();
	});
}

const KEPT = 30 * 24 * 60 * 60 * 1000;

/** A chore: forgets what was sent or given up a month ago. */
export async function sweep(ctx: Ctx): Promise<void> {
	const before = new Date(Date.parse(ctx.now) - KEPT).toISOString();
	await together(ctx, async ({ db }) => {
		await db
			.deleteFrom('outbox')
			.where((e) => e.or([e('sentAt', '<', before), e('givenUpAt', '<', before)]))
			.execute();
	});
}
