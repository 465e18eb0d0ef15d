import { randomBytes } from 'node:crypto';
import { stateOf, type ApprovalSubject, type State } from '../approvals/approval.ts';
import * as approvals from '../approvals/approvals.server.ts';
import { digestOf } from '../canonical.ts';
import { signedIn, type Ctx } from '../server/ctx.ts';
import { evenWhenClosed } from '../server/db/closure.ts';
import { transaction } from '../server/db/transaction.ts';
import { record } from '../server/journal/journal.server.ts';
import { inGerman } from '../texts/current.ts';
import { fill, t } from '../texts/texts.ts';
import { found, obey, Refused, Stale, type Verdict } from '../verdict.ts';
import * as rules from './addendum.ts';
import { blackening, standsIn } from './removal/blacken.ts';
import * as fields from './passages.store.server.ts';
import { readAddendum } from './reading.server.ts';
import * as store from './store.server.ts';
import * as things from './things.server.ts';

/** An addendum before it goes out: proposed by one person, approved by another in exactly this state. */

export interface Draft {
	id: string;
	consultationId: string;
	target: rules.Thing;
	facts: rules.DraftFacts;
	reason: string;
	createdAt: string;
}

function read(row: store.DraftRow): Draft {
	const { id, consultationId, targetNumber: number, facts, reason, createdAt } = row;
	const kind = rules.ThingName.parse(row.targetKind);
	return {
		...{ id, consultationId, reason, createdAt, target: { kind, number } },
		facts: rules.DraftFacts.parse(JSON.parse(facts))
	};
}

/** Newest first. Refused: publisherOnly. */
export async function drafts(ctx: Ctx): Promise<Draft[]> {
	obey(rules.mayAddend(ctx.person));
	return (await store.drafts(ctx.db)).map(read);
}

export async function draft(ctx: Ctx, id: string): Promise<Draft> {
	obey(rules.mayAddend(ctx.person));
	return read(found(await store.draft(ctx.db, id), 'addendum'));
}

/** Whether this may be carried out now, whoever has approved it. */
export async function mayCarryOut(ctx: Ctx, { id, target, facts, reason }: Draft): Promise<Verdict> {
	const thing = await things.published(ctx, target);
	const { person } = ctx;
	if (facts.kind === 'correction') {
		const { text: now, max } = thing.passages.find(({ key }) => key === facts.place) ?? { text: null, max: 0 };
		const withdrawn = thing.withdrawnAt !== null;
		return rules.mayCorrect({ person, now, old: facts.old, text: facts.new, max, withdrawn });
	}
	if (facts.kind === 'removal') {
		const said = `${reason}\n${facts.order}`;
		const toldInReason = facts.passages.some((passage) => standsIn(passage, said));
		return rules.mayRemove({ person, missing: await missing(ctx, facts.passages, id), toldInReason });
	}
	if (facts.kind === 'restoration') return mayRestore(ctx, facts.removal);
	const all = target.kind === 'version' ? [] : await things.standing(ctx, target.kind);
	const successor = facts.successor && {
		number: facts.successor,
		standing: all.some(({ number }) => number === facts.successor)
	};
	return rules.mayWithdraw({ person, thing, successor: successor || null });
}

/** The first passage that stands nowhere, or null. */
async function missing(ctx: Ctx, passages: readonly string[], id: string): Promise<string | null> {
	for (const passage of passages) {
		const cells = await fields.fieldsWith(ctx.db, [passage], blackening([passage]), id);
		if (cells.length === 0) return passage;
	}
	return null;
}

async function mayRestore(ctx: Ctx, number: number): Promise<Verdict> {
	const { states } = await readAddendum(ctx, number);
	const sealed = await store.sealed(ctx.db, number);
	const now = await things.states(ctx);
	// Where a text is not as the removal left it, something later has changed it.
	const overtaken = states.some((one) => now.get(things.stateName(one))?.digest !== one.after);
	return rules.mayRestore({ person: ctx.person, sealedUntil: sealed?.until ?? null, now: ctx.now, overtaken });
}

async function propose(
	ctx: Ctx,
	id: string,
	target: rules.Thing,
	wanted: { facts: rules.DraftFacts; reason: string; seen?: string }
): Promise<string> {
	return transaction(evenWhenClosed(ctx), async (ctx) => {
		obey(rules.mayAddend(ctx.person));
		// Sent twice, it is one.
		if (await store.draft(ctx.db, id)) return id;
		const { consultationId } = await things.published(ctx, target);
		const { facts, reason } = wanted;
		const made: Draft = { id, consultationId, target, facts, reason, createdAt: ctx.now };
		obey(await mayCarryOut(ctx, made));
		await store.addDraft(ctx.db, {
			...{ id, consultationId, kind: facts.kind, targetKind: target.kind, targetNumber: target.number },
			...{ facts: JSON.stringify(facts), reason, createdAt: ctx.now, createdBy: signedIn(ctx).id }
		});
		await note(ctx, made, 'addendum.drafted');
		return id;
	});
}

async function note(ctx: Ctx, { id, consultationId, facts }: Draft, verb: 'addendum.drafted' | 'addendum.discarded') {
	await record(ctx, { verb, subjectId: id, consultationId, details: { kind: facts.kind } });
}

/** Stale: the passage is not what was on the screen. */
export async function proposeCorrection(ctx: Ctx, form: rules.CorrectionInput): Promise<string> {
	obey(rules.mayAddend(ctx.person));
	const { id, kind, number, place, seen, text, reason } = form;
	const { passages } = await things.published(ctx, { kind, number });
	const { text: old } = found(
		passages.find(({ key }) => key === place),
		'passage'
	);
	if (digestOf(old) !== seen) throw new Stale('passage');
	return propose(ctx, id, { kind, number }, { facts: { kind: 'correction', place, old, new: text }, reason });
}

export async function proposeRemoval(ctx: Ctx, form: rules.RemovalInput): Promise<string> {
	const { id, kind, number, passages, days, order, reason } = form;
	const salt = randomBytes(32).toString('hex');
	const facts = { kind: 'removal', passages, days: Number(days), order, salt } as const;
	return propose(ctx, id, { kind, number }, { facts, reason });
}

export async function proposeWithdrawal(ctx: Ctx, form: rules.WithdrawalInput): Promise<string> {
	const { id, kind, number, successor, reason } = form;
	const facts = { kind: 'withdrawal', successor: successor === '' ? null : successor } as const;
	return propose(ctx, id, { kind, number }, { facts, reason });
}

export async function proposeRestoration(ctx: Ctx, { id, removal, reason }: rules.RestorationInput): Promise<string> {
	obey(rules.mayAddend(ctx.person));
	const { kind, target } = await readAddendum(ctx, removal);
	if (kind !== 'removal') throw new Refused('restorationGone');
	return propose(ctx, id, target, { facts: { kind: 'restoration', removal }, reason });
}

/** It never was. Not there any more: nothing happens. */
export async function discard(ctx: Ctx, id: string): Promise<void> {
	await transaction(evenWhenClosed(ctx), async (ctx) => {
		const made = await draft(ctx, id);
		await store.dropDraft(ctx.db, id);
		await note(ctx, made, 'addendum.discarded');
	});
}

function subjectOf({ id, consultationId, target }: Draft): ApprovalSubject {
	const title = inGerman(() => fill(t.corrections.things[target.kind], { number: target.number }));
	return { kind: 'addendum', id, consultationId, number: null, title, path: `/werkstatt/berichtigungen/${id}` };
}

/** Everything that would go out, and everything it would go out over. */
export async function approvalState(ctx: Ctx, made: Draft): Promise<State> {
	const { target, facts, reason } = made;
	const { passages } = await things.published(ctx, target);
	const before = passages.map(({ key, text }) => [key, text]);
	const previous = (await store.all(ctx.db)).at(-1)?.digest ?? null;
	const places = facts.kind === 'removal' ? await blackenedBy(ctx, made) : before;
	return stateOf({ text: { target, facts, reason }, places, previous });
}

/** Where a removal would black something out, as far as that is published. */
export async function blackenedBy(ctx: Ctx, { id, facts }: Draft): Promise<{ table: string; times: number }[]> {
	if (facts.kind !== 'removal') return [];
	const cells = await fields.fieldsWith(ctx.db, facts.passages, blackening(facts.passages), id);
	const tables = [...new Set(cells.map(({ table }) => table))].filter(
		(table) => table !== 'journal' && table !== 'outbox'
	);
	return tables.map((table) => ({ table, times: cells.filter((one) => one.table === table).length }));
}

export async function approvalsOf(ctx: Ctx, made: Draft): Promise<approvals.ApprovalStanding> {
	return approvals.standing(ctx, subjectOf(made), await approvalState(ctx, made));
}

/** Tells everybody who may approve that it is ready to be read. */
export async function ask(ctx: Ctx, id: string): Promise<void> {
	await transaction(evenWhenClosed(ctx), async (ctx) => {
		const made = await draft(ctx, id);
		obey(await mayCarryOut(ctx, made));
		await approvals.ask(ctx, subjectOf(made), await approvalState(ctx, made));
	});
}

/** Agrees to exactly this state. Stale: something has changed since it was read. Refused: slipUnticked. */
export async function approve(ctx: Ctx, id: string, { state, same }: { state: string; same?: string | undefined }) {
	await transaction(evenWhenClosed(ctx), async (ctx) => {
		const made = await draft(ctx, id);
		obey(await mayCarryOut(ctx, made));
		if (made.facts.kind === 'correction' && same !== 'yes') throw new Refused('slipUnticked');
		await approvals.give(ctx, subjectOf(made), await approvalState(ctx, made), state);
	});
}

export async function takeApprovalBack(ctx: Ctx, id: string): Promise<void> {
	await transaction(evenWhenClosed(ctx), async (ctx) => approvals.takeBack(ctx, subjectOf(await draft(ctx, id))));
}

/** Drafts that wait for the hand of the one who looks. */
export async function waiting(ctx: Ctx): Promise<approvals.Waiting[]> {
	if (!rules.mayAddend(ctx.person).ok) return [];
	const turns: approvals.Waiting[] = [];
	for (const made of await drafts(ctx))
		turns.push(...(await approvals.waitingFor(ctx, subjectOf(made), await approvalState(ctx, made))));
	return turns;
}
