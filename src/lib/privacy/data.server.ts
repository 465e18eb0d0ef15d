import * as amendments from '../amendments/amendments.server.ts';
import * as board from '../board/board.server.ts';
import * as comments from '../comments/comments.server.ts';
import * as consents from '../people/consents/consents.server.ts';
import type { District } from '../people/details/district.ts';
import * as evaluations from '../evaluations/evaluations.server.ts';
import { retainedOf } from '../people/erasure/accountErasure.server.ts';
import { accountIdOf, type Person } from '../people/person.ts';
import * as moderation from '../moderation/moderation.server.ts';
import * as news from '../news/news.server.ts';
import * as positionPapers from '../positionPapers/positionPapers.server.ts';
import * as priorities from '../priorities/priorities.server.ts';
import * as proposals from '../proposals/proposals.server.ts';
import { signedIn, type Ctx } from '../server/ctx.ts';
import { entriesOfActor } from '../server/journal/actors.server.ts';
import { isoDay } from '../texts/dates.ts';
import * as subscriptions from '../subscriptions/subscriptions.server.ts';
import * as understanding from '../understanding/understanding.server.ts';
import * as votes from '../votes/votes.server.ts';
import * as store from './own.store.server.ts';

/** Who somebody is here, and what they have allowed. */
async function accountData(ctx: Ctx, person: Person) {
	const { since, validUntil, cardNumber } = await retainedOf(ctx, accountIdOf(person));
	return {
		person: { name: person.pseudonym, group: person.group, organisation: person.organisation, since: isoDay(since) },
		cardValidUntil: validUntil,
		cardNumber,
		consents: await consents.historyOf(ctx)
	};
}

/** What the page of one's own data says of them: of everything in `ownData` only how much it is. */
export async function ownCounts(ctx: Ctx) {
	const person = signedIn(ctx);
	return {
		...(await accountData(ctx, person)),
		counts: { ...(await store.countOf(ctx.db, person.id)), votes: (await votes.own(ctx)).length },
		districts: [...new Set((await proposals.ownResidences(ctx)).values())]
	};
}

export type OwnData = Awaited<ReturnType<typeof ownData>>;

/** Everything that leads to the one who asks, as it is kept. Votes only while they can still be told. */
export async function ownData(ctx: Ctx) {
	const person = signedIn(ctx);
	const account = accountIdOf(person);
	return {
		...(await accountData(ctx, person)),
		contributions: await contributions(ctx),
		comments: (await comments.mine(ctx)).map(asComment),
		amendments: (await amendments.mine(ctx)).map(asAmendment),
		understood: await understanding.saidBy(ctx, person.id),
		board: await board.keptOf(ctx, person.id),
		supports: await proposals.supportsOf(ctx, person.id),
		votes: (await votes.own(ctx)).map(({ number, title, choice, recorded }) => {
			return { point: number, title, choice, recorded };
		}),
		ticks: await priorities.ownTicked(ctx),
		evaluations: await evaluations.keptOf(ctx, person.id),
		subscriptions: await subscriptions.keptOf(ctx, account),
		/** What stood there before, waits, or was not let through, of one's own texts. */
		editions: await editions(ctx),
		newsSeen: await news.keptOf(ctx, account),
		papers: await positionPapers.keptOf(ctx, account),
		journal: await entriesOfActor(ctx, person.id)
	};
}

async function editions(ctx: Ctx) {
	const own = [...(await proposals.mine(ctx)), ...(await comments.mine(ctx)), ...(await amendments.mine(ctx))];
	const ids = own.map(({ id }) => id);
	return (await moderation.keptEditions(ctx, ids)).map(({ subjectId: _, ...edition }) => edition);
}

async function contributions(ctx: Ctx) {
	const residences = await proposals.ownResidences(ctx);
	return (await proposals.mine(ctx)).map((one) => asContribution(one, residences.get(one.id) ?? null));
}

function asContribution(one: proposals.Proposal, district: District | null) {
	const { number, kind, field, title, body, evidence, language, state } = one;
	const { createdAt, submittedAt, publishedAt, redactedAt } = one;
	const moments = { createdAt, submittedAt, publishedAt, redactedAt };
	return { number: number || null, kind, field, title, body, evidence, language, district, state, ...moments };
}

function asComment(one: Awaited<ReturnType<typeof comments.mine>>[number]) {
	const { stance, body, state, createdAt, publishedAt, redactedAt, proposal } = one;
	return { contribution: proposal?.number ?? null, stance, body, state, createdAt, publishedAt, redactedAt };
}

function asAmendment(one: Awaited<ReturnType<typeof amendments.mine>>[number]) {
	const { number, title, body, reason, state, createdAt, publishedAt, redactedAt } = one;
	return { number, title, body, reason, state, createdAt, publishedAt, redactedAt };
}
