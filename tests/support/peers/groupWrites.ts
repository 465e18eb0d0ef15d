import * as comments from '#lib/comments/comments.server.ts';
import * as consultations from '#lib/consultations/consultations.server.ts';
import * as papers from '#lib/corrections/papers.server.ts';
import * as distillation from '#lib/distillation/distillation.server.ts';
import * as moderation from '#lib/moderation/moderation.server.ts';
import * as people from '#lib/people/people.server.ts';
import * as proposals from '#lib/proposals/proposals.server.ts';
import * as search from '#lib/search/search.server.ts';
import { makeCtx, type Ctx } from '#lib/server/ctx.ts';
import { reserve } from '#lib/server/db/counters.ts';
import { transaction } from '#lib/server/db/transaction.ts';
import { newId } from '#lib/server/ids.ts';
import * as staffSearch from '#lib/staffSearch/staffSearch.server.ts';
import * as subscriptions from '#lib/subscriptions/subscriptions.server.ts';
import { tokenOf } from '#lib/subscriptions/token.server.ts';
import { DAY, later, MINUTE } from '#lib/time.ts';
import * as votes from '#lib/votes/votes.server.ts';
import type { Who } from '../../journeys/support/people.ts';
import type { FormTown } from '../forms/formTown.ts';

/**
 * A group writes in a phase of its own, by the verbs: contributions, what moderation does with them, what others try to do
 * with them, what is written down for somebody, and every chore that tells people of something.
 */

export const WORD = 'Zwiebelfischkonzert';
/** No other number of the town looks like these. */
export const NUMBER = 904_117;
/** A meeting of the group, within its phase; on the point it reads. */
export const MEETING = 704_233;
export const POINT = 1;

export const instant = (days: number) => new Date(Date.now() + days * DAY).toISOString();

export type As = (who: Who | null, daysAgo?: number) => Promise<Ctx>;

/** In the name of these people, as long ago. */
export function actingIn(site: FormTown): As {
	return async (who, daysAgo = 0) => {
		const now = new Date(Date.now() - daysAgo * DAY);
		const id = who && (await site.browser().signIn(who));
		const person = id ? await people.byId(makeCtx(site.app, 'test'), id) : null;
		return makeCtx(site.app, 'test', person, now);
	};
}

/** The phase, without a text in it; and what is sent from now on has numbers that nothing else has. */
export async function beginPeerPhase(site: FormTown): Promise<string> {
	const id = newId();
	const { id: consultationId } = await consultations.current(makeCtx(site.app, 'test'));
	const phase = { id, consultationId, slug: 'unter-uns', title: 'Unter uns', peerGroup: 'affected' };
	const dates = { beginsAt: instant(-2), endsAt: instant(5), announcedAt: instant(-2), ballotsSealedAt: null };
	await site.change((db) =>
		db
			.insertInto('phases')
			.values({ ...phase, ...dates })
			.execute()
	);
	await transaction(makeCtx(site.app, 'test'), (ctx) => reserve(ctx, 'proposal', NUMBER - 1));
	return id;
}

/** Everybody who may be told of something is: by mail and by a feed. Answers with the addresses of the feeds, by person. */
export async function followAll(site: FormTown, as: As): Promise<Map<Who, string>> {
	const feeds = new Map<Who, string>();
	site.app.config.smtpUrl = 'smtp://127.0.0.1:1';
	for (const who of ['resident', 'neighbour', 'researcher', 'organisation'] as const) {
		const ctx = await as(who, 1);
		await subscriptions.followOwn(ctx, { email: `${who}@example.org`, rhythm: 'hourly' });
		await subscriptions.makeFeed(ctx);
		const rows = site.app.reader.selectFrom('subscriptions').select(['id', 'rhythm']);
		const own = await rows.where('personId', 'is not', null).orderBy('id', 'desc').execute();
		const [mail, feed] = [own.find(({ rhythm }) => rhythm !== 'feed'), own.find(({ rhythm }) => rhythm === 'feed')];
		await subscriptions.confirm(ctx, tokenOf(site.app, mail?.id ?? ''));
		feeds.set(who, `/nachrichten/${tokenOf(site.app, feed?.id ?? '')}/neues.atom`);
	}
	return feeds;
}

export interface Written {
	/** All of them, and the one with `NUMBER`. */
	ids: readonly string[];
	numbers: readonly number[];
	first: string;
	/** Some of their numbers: shown to the group, refused, hidden, in another language, waiting, written down for somebody. */
	some: readonly number[];
	/** Against a decision on one of them its author has said something. */
	decision: string;
}

const text = (title: string) => ({
	...{ id: newId(), kind: 'experience' as const, field: 'wohnen', title: `${WORD} ${title}`, evidence: '' },
	body: `${WORD}: so ist es uns ergangen, ${title}.`
});

export async function writeAmongPeers(site: FormTown, as: As, phaseId: string): Promise<Written> {
	const consultationId = (await consultations.current(await as(null))).id;
	const [author, moderator] = [await as('resident', 0.2), await as('moderator', 0.1)];
	const about = (subjectId: string, seen: 'waiting' | 'shared') => ({
		...{ id: newId(), kind: 'proposal' as const, subjectId, seen }
	});
	const numbers = new Map<string, number>();
	const send = async (title: string, more: object = {}) => {
		const form = { ...text(title), ...more };
		numbers.set(form.id, await proposals.submit(author, consultationId, form));
		return form.id;
	};
	const publish = (id: string) => moderation.decide(moderator, { ...about(id, 'waiting'), deed: 'publish' });

	const first = await send('im Amt');
	await publish(first);
	const black = await send('bei Frau Mustermann', { body: `${WORD} bei Frau Mustermann im dritten Stock.` });
	const redact = { ...about(black, 'waiting'), deed: 'redact' as const, passages: ['Mustermann'] };
	await moderation.decide(moderator, redact);
	await publish(black);
	await moderation.appeal(author, redact.id, { body: `${WORD} ist kein Mensch.` });
	const refused = await send('am Rand');
	const because = { ground: 'offTopic' as const, note: `${WORD} gehört nicht hierher.` };
	await moderation.decide(moderator, { ...about(refused, 'waiting'), deed: 'reject', ...because });
	const hidden = await send('im Keller');
	await publish(hidden);
	await moderation.decide(moderator, { ...about(hidden, 'shared'), deed: 'hide', ...because });
	const foreign = await send('türkisch', { language: 'tr' });
	await publish(foreign);
	const inGerman = { id: newId(), seen: 0, language: 'tr' as const, title: `${WORD} auf Deutsch` };
	await moderation.summarise(moderator, foreign, { ...inGerman, body: `${WORD}, kurz gesagt.` });
	const waiting = await send('wartet noch');
	const texts = [`${WORD} wartet, noch einmal`, `${WORD}: so ist es besser gesagt.`, ''];
	await moderation.change(author, 'proposal', String(numbers.get(waiting)), { texts });
	await recordSix(as, moderator);
	await reachFor(as);
	await meet(site, consultationId);
	await tellEverybody(as);
	const rows = site.app.reader.selectFrom('proposals').select(['id', 'number']).where('peerPhaseId', '=', phaseId);
	const all = await rows.orderBy('number').execute();
	return {
		...{ first, decision: redact.id, ids: all.map(({ id }) => id) },
		some: all
			.filter(({ id }) => [first, refused, hidden, foreign, waiting, all.at(-1)?.id].includes(id))
			.map(({ number }) => number ?? 0),
		numbers: all.map(({ number }) => number ?? 0)
	};
}

/** Nearly the same of six people, written down for them: together they would be a campaign. */
async function recordSix(as: As, moderator: Ctx): Promise<void> {
	const helper = await as('helper', 0.2);
	for (let more = 0; more < 6; more++) {
		const said = { ...text('im Chor'), body: `${WORD}: wir alle haben ein und dasselbe erlebt, im Amt und zu Hause.` };
		await transaction(helper, async (ctx) => {
			const speaker = { name: `${WORD} ${more}`, group: 'affected' };
			await proposals.recordOnBehalf(ctx, await consultations.current(ctx), said, speaker);
		});
		const head = { id: newId(), kind: 'proposal', subjectId: said.id, seen: 'waiting', deed: 'publish' } as const;
		await moderation.decide(moderator, head);
	}
}

/** Nobody can comment or support it, its author and its group neither. */
async function reachFor(as: As): Promise<void> {
	const said = (body: string) => ({ id: newId(), parentId: null, stance: 'note' as const, body });
	for (const who of ['neighbour', 'researcher', 'organisation', 'resident'] as const) {
		const ctx = await as(who);
		const supporting = await proposals.support(ctx, NUMBER, true).catch(({ reason }) => reason);
		const find = (own: Ctx) => comments.aboutProposal(own, NUMBER);
		const commenting = await comments
			.write(ctx, find, said(`${WORD} auch hier.`))
			.catch(({ what, name }) => what ?? name);
		if (!supporting || !commenting) throw new Error(`${who} reached it: ${supporting}, ${commenting}`);
	}
}

/** Somebody has written down what the group said, and how it reads a point. */
async function meet(site: FormTown, consultationId: string): Promise<void> {
	const { reader } = site.app;
	const { recordedBy } = await reader.selectFrom('workshops').select('recordedBy').executeTakeFirstOrThrow();
	const point = await reader
		.selectFrom('readings as r')
		.innerJoin('points as p', 'p.id', 'r.pointId')
		.select(['r.pointId', 'r.wordingId'])
		.where('p.number', '=', POINT)
		.executeTakeFirstOrThrow();
	const workshopId = newId();
	const head = { id: workshopId, number: MEETING, consultationId, recordedBy, publishedAt: null };
	const told = { label: `Im ${WORD}`, heldOn: instant(-1).slice(0, 10), group: 'affected', people: 12 };
	const at = { recordedAt: instant(-1), changedAt: instant(-1) };
	const counts = { agree: 9, pass: 1, disagree: 0, restoredCounts: null };
	const written = { body: `${WORD} zuerst.`, writtenBy: recordedBy, writtenAt: instant(-1) };
	await site.change(async (db) => {
		await db
			.insertInto('workshops')
			.values({ ...head, ...told, minutes: `${WORD} am Abend.`, ...at })
			.execute();
		await db
			.insertInto('readings')
			.values({ workshopId, ...point, ...counts, ...written })
			.execute();
	});
}

/** Every chore that carries something elsewhere. */
export async function tellEverybody(as: As): Promise<void> {
	const ctx = await as(null);
	await consultations.announcePhases(ctx);
	await proposals.recogniseCampaigns(ctx);
	await distillation.syncContributions(ctx);
	await staffSearch.indexForStaff(ctx);
	await search.indexComments(ctx);
	await search.learnWords(ctx);
	await votes.publishParticipation(ctx);
	await papers.printNew(ctx);
	await subscriptions.send({ ...ctx, now: later(ctx.now, 30 * MINUTE) });
}
