import * as news from '../news/news.server.ts';
import type { Ctx } from '../server/ctx.ts';
import { transaction } from '../server/db/transaction.ts';
import { enqueue, hasMail } from '../server/mail/outbox.server.ts';
import { isLocale } from '../texts/locales/locale.ts';
import { withWords } from '../wording/wording.server.ts';
import { newsMail, ownLine, pointLine, type Line } from './mails.ts';
import { publicPoint } from './publicPoint.server.ts';
import * as store from './store.server.ts';
import { tokenOf } from './token.server.ts';
import { confirmBefore, dueBefore, PointNews, RHYTHMS, toldUntil } from './subscription.ts';

const MOST_AT_ONCE = 200;
const MOST_LINES = 30;

/** A chore: writes to everybody whose turn it is and for whom something is new. Returns how many mails that were. */
export async function send(ctx: Ctx): Promise<number> {
	await forgetUnconfirmed(ctx);
	if (!hasMail(ctx)) return 0;
	let sent = 0;
	for (const rhythm of RHYTHMS) {
		const before = dueBefore(rhythm, ctx.now);
		for (const id of await store.due(ctx.db, rhythm, before, ctx.now, MOST_AT_ONCE))
			if (await sendOne(ctx, id, before)) sent++;
	}
	return sent;
}

/** An address of somebody who never said yes is kept no longer than the link in the mail is good. */
async function forgetUnconfirmed(ctx: Ctx): Promise<void> {
	const over = await store.unconfirmedBefore(ctx.db, confirmBefore(ctx.now), MOST_AT_ONCE);
	if (over.length > 0) await transaction(ctx, ({ db }) => store.remove(db, over));
}

interface Told {
	item: string;
	line: Line;
}

/** In one transaction: its turn, what was told, and the mail. No other process writes the same, and no crash loses it. */
async function sendOne(ctx: Ctx, id: string, before: string): Promise<boolean> {
	const row = await store.byId(ctx.db, id);
	if (!row) return false;
	const locale = isLocale(row.locale) ? row.locale : 'de';
	return withWords({ ...ctx, locale }, () =>
		transaction(ctx, async (ctx) => {
			if (!(await store.takeTurn(ctx.db, id, before, ctx.now))) return false;
			const address = open(ctx, row.address);
			if (address === null) {
				await store.remove(ctx.db, [id]);
				return false;
			}
			const found = await newFor(ctx, row);
			const told = new Set(
				await store.toldOf(
					ctx.db,
					id,
					found.map(({ item }) => item)
				)
			);
			const fresh = found.filter(({ item }) => !told.has(item));
			if (fresh.length === 0) return false;
			await store.addTold(
				ctx.db,
				id,
				fresh.map(({ item }) => item)
			);
			const lines = fresh.map(({ line }) => line);
			const mail = newsMail(ctx.app.config.origin, locale, lines, `/nachrichten/${tokenOf(ctx.app, id)}`);
			await enqueue(ctx, { to: address, ...mail }, { sealed: 'all' });
			return true;
		})
	);
}

/** null: sealed with a secret of former days; nobody can be written to any more. */
function open({ app }: Ctx, address: string | null): string | null {
	try {
		return address === null ? null : app.keys.open(address);
	} catch {
		app.log.warn('a subscription cannot be read and is dropped');
		return null;
	}
}

/** Since somebody said yes, up to what may still be taken back. */
async function newFor(ctx: Ctx, { personId, pointId, confirmedAt }: store.Row): Promise<Told[]> {
	const span = { after: confirmedAt ?? ctx.now, until: toldUntil(ctx.now) };
	if (personId !== null) {
		const found = await news.unseenSince(ctx, personId, span);
		return found.map((one) => ({ item: one.item, line: ownLine(one) }));
	}
	const number = await store.numberOf(ctx.db, pointId ?? '');
	if (number === undefined) return [];
	const point = await publicPoint(ctx, number);
	const rows = await store.newsOfPoint(ctx.db, pointId ?? '', span.after, span.until, MOST_LINES);
	return rows.map((row) => PointNews.parse(row)).map((one) => ({ item: one.item, line: pointLine(one, point) }));
}
