import { endOf } from '../consultations/consultation.ts';
import * as consultations from '../consultations/consultations.server.ts';
import * as news from '../news/news.server.ts';
import type { News } from '../news/news.ts';
import { accountIdOf } from '../people/person.ts';
import { takeToken } from '../server/auth/limits.ts';
import { signedIn, type Ctx } from '../server/ctx.ts';
import { transaction } from '../server/db/transaction.ts';
import { newId } from '../server/ids.ts';
import { enqueue, hasMail } from '../server/mail/outbox.server.ts';
import { HOUR } from '../time.ts';
import { Gone, obey, Refused, type Verdict } from '../verdict.ts';
import { confirmationMail } from './mails.ts';
import { publicPoint } from './publicPoint.server.ts';
import * as store from './store.server.ts';
import { openToken, orderToken, tokenOf, type Order } from './token.server.ts';
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

async function may(ctx: Ctx, about: 'person' | 'point', mail: boolean): Promise<Verdict> {
	const end = endOf((await consultations.all(ctx)).flatMap(({ phases }) => phases));
	return maySubscribe({ person: ctx.person, about, mail, end, now: ctx.now });
}

/** Whether the one who asks may be told of news about their own texts, and whether by mail. */
export const mayFollowOwn = (ctx: Ctx, mail = hasMail(ctx)) => may(ctx, 'person', mail);

/** Whether anybody may be written to about a point. */
export const mayFollowPoint = (ctx: Ctx) => may(ctx, 'point', hasMail(ctx));

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

/** Whoever is signed in orders so many first mails, to whichever addresses: the site writes to no lists of strangers. */
const OF_A_SENDER = { burst: 6, refill: 2 * HOUR };

/**
 * An inbox is no place to flood: so many first mails for one address. Whoever is signed in has some of their own, so that
 * nobody who asks for an address keeps its owner from asking.
 */
const TO_AN_ADDRESS = { burst: 4, refill: 6 * HOUR };
const TO_AN_ADDRESS_BY_ALL = { burst: 12, refill: 2 * HOUR };

/** False: there were many already. Who asks hears nothing of that, and so nothing of who else has asked. Refused: tooManyTries. */
async function takeFirstMail({ app: { limits } }: Ctx, fingerprint: string, sender: string | null): Promise<boolean> {
	if (sender === null) return limits.change('first mail', fingerprint, takeToken(TO_AN_ADDRESS));
	if (!(await limits.change('orders of mail', sender, takeToken(OF_A_SENDER)))) throw new Refused('tooManyTries');
	const own = await limits.change('first mail', `${fingerprint} ${sender}`, takeToken(TO_AN_ADDRESS));
	return own && (await limits.change('first mail', `${fingerprint} all`, takeToken(TO_AN_ADDRESS_BY_ALL)));
}

interface Request extends SubscriptionInput {
	subject: store.Subject;
	/** What it is about, as the mail calls it; null: one's own texts. */
	point: { number: number; title: string } | null;
}

/**
 * Writes to the address what was asked for, and to nobody else anything: only the link in that mail starts it, or changes
 * what runs already. The mail is the same whether the address follows a point or not, so that whoever asks learns nothing.
 */
async function request(ctx: Ctx, { email, rhythm, subject, point }: Request): Promise<void> {
	const fingerprint = ctx.app.keys.digest('subscription', `address ${email.toLowerCase()}`);
	if (!(await takeFirstMail(ctx, fingerprint, ctx.person && accountIdOf(ctx.person)))) return;
	await transaction(ctx, async (ctx) => {
		if (subject.personId !== null) {
			obey(await mayFollowOwn(ctx));
			await dropMails(ctx, subject.personId);
		}
		const known = subject.pointId === null ? undefined : await store.ofPoint(ctx.db, subject.pointId, fingerprint);
		const id = known?.id ?? newId(Date.parse(ctx.now));
		const locale = ctx.locale ?? 'de';
		if (known) await store.askAgain(ctx.db, id, ctx.now);
		else {
			const sealed = { address: ctx.app.keys.seal(email), fingerprint };
			const moments = { askedAt: ctx.now, confirmedAt: null };
			await store.add(ctx.db, { id, subject, ...sealed, rhythm, locale, ...moments });
		}
		const token = orderToken(ctx.app, id, { rhythm, locale, at: ctx.now });
		const mail = confirmationMail(ctx.app.config.origin, locale, `/nachrichten/${token}`, point);
		await enqueue(ctx, { to: email, ...mail }, { sealed: 'all' });
	});
}

/**
 * News about one's own texts by mail, in place of what was asked for before. Refused: signInFirst, staffTakesNoPart,
 * noMailHere, phaseOver, tooManyTries.
 */
export async function followOwn(ctx: Ctx, form: SubscriptionInput): Promise<void> {
	obey(await mayFollowOwn(ctx));
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
		obey(await mayFollowOwn(ctx, true));
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

/** News about a point by mail, for anybody. Refused: noMailHere, phaseOver, tooManyTries. Throws `NotFound`. */
export async function followPoint(ctx: Ctx, number: number, form: SubscriptionInput): Promise<void> {
	obey(await mayFollowPoint(ctx));
	const point = await publicPoint(ctx, number);
	await request(ctx, { ...form, subject: { personId: null, pointId: point.id }, point });
}

/** What a link from a mail opens, and what pressing it would start or change. Throws `Gone` when it is over or made up. */
export async function open(ctx: Ctx, token: string) {
	const { row, order } = await theOne(ctx, token);
	const number = row.pointId === null ? undefined : await store.numberOf(ctx.db, row.pointId);
	const point = number === undefined ? null : await publicPoint(ctx, number);
	const other = order !== null && (order.rhythm !== row.rhythm || order.locale !== row.locale);
	const now = shown(ctx, row);
	return { ...now, point, wanted: !now.confirmed || other ? (order?.rhythm ?? now.rhythm) : null };
}

/** `order`: what was asked for with this link, as long as it is good. */
async function theOne(ctx: Ctx, token: string): Promise<{ row: store.Row; order: Order | null }> {
	const opened = openToken(ctx.app, token);
	const row = opened === null ? undefined : await store.byId(ctx.db, opened.id);
	const before = confirmBefore(ctx.now);
	const order = opened?.order && opened.order.at >= before ? opened.order : null;
	// A link without what it is for is from before links said so: as old as its row, or from a mail of news.
	const since = opened?.order?.at ?? row?.askedAt ?? '';
	if (!row || (row.confirmedAt === null && since < before)) throw new Gone('subscriptionOver');
	return { row, order };
}

/** Starts it as it was asked for with this link, or changes it so: who presses this has the mail. Twice is once. Throws `Gone`. */
export async function confirm(ctx: Ctx, token: string): Promise<void> {
	await transaction(ctx, async (ctx) => {
		const { row, order } = await theOne(ctx, token);
		if (order) await store.setOrder(ctx.db, row.id, order);
		await store.confirm(ctx.db, row.id, ctx.now);
	});
}

/** Ends it, by the link in every mail. Who has ended it before is told the same. */
export async function stop(ctx: Ctx, token: string): Promise<void> {
	const opened = openToken(ctx.app, token);
	if (opened === null) throw new Gone('subscriptionOver');
	await transaction(ctx, ({ db }) => store.remove(db, [opened.id]));
}

const FEED_LENGTH = 50;
/** An organisation can have very many texts, and all of them are answered at one moment. */
const OWN_FEED_LENGTH = 500;
const BEGINNING = '0000';

/** What has become new at a point, newest first. Throws `NotFound`. */
export async function pointNews(ctx: Ctx, number: number) {
	const point = await publicPoint(ctx, number);
	const span = { after: BEGINNING, until: ctx.now, subscriptionId: null };
	const { rows } = await store.newsOfPoint(ctx.db, point.id, span, FEED_LENGTH);
	return { point, news: rows.map((row) => PointNews.parse(row)) };
}

/** Where the holder's program asks for news. */
export const feedAddress = ({ app }: Ctx, id: string) =>
	`${app.config.origin}/nachrichten/${tokenOf(app, id)}/neues.atom`;

/** What has become new for the holder of a feed and is not read yet, newest first. Throws `Gone`. */
export async function feedNews(ctx: Ctx, token: string): Promise<News[]> {
	const { row } = await theOne(ctx, token);
	if (row.rhythm !== 'feed' || row.personId === null) throw new Gone('subscriptionOver');
	const span = { after: row.askedAt, until: toldUntil(ctx.now), subscriptionId: null };
	return (await news.unseenSince(ctx, row.personId, span, OWN_FEED_LENGTH)).news;
}

/** Inside `transaction`: whoever leaves is written to no more. */
export async function forgetAllOf(ctx: Ctx, personId: string): Promise<void> {
	await drop(ctx, personId, () => true);
}

/** Inside `transaction`: the process is over and has no news any more. Returns how many there were. */
export async function forgetEverybody(ctx: Ctx): Promise<number> {
	return store.removeAll(ctx.db);
}

/** For one's own data: to which address, how often, since when. */
export async function keptOf(ctx: Ctx, personId: string) {
	const rows = await store.ofPerson(ctx.db, personId);
	return rows.map(({ address, rhythm, askedAt, confirmedAt }) => ({
		...{ address: address === null ? null : ctx.app.keys.open(address), rhythm, askedAt, confirmedAt }
	}));
}
