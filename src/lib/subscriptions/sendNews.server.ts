import * as news from '../news/news.server.ts';
import type { Ctx } from '../server/ctx.ts';
import { databaseErrorOf } from '../server/db/databaseErrors.ts';
import { transaction } from '../server/db/transaction.ts';
import { enqueue, hasMail } from '../server/mail/outbox.server.ts';
import { isLocale } from '../texts/locales/locale.ts';
import { withTranslations } from '../translations/translations.server.ts';
import { withWords } from '../wording/wording.server.ts';
import { newsMail, ownLine, pointLine, type Line } from './mails.ts';
import { publicPoint } from './publicPoint.server.ts';
import * as store from './store.server.ts';
import { tokenOf } from './token.server.ts';
import { confirmBefore, dueBefore, PointNews, RHYTHMS, toldUntil, type Rhythm } from './subscription.ts';

const MOST_AT_ONCE = 200;
const MOST_LINES = 30;

/** A chore: writes to everybody whose turn it is and for whom something is new. Returns how many mails that were. */
export async function send(ctx: Ctx): Promise<number> {
	await forgetUnconfirmed(ctx);
	if (!hasMail(ctx)) return 0;
	let sent = 0;
	for (const rhythm of RHYTHMS) sent += await sendDue(ctx, rhythm);
	return sent;
}

/** One that cannot be written to keeps nobody waiting who comes after it. */
async function sendDue(ctx: Ctx, rhythm: Rhythm): Promise<number> {
	const before = dueBefore(rhythm, ctx.now);
	let sent = 0;
	for (const id of await store.due(ctx.db, rhythm, before, ctx.now, MOST_AT_ONCE)) {
		try {
			if (await sendOne(ctx, id, before)) sent++;
		} catch (error) {
			if (databaseErrorOf(error)) throw error;
			ctx.app.log.error({ err: error, subscription: id }, 'news could not be written');
			await transaction(ctx, ({ db }) => store.takeTurn(db, id, before, ctx.now));
		}
	}
	return sent;
}

/** An address of somebody who never said yes is kept no longer than the link in the mail is good. */
async function forgetUnconfirmed(ctx: Ctx): Promise<void> {
	const before = confirmBefore(ctx.now);
	if (await store.anyUnconfirmed(ctx.db, before))
		await transaction(ctx, ({ db }) => store.removeUnconfirmed(db, before));
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
	const reading = { ...ctx, locale };
	return withWords(reading, () =>
		withTranslations(reading, () =>
			transaction(ctx, async (ctx) => {
				if (!(await store.takeTurn(ctx.db, id, before, ctx.now))) return false;
				const address = open(ctx, row.address);
				if (address === null) {
					await store.remove(ctx.db, [id]);
					return false;
				}
				const { told, more } = await newFor(ctx, row);
				if (told.length === 0) return false;
				const items = told.map(({ item }) => item);
				await store.addTold(ctx.db, id, items);
				const said = { lines: told.map(({ line }) => line), more };
				const mail = newsMail(ctx.app.config.origin, locale, said, `/nachrichten/${tokenOf(ctx.app, id)}`);
				await enqueue(ctx, { to: address, ...mail }, { sealed: 'all' });
				return true;
			})
		)
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

/** Since somebody said yes, up to what may still be taken back, as far as it was not told. `more`: beyond what one mail holds. */
async function newFor(ctx: Ctx, row: store.Row): Promise<{ told: Told[]; more: number }> {
	const span = { after: row.confirmedAt ?? ctx.now, until: toldUntil(ctx.now), subscriptionId: row.id };
	if (row.personId !== null) {
		const found = await news.unseenSince(ctx, row.personId, span, MOST_LINES);
		return { told: found.news.map((one) => ({ item: one.item, line: ownLine(one) })), more: found.more };
	}
	const number = await store.numberOf(ctx.db, row.pointId ?? '');
	if (number === undefined) return { told: [], more: 0 };
	const point = await publicPoint(ctx, number);
	const { rows, count } = await store.newsOfPoint(ctx.db, row.pointId ?? '', span, MOST_LINES);
	const told = rows.map((one) => PointNews.parse(one)).map((one) => ({ item: one.item, line: pointLine(one, point) }));
	return { told, more: count - told.length };
}
