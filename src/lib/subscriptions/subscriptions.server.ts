import * as news from '../news/news.server.ts';
import type { News } from '../news/news.ts';
import { accountIdOf } from '../people/person.ts';
import { takeToken } from '../server/auth/limits.ts';
import { signedIn, type Ctx } from '../server/ctx.ts';
import { transaction } from '../server/db/transaction.ts';
import { newId } from '../server/ids.ts';
import { enqueue, hasMail } from '../server/mail/outbox.server.ts';
import { HOUR } from '../time.ts';
import { Gone, obey } from '../verdict.ts';
import { confirmationMail } from './mails.ts';
import { publicPoint } from './publicPoint.server.ts';
import * as store from './store.server.ts';
import { openToken, tokenOf } from './token.server.ts';
import {
	confirmBefore,
	maskedAddress,
	maySubscribe,
	PointNews,
	toldUntil,
	type Rhythm,
	type Subscription,
	type SubscriptionInput
} from './subscription.ts';

export { send } from './sendNews.server.ts';

/** Whether the one who asks may be told of news about their own texts, and whether by mail. */
export const mayFollowOwn = (ctx: Ctx, mail = hasMail(ctx)) =>
	maySubscribe({ person: ctx.person, about: 'person', mail });

/** Whether anybody may be written to about a point. */
export const mayFollowPoint = (ctx: Ctx) => maySubscribe({ person: ctx.person, about: 'point', mail: hasMail(ctx) });

function shown(ctx: Ctx, { id, address, rhythm, confirmedAt, askedAt }: store.Row): Subscription {
	const known = rhythm === 'hourly' || rhythm === 'weekly' ? rhythm : 'feed';
	const masked = address === null ? null : maskedAddress(ctx.app.keys.open(address));
	return { id, address: masked, rhythm: known, confirmed: confirmedAt !== null, askedAt };
}

/** How the one who asks wants to hear of news about their own texts: by mail, by feed, both, or not at all. */
export async function mine(ctx: Ctx): Promise<{ mail: Subscription | null; feed: Subscription | null }> {
	const rows = await store.ofPerson(ctx.db, accountIdOf(signedIn(ctx)));
	const all = rows.map((row) => shown(ctx, row));
	const [mail = null] = all.filter(({ rhythm }) => rhythm !== 'feed');
	const [feed = null] = all.filter(({ rhythm }) => rhythm === 'feed');
	return { mail, feed };
}

/** An inbox is no place to flood: so many first mails for one address, whoever asks. */
const FIRST_MAILS = { burst: 4, refill: 6 * HOUR };

interface Order extends SubscriptionInput {
	subject: store.Subject;
	/** What it is about, as the mail calls it; null: one's own texts. */
	point: { number: number; title: string } | null;
}

/**
 * Writes to the address what was asked for, and to nobody else anything: only the link in that mail starts it. An address
 * that follows a point already gets the link with which that ends, so that whoever asks learns of nobody whether they do.
 */
async function request(ctx: Ctx, { email, rhythm, subject, point }: Order): Promise<void> {
	const { keys, limits } = ctx.app;
	const fingerprint = keys.digest('subscription', `address ${email.toLowerCase()}`);
	if (!(await limits.change('first mail', fingerprint, takeToken(FIRST_MAILS)))) return;
	await transaction(ctx, async (ctx) => {
		if (subject.personId !== null) {
			obey(mayFollowOwn(ctx));
			await dropMails(ctx, subject.personId);
		}
		const known = subject.pointId === null ? undefined : await store.ofPoint(ctx.db, subject.pointId, fingerprint);
		const id = known?.id ?? newId(Date.parse(ctx.now));
		const locale = ctx.locale ?? 'de';
		if (!known) {
			const sealed = { address: keys.seal(email), fingerprint };
			const moments = { askedAt: ctx.now, confirmedAt: null };
			await store.add(ctx.db, { id, subject, ...sealed, rhythm, locale, ...moments });
		}
		const mail = confirmationMail(ctx.app.config.origin, locale, `/nachrichten/${tokenOf(ctx.app, id)}`, point);
		await enqueue(ctx, { to: email, ...mail }, { sealed: 'all' });
	});
}

/** News about one's own texts by mail, in place of what was asked for before. Refused: signInFirst, staffTakesNoPart, noMailHere. */
export async function followOwn(ctx: Ctx, form: SubscriptionInput): Promise<void> {
	obey(mayFollowOwn(ctx));
	await request(ctx, { ...form, subject: { personId: accountIdOf(signedIn(ctx)), pointId: null }, point: null });
}

async function drop(ctx: Ctx, personId: string, which: (row: store.Row) => boolean): Promise<void> {
	const rows = (await store.ofPerson(ctx.db, personId)).filter(which);
	await store.remove(
		ctx.db,
		rows.map(({ id }) => id)
	);
}

const dropMails = (ctx: Ctx, personId: string) => drop(ctx, personId, ({ address }) => address !== null);
const dropFeeds = (ctx: Ctx, personId: string) => drop(ctx, personId, ({ address }) => address === null);

/** News about one's own texts as a feed with an address of its own. Refused: signInFirst, staffTakesNoPart. */
export async function makeFeed(ctx: Ctx): Promise<void> {
	await transaction(ctx, async (ctx) => {
		obey(mayFollowOwn(ctx, true));
		const personId = accountIdOf(signedIn(ctx));
		await dropFeeds(ctx, personId);
		const moments = { askedAt: ctx.now, confirmedAt: ctx.now };
		await store.add(ctx.db, {
			...{ id: newId(Date.parse(ctx.now)), subject: { personId, pointId: null }, address: null, fingerprint: null },
			...{ rhythm: 'feed', locale: ctx.locale ?? 'de', ...moments }
		});
	});
}

/** No mails any more, or no feed: what was told and to which address is forgotten with it. */
export async function stopOwn(ctx: Ctx, way: 'mail' | 'feed'): Promise<void> {
	await transaction(ctx, async (ctx) => {
		const personId = accountIdOf(signedIn(ctx));
		await (way === 'feed' ? dropFeeds(ctx, personId) : dropMails(ctx, personId));
	});
}

/** How often, for mails that come already. */
export async function changeRhythm(ctx: Ctx, rhythm: Rhythm): Promise<void> {
	await transaction(ctx, async (ctx) => {
		const { mail } = await mine(ctx);
		if (mail) await store.setRhythm(ctx.db, mail.id, rhythm);
	});
}

/** News about a point by mail, for anybody. Refused: noMailHere. Throws `NotFound`. */
export async function followPoint(ctx: Ctx, number: number, form: SubscriptionInput): Promise<void> {
	obey(mayFollowPoint(ctx));
	const point = await publicPoint(ctx, number);
	await request(ctx, { ...form, subject: { personId: null, pointId: point.id }, point });
}

/** What a link from a mail opens. Throws `Gone` when it is over or made up. */
export async function open(ctx: Ctx, token: string) {
	const row = await theOne(ctx, token);
	const number = row.pointId === null ? undefined : await store.numberOf(ctx.db, row.pointId);
	const point = number === undefined ? null : await publicPoint(ctx, number);
	return { ...shown(ctx, row), point };
}

async function theOne(ctx: Ctx, token: string): Promise<store.Row> {
	const id = openToken(ctx.app, token);
	const row = id === null ? undefined : await store.byId(ctx.db, id);
	if (!row || (row.confirmedAt === null && row.askedAt < confirmBefore(ctx.now))) throw new Gone('subscriptionOver');
	return row;
}

/** Starts it: who presses this has the mail. Twice is once. Throws `Gone`. */
export async function confirm(ctx: Ctx, token: string): Promise<void> {
	await transaction(ctx, async (ctx) => store.confirm(ctx.db, (await theOne(ctx, token)).id, ctx.now));
}

/** Ends it, by the link in every mail. Who has ended it before is told the same. */
export async function stop(ctx: Ctx, token: string): Promise<void> {
	const id = openToken(ctx.app, token);
	if (id === null) throw new Gone('subscriptionOver');
	await transaction(ctx, ({ db }) => store.remove(db, [id]));
}

const FEED_LENGTH = 50;
const BEGINNING = '0000';

/** What has become new at a point, newest first. Throws `NotFound`. */
export async function pointNews(ctx: Ctx, number: number) {
	const point = await publicPoint(ctx, number);
	const rows = await store.newsOfPoint(ctx.db, point.id, BEGINNING, ctx.now, FEED_LENGTH);
	return { point, news: rows.map((row) => PointNews.parse(row)) };
}

/** Where the holder's program asks for news. */
export const feedAddress = ({ app }: Ctx, id: string) =>
	`${app.config.origin}/nachrichten/${tokenOf(app, id)}/neues.atom`;

/** What has become new for the holder of a feed and is not read yet, newest first. Throws `Gone`. */
export async function feedNews(ctx: Ctx, token: string): Promise<News[]> {
	const row = await theOne(ctx, token);
	if (row.rhythm !== 'feed' || row.personId === null) throw new Gone('subscriptionOver');
	return news.unseenSince(ctx, row.personId, { after: row.askedAt, until: toldUntil(ctx.now) });
}

/** Inside `transaction`: whoever leaves is written to no more. */
export async function forgetAllOf(ctx: Ctx, personId: string): Promise<void> {
	await drop(ctx, personId, () => true);
}

/** Inside `transaction`: the process is over and has no news any more. */
export async function forgetEverybody(ctx: Ctx): Promise<void> {
	await store.remove(ctx.db, await store.allIds(ctx.db));
}

/** For one's own data: to which address, how often, since when. */
export async function keptOf(ctx: Ctx, personId: string) {
	const rows = await store.ofPerson(ctx.db, personId);
	return rows.map(({ address, rhythm, askedAt, confirmedAt }) => ({
		...{ address: address === null ? null : ctx.app.keys.open(address), rhythm, askedAt, confirmedAt }
	}));
}
