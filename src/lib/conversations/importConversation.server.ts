import type { Ctx } from '../server/ctx.ts';
import { nextNumber } from '../server/db/counters.ts';
import { transaction } from '../server/db/transaction.ts';
import { newId } from '../server/ids.ts';
import { record } from '../server/journal/journal.server.ts';
import { found } from '../verdict.ts';
import {
	AT_ONCE,
	batches,
	compare,
	count,
	numbered,
	sorted,
	told,
	type Batch,
	type Compared,
	type Sorted
} from './comparing.server.ts';
import type { ConversationHead, Taken } from './conversation.ts';
import type { Export } from '../opinion/polis/polis.ts';
import * as said from './votes.store.server.ts';
import * as store from './store.server.ts';

/** What taking over would do. Nothing is written. */
export async function plan(ctx: Ctx, origin: string, from: Export): Promise<Taken> {
	const known = await store.byOrigin(ctx.db, origin);
	const compared = await compare(ctx, known?.id ?? '', from);
	const numbers = new Map([...compared.numbers, ...numbered(compared).map((one) => [one.id, one.number] as const)]);
	const people = { fresh: 0, changed: 0, known: 0 };
	for (const batch of batches(from)) count(people, await sorted(ctx, known?.id ?? '', batch, numbers));
	return told(known !== undefined, from, compared, people);
}

/**
 * Takes over what is new or has changed; again, it changes nothing. Statements keep their words, people's votes are
 * those of the newest export. `through` hears how many people are done.
 */
export async function takeOver(
	ctx: Ctx,
	head: ConversationHead,
	from: Export,
	through: (people: number) => void = () => undefined
): Promise<Taken> {
	const taking = await beginTaking(ctx, head, from);
	while (taking.left.length > 0) through(passedOn(taking, await takeBatch(ctx, taking)));
	return finishTaking(ctx, taking);
}

/** A conversation on its way in, for whoever takes it over piece by piece. Before it is finished nobody sees a new one. */
export interface Taking {
	id: string;
	/** Whether it was here before. */
	known: boolean;
	from: Export;
	compared: Compared;
	people: Taken['people'];
	/** Who is still to come. */
	left: Batch[];
}

/** Takes the statements over. */
export async function beginTaking(ctx: Ctx, head: ConversationHead, from: Export): Promise<Taking> {
	const { id, known } = await establish(ctx, head);
	const compared = await transaction(ctx, (ctx) => takeStatements(ctx, id, from));
	return { id, known, from, compared, people: { fresh: 0, changed: 0, known: 0 }, left: batches(from) };
}

/** Takes the votes of the next people over. That they are taken is only said to `passedOn`, after the transaction. */
export async function takeBatch(ctx: Ctx, { id, compared, left }: Taking): Promise<Sorted> {
	return transaction(ctx, (ctx) => takePeople(ctx, id, left[0] ?? [], compared.numbers));
}

/** Goes on to the next people. Returns how many are done. */
export function passedOn({ people, left }: Taking, taken: Sorted): number {
	count(people, taken);
	left.shift();
	return people.fresh + people.changed + people.known;
}

/** From here on everybody sees it. */
export async function finishTaking(ctx: Ctx, { id, known, from, compared, people }: Taking): Promise<Taken> {
	const taken = told(known, from, compared, people);
	const news = taken.statements.fresh + compared.moved.length + people.fresh + people.changed;
	const figures = JSON.stringify(from.figures);
	if (news > 0 || !known || figures !== (await store.figuresOf(ctx.db, id))) await settle(ctx, id, figures);
	return taken;
}

/** Of what broke off half-way, and nobody has ever seen, nothing stays. */
export async function forgetUnfinished(ctx: Ctx, origin: string): Promise<void> {
	await transaction(ctx, ({ db }) => store.removeUnfinished(db, origin));
}

/** Under which number it is found; null: there is none of this origin. */
export async function numberOf(ctx: Ctx, origin: string): Promise<number | null> {
	return (await store.byOrigin(ctx.db, origin))?.number ?? null;
}

/** When it was changed last; null: there is none of this origin. */
export async function changedAt(ctx: Ctx, origin: string): Promise<string | null> {
	return (await store.byOrigin(ctx.db, origin))?.changedAt ?? null;
}

async function establish(ctx: Ctx, head: ConversationHead): Promise<{ id: string; known: boolean }> {
	return transaction(ctx, async (ctx) => {
		const former = await store.byOrigin(ctx.db, head.origin);
		if (former) return { id: former.id, known: former.importedAt !== null };
		const [id, number] = [newId(), await nextNumber(ctx, 'conversation')];
		await store.begin(ctx.db, { ...head, id, number, changedAt: ctx.now });
		return { id, known: false };
	});
}

async function settle(ctx: Ctx, id: string, figures: string): Promise<void> {
	await transaction(ctx, async (ctx) => {
		await store.finish(ctx.db, id, { now: ctx.now, figures });
		await record(ctx, { verb: 'conversation.imported', subjectId: id });
	});
}

/** Takes a conversation away, with everything that was taken over. NotFound: there is none of this origin. */
export async function remove(ctx: Ctx, origin: string): Promise<void> {
	await transaction(ctx, async (ctx) => {
		const { id } = found(await store.byOrigin(ctx.db, origin), 'conversation');
		await store.remove(ctx.db, id);
		await record(ctx, { verb: 'conversation.removed', subjectId: id });
	});
}

async function takeStatements(ctx: Ctx, conversationId: string, from: Export): Promise<Compared> {
	const compared = await compare(ctx, conversationId, from);
	const at = (takenOut: boolean) => (takenOut ? ctx.now : null);
	const fresh = numbered(compared).map(({ id, number, body, takenOut }) => {
		return { conversationId, number, originId: id, body, takenOutAt: at(takenOut) };
	});
	for (let from = 0; from < fresh.length; from += AT_ONCE)
		await said.addStatements(ctx.db, fresh.slice(from, from + AT_ONCE));
	for (const { one, number } of compared.moved) {
		await said.setTakenOut(ctx.db, conversationId, number, at(one.takenOut));
		await said.giveWords(ctx.db, conversationId, number, one.body);
	}
	for (const { originId, number } of fresh) compared.numbers.set(originId, number);
	return compared;
}

async function takePeople(ctx: Ctx, id: string, batch: Batch, numbers: ReadonlyMap<string, number>): Promise<Sorted> {
	const people = await sorted(ctx, id, batch, numbers);
	await said.putPeople(ctx.db, [...people.fresh, ...people.changed]);
	return people;
}
