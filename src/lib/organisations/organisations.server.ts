import type { Consultation } from '../consultations/consultation.ts';
import * as consultations from '../consultations/consultations.server.ts';
import { expectSeen } from '../editState.ts';
import {
	mayBeCalled,
	mayEndSeat,
	mayMerge,
	mayTendOrganisations,
	type NewOrganisationInput,
	type RenameInput,
	type SeatInput
} from '../people/organisations/organisation.ts';
import { forgetPerson } from '../people/erasure/accountErasure.server.ts';
import * as organisations from '../people/organisations/organisations.server.ts';
import * as news from '../news/news.server.ts';
import * as positionPapers from '../positionPapers/positionPapers.server.ts';
import type { Ctx } from '../server/ctx.ts';
import * as subscriptions from '../subscriptions/subscriptions.server.ts';
import { transaction } from '../server/db/transaction.ts';
import { expectUnused } from '../server/db/expectUnusedId.ts';
import { record } from '../server/journal/journal.server.ts';
import * as strategy from '../strategy/strategy.server.ts';
import { found, NotFound, obey } from '../verdict.ts';
import * as votes from '../votes/votes.server.ts';
import * as store from './store.server.ts';

const PAGE = 50;

export interface Listed {
	id: string;
	name: string;
	/** How many positions it has taken, and contributions it has published. */
	positions: number;
	contributions: number;
}

/** Everybody who speaks openly, by name, a page at a time. `after`: the name of the last one before. */
export async function list(ctx: Ctx, after: string | null): Promise<{ organisations: Listed[]; next: string | null }> {
	const rows = await store.spoken(ctx.db, after, PAGE + 1);
	const shown = rows.slice(0, PAGE);
	return { organisations: shown, next: rows.length > PAGE ? (shown.at(-1)?.name ?? null) : null };
}

/** What one organisation has said, point by point, and where its texts are. Who has said nothing is not found. */
export async function page(ctx: Ctx, id: string) {
	const head = found(await store.byId(ctx.db, id), 'organisation');
	const positions = await votes.positionsOf(ctx, id);
	const contributions = await store.contributionsOf(ctx.db, id);
	if (positions.length === 0 && contributions.length === 0) throw new NotFound('organisation');
	const headings = await strategy.headingsOf(
		ctx,
		positions.map(({ wordingId }) => wordingId)
	);
	return {
		name: head.name,
		positions: positions.flatMap(({ wordingId, phaseTitle, choice, since }) => {
			const heading = headings.get(wordingId);
			return heading ? [{ ...heading, wordingId, phaseTitle, choice, since }] : [];
		}),
		contributions: contributions.map(({ number, title }) => ({ number: number ?? 0, title }))
	};
}

export interface Tended extends Listed {
	seats: number;
}

/** For the administration: all of them, also those that have said nothing yet. */
export async function all(ctx: Ctx): Promise<Tended[]> {
	obey(mayTendOrganisations(ctx.person));
	return store.all(ctx.db);
}

export async function tended(ctx: Ctx, id: string) {
	obey(mayTendOrganisations(ctx.person));
	const organisation = found(await store.byId(ctx.db, id), 'organisation');
	const seats = await organisations.seatsWithCards(ctx, id);
	return { ...organisation, seats, batches: await store.batchesOf(ctx.db, id) };
}

/** Makes one. The same form sent twice makes one. Refused: organisationKnown. Returns its id. */
export async function create(ctx: Ctx, { id, name }: NewOrganisationInput): Promise<string> {
	return transaction(ctx, async (ctx) => {
		obey(mayTendOrganisations(ctx.person));
		if ((await store.byId(ctx.db, id))?.name === name) return id;
		obey(mayBeCalled(await organisations.called(ctx, name), id));
		await expectUnused(ctx.db, id);
		await organisations.make(ctx, { id, name });
		await record(ctx, { verb: 'organisation.made', subjectId: id, details: { name } });
		return id;
	});
}

/**
 * Puts a name right wherever it stands now. What is frozen (versions, reports, editions) keeps the name of its day.
 * Stale: somebody else has changed it. Refused: organisationKnown.
 */
export async function rename(ctx: Ctx, id: string, { name, seen }: RenameInput): Promise<void> {
	await transaction(ctx, async (ctx) => {
		obey(mayTendOrganisations(ctx.person));
		const former = found(await store.byId(ctx.db, id), 'organisation');
		if (former.name === name) return;
		expectSeen('organisation', seen, { name: former.name });
		obey(mayBeCalled(await organisations.called(ctx, name), id));
		await organisations.call(ctx, id, name);
		await store.renameTexts(ctx.db, id, name);
		await record(ctx, { verb: 'organisation.renamed', subjectId: id, details: { name, was: former.name } });
	});
}

/**
 * Ends one seat: its card opens nothing any more, and nothing leads from what was said to who sat there. Texts, supports
 * and positions stay the organisation's. Seats are equals: none of them ends another, the administration does. Twice is
 * once. Refused: seatLast, when nobody would be left and that was not told.
 */
export async function endSeat(ctx: Ctx, id: string, { seat, last }: SeatInput): Promise<void> {
	await transaction(ctx, async (ctx) => {
		obey(mayTendOrganisations(ctx.person));
		const { name } = found(await store.byId(ctx.db, id), 'organisation');
		const seats = await organisations.seatsOf(ctx, id);
		if (!seats.some((one) => one.id === seat)) return;
		obey(mayEndSeat({ last: seats.length === 1, toldLast: last === 'yes' }));
		await votes.forgetSeat(ctx, seat);
		await positionPapers.forgetSeat(ctx, seat);
		await news.forgetAllOf(ctx, seat);
		await subscriptions.forgetAllOf(ctx, seat);
		await forgetPerson(ctx, seat);
		await record(ctx, { verb: 'organisation.seatEnded', subjectId: id, details: { name, left: seats.length - 1 } });
	});
}

/**
 * Two that are one: seats, texts, supports, consents and positions of the first become the second's. Where both have
 * spoken while the phase runs, what was said last stands. Refused: organisationSame, organisationsBothSpoke.
 */
export async function merge(ctx: Ctx, id: string, into: string): Promise<void> {
	await transaction(ctx, async (ctx) => {
		obey(mayTendOrganisations(ctx.person));
		const [from, to] = [await store.byId(ctx.db, id), await store.byId(ctx.db, into)];
		const [former, kept] = [found(from, 'organisation'), found(to, 'organisation')];
		const running = (await consultations.all(ctx)).flatMap((one: Consultation) => runningIn(one, ctx.now));
		const both = await store.bothOn(ctx.db, id, into);
		const contradict = both.some(({ phaseId }) => !running.includes(phaseId));
		obey(mayMerge({ same: id === into, contradict }));
		for (const place of both) await store.dropEarlier(ctx.db, place, [id, into]);
		await positionPapers.handOver(ctx, id, into);
		await store.handOver(ctx.db, id, { id: into, name: kept.name });
		await record(ctx, { verb: 'organisation.merged', subjectId: into, details: { name: kept.name, was: former.name } });
	});
}

const runningIn = ({ phases }: Consultation, now: string) =>
	phases.filter(({ endsAt }) => now < endsAt).map(({ id }) => id);
