import { canonical, digestOf } from '../canonical.ts';
import * as calls from '../calls/calls.server.ts';
import * as publishing from '../publishing/publishing.server.ts';
import * as reports from '../reports/reports.server.ts';
import { signedIn, type Ctx } from '../server/ctx.ts';
import { evenWhenClosed } from '../server/db/closure.ts';
import { nextNumber } from '../server/db/counters.ts';
import { transaction } from '../server/db/transaction.ts';
import { record } from '../server/journal/journal.server.ts';
import { obey, Refused } from '../verdict.ts';
import { FrozenAddendum, mayPublishAddendum } from './addendum.ts';
import * as drafting from './drafting.server.ts';
import { putBack, remove } from './removal/removal.server.ts';
import * as store from './store.server.ts';
import * as things from './things.server.ts';
import { verify } from './verify.server.ts';

/** What carrying an addendum out adds to its text. */
type Carried = Pick<FrozenAddendum, 'correction' | 'removal' | 'restores' | 'successor'> & { seal?: string };
const NOTHING: Carried = { correction: null, removal: null, restores: null, successor: null };

async function carryOut(ctx: Ctx, made: drafting.Draft): Promise<Carried> {
	const { facts, target, id } = made;
	if (facts.kind === 'correction') {
		const { place, old, new: text } = facts;
		await (await things.published(ctx, target)).correct(ctx, place, text);
		return { ...NOTHING, correction: { place, old, new: text } };
	}
	if (facts.kind === 'removal') return { ...NOTHING, ...(await remove(ctx, facts, id)) };
	if (facts.kind === 'restoration') {
		await putBack(ctx, facts.removal);
		return { ...NOTHING, restores: facts.removal };
	}
	const withdraw = target.kind === 'call' ? calls.withdrawCall : reports.withdrawReport;
	await withdraw(ctx, target.number, ctx.now, facts.successor);
	return { ...NOTHING, successor: facts.successor };
}

/** Whoever wrote something into the tables must not have it sealed by an addendum. */
async function expectUntouched(ctx: Ctx): Promise<void> {
	if (!(await verify(ctx)).every(({ ok }) => ok)) throw new Refused('addendumTampered');
}

/**
 * Lets an addendum out, as it was read and as somebody else has approved it: all of it or nothing. Returns its number.
 * Refused: approvalMissing, approvalOwn, publisherOnly, and whatever keeps it from being carried out.
 */
export async function publish(ctx: Ctx, id: string): Promise<number> {
	return transaction(evenWhenClosed(ctx), async (ctx) => {
		const made = await drafting.draft(ctx, id);
		obey(await drafting.mayCarryOut(ctx, made));
		const { given } = await drafting.approvalsOf(ctx, made);
		const approvedBy = given.map((one) => one.personId);
		obey(mayPublishAddendum(ctx.person, approvedBy));
		await expectUntouched(ctx);
		const before = await things.states(ctx);
		const carried = await carryOut(ctx, made);
		await publishing.sealAnew(ctx);
		await reports.sealReportsAnew(ctx);
		const number = await freeze(ctx, made, carried, things.changesBetween(before, await things.states(ctx)));
		await store.dropDraft(ctx.db, id);
		await told(ctx, number, made);
		return number;
	});
}

async function told(ctx: Ctx, number: number, { id, consultationId, facts, target }: drafting.Draft): Promise<void> {
	const { title } = await things.published(ctx, target);
	const verb = `${facts.kind}.published` as const;
	await record(ctx, { verb, subjectId: id, consultationId, details: { number, title } });
}

async function freeze(
	ctx: Ctx,
	{ facts, target, reason, consultationId }: drafting.Draft,
	{ seal, ...carried }: Carried,
	states: FrozenAddendum['states']
): Promise<number> {
	const previous = (await store.all(ctx.db)).at(-1)?.digest ?? null;
	const number = await nextNumber(ctx, 'addendum');
	const { title } = await things.published(ctx, target);
	const addendum: FrozenAddendum = {
		...{ shape: 1, number, kind: facts.kind, consultation: consultationId, publishedAt: ctx.now },
		...{ target, title, reason, ...carried, states, previous }
	};
	const frozen = canonical(FrozenAddendum.parse(addendum));
	await store.add(ctx.db, {
		...{ number, consultationId, kind: facts.kind, frozen, digest: digestOf(frozen) },
		...{ publishedAt: ctx.now, publishedBy: signedIn(ctx).id }
	});
	if (seal && carried.removal)
		await store.seal(ctx.db, { addendum: number, body: seal, until: carried.removal.sealedUntil });
	return number;
}
