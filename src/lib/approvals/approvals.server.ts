import { z } from 'zod';
import * as people from '../people/people.server.ts';
import { signedIn, type Ctx } from '../server/ctx.ts';
import type { Instant } from '../time.ts';
import { transaction } from '../server/db/transaction.ts';
import { latestOf, record } from '../server/journal/journal.server.ts';
import { enqueue } from '../server/mail/outbox.server.ts';
import { staffName } from '../texts/names.ts';
import { inGerman } from '../texts/current.ts';
import { fill, t } from '../texts/texts.ts';
import { obey, Stale } from '../verdict.ts';
import { APPROVERS, changedParts, mayApproveKind, type ApprovalSubject, type State } from './approval.ts';
import * as store from './store.server.ts';

interface Approval {
	personId: string;
	name: string;
	at: Instant;
	mine: boolean;
}

/** One that counts no more. */
export interface FallenApproval extends Approval {
	/** `role`: who gave it no longer holds the role, or was blocked since. */
	because: 'changed' | 'role';
	/** Names of the parts that changed; empty when that cannot be told. */
	changed: string[];
}

export interface ApprovalStanding {
	/** Given to exactly this state, by people who hold the role now and did when they gave it. */
	given: Approval[];
	fallen: FallenApproval[];
	/** When those who may approve were asked to read exactly this state; null: they were not. */
	askedAt: Instant | null;
	/** How many others may approve at all. */
	others: number;
}

const Parts = z.record(z.string(), z.string());

type Row = Awaited<ReturnType<typeof store.of>>[number];

const holdsStill = ({ at, heldSince, blockedAt, unblockedAt }: Row) =>
	heldSince !== null && heldSince <= at && blockedAt === null && (unblockedAt === null || unblockedAt < at);

/** How far this state is approved. Inside a transaction it is what the verb decides by. */
export async function standing(ctx: Ctx, subject: ApprovalSubject, state: State): Promise<ApprovalStanding> {
	const given: Approval[] = [];
	const fallen: FallenApproval[] = [];
	for (const row of await store.of(ctx.db, subject.kind, subject.id, APPROVERS[subject.kind])) {
		const { personId, name, at, digest } = row;
		const approval = { personId, name: staffName(name), at, mine: personId === ctx.person?.id };
		const before = Parts.parse(JSON.parse(row.parts));
		const known = Object.keys(before).length > 0;
		if (!holdsStill(row)) fallen.push({ ...approval, because: 'role', changed: [] });
		else if (digest === state.digest) given.push(approval);
		else fallen.push({ ...approval, because: 'changed', changed: known ? changedParts(before, state.parts) : [] });
	}
	const others = (await people.withRoles(ctx, APPROVERS[subject.kind])).filter(({ id }) => id !== ctx.person?.id);
	return { given, fallen, askedAt: await askedAt(ctx, subject, state), others: others.length };
}

/** Whether anybody has ever approved it or been asked to: if not, nobody needs to reckon what would go out. */
export async function isTouched(ctx: Ctx, { kind, id }: Pick<ApprovalSubject, 'kind' | 'id'>): Promise<boolean> {
	return (await store.any(ctx.db, kind, id)) || (await latestOf(ctx, id, `${kind}.ready`)) !== null;
}

async function askedAt(ctx: Ctx, { kind, id }: ApprovalSubject, { digest }: State): Promise<Instant | null> {
	const asked = await latestOf(ctx, id, `${kind}.ready`);
	return asked?.details.state === digest ? asked.at : null;
}

/** Something that waits for the hand of somebody who may approve. */
export interface Waiting {
	subject: ApprovalSubject;
	/** `approval`: somebody asked, nobody has agreed; `publish`: agreed, and another person has to let it out. */
	for: 'approval' | 'publish';
	since: Instant;
}

/** For the overview: whether it is the turn of the one who looks. */
export async function waitingFor(ctx: Ctx, subject: ApprovalSubject, state: State): Promise<Waiting[]> {
	if (!mayApproveKind(ctx.person, subject.kind).ok || !(await isTouched(ctx, subject))) return [];
	const { given, askedAt } = await standing(ctx, subject, state);
	const other = given.find((one) => !one.mine);
	if (other) return [{ subject, for: 'publish', since: other.at }];
	return askedAt === null || given.length > 0 ? [] : [{ subject, for: 'approval', since: askedAt }];
}

/** Tells everybody who may approve that it is ready to be read. Once for each state of it. The caller asks who may ask. */
export async function ask(ctx: Ctx, subject: ApprovalSubject, state: State): Promise<void> {
	await transaction(ctx, async (ctx) => {
		if ((await askedAt(ctx, subject, state)) !== null) return;
		await happened(ctx, subject, 'ready', state);
		await write(ctx, subject, 'ready');
	});
}

/**
 * Agrees to exactly this state; `seen` is the digest that was on the screen. Stale: something has changed since it was
 * read. Call it inside `transaction`, with the state read there. Twice is once.
 */
export async function give(ctx: Ctx, subject: ApprovalSubject, state: State, seen: string): Promise<void> {
	await transaction(ctx, async (ctx) => {
		obey(mayApproveKind(ctx.person, subject.kind));
		const person = signedIn(ctx);
		if (seen !== state.digest) throw new Stale(subject.kind);
		const { given } = await standing(ctx, subject, state);
		if (given.some((one) => one.mine)) return;
		const { kind, id: subjectId } = subject;
		const parts = JSON.stringify(state.parts);
		await store.put(ctx.db, { kind, subjectId, personId: person.id, digest: state.digest, parts }, ctx.now);
		await happened(ctx, subject, 'approved', state);
		await write(ctx, subject, 'approved');
	});
}

/** Takes one's own approval back. Nothing given: nothing happens. */
export async function takeBack(ctx: Ctx, subject: ApprovalSubject): Promise<void> {
	await transaction(ctx, async (ctx) => {
		const { id } = signedIn(ctx);
		if (!(await store.remove(ctx.db, subject.kind, subject.id, id))) return;
		await record(ctx, { ...entry(subject), verb: `${subject.kind}.approvalTakenBack` });
	});
}

function entry({ id, consultationId, number }: ApprovalSubject, more: Record<string, string> = {}) {
	const details: Record<string, string | number> = number === null ? more : { number, ...more };
	return { subjectId: id, consultationId, details };
}

async function happened(ctx: Ctx, subject: ApprovalSubject, what: 'ready' | 'approved', { digest }: State) {
	await record(ctx, { ...entry(subject, { state: digest }), verb: `${subject.kind}.${what}` });
}

function mailOf(ctx: Ctx, subject: ApprovalSubject, what: 'ready' | 'approved') {
	const words = t.approvals;
	const named = fill(words.named[subject.kind], { number: subject.number ?? '', title: subject.title });
	const facts = { what: named, title: subject.title, link: `${ctx.app.config.origin}${subject.path}` };
	const { subject: line, body } = words.mails[what];
	return { subject: fill(line, facts), body: fill(body, facts) };
}

/** To everybody who may approve, except the one who acts. */
async function write(ctx: Ctx, subject: ApprovalSubject, what: 'ready' | 'approved'): Promise<void> {
	const mail = inGerman(() => mailOf(ctx, subject, what));
	const addresses = new Set<string>();
	for (const role of APPROVERS[subject.kind]) {
		for (const to of await people.emailsOf(ctx, role, ctx.person?.id)) addresses.add(to);
	}
	for (const to of addresses) await enqueue(ctx, { to, ...mail });
}
