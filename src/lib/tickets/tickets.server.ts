import { randomInt } from 'node:crypto';
import { z } from 'zod';
import { makeCode, showCode } from '../people/cards/cardCode.ts';
import * as people from '../people/people.server.ts';
import { signedIn, type Ctx } from '../server/ctx.ts';
import { isNumber, nextNumber } from '../server/db/counters.ts';
import { transaction } from '../server/db/transaction.ts';
import { record } from '../server/journal/journal.server.ts';
import { enqueue } from '../server/mail/outbox.server.ts';
import { fill, t } from '../texts/texts.ts';
import { found, obey, Refused } from '../verdict.ts';
import { withWords } from '../wording/wording.server.ts';
import * as store from './store.server.ts';
import {
	dueAt,
	isOverdue,
	KINDS,
	mayAnswerTickets,
	mayFile,
	mayReply,
	stateOf,
	WAYS,
	type Kind,
	type ReplyInput,
	type State,
	type TicketInput,
	type Way
} from './ticket.ts';

export { dropOld, remind } from './chores.server.ts';

const KindName = z.enum(KINDS);
const WayName = z.enum(WAYS);

/** For the form: when it was opened, so that nobody can make up the moment. */
export function opening(ctx: Ctx): string {
	return ctx.app.keys.seal(ctx.now);
}

function openedAt(ctx: Ctx, sealed: string): string | null {
	try {
		const instant = ctx.app.keys.open(sealed);
		return Number.isNaN(Date.parse(instant)) ? null : instant;
	} catch {
		return null;
	}
}

/**
 * Takes a report from anybody and tells the team. Returns its number and, once, the code with which its answer is read.
 * The same form sent twice is one ticket. Refused: looksLikeMachine, tooFast.
 */
export async function file(ctx: Ctx, kind: Kind, form: TicketInput): Promise<{ number: number; code: string | null }> {
	obey(mayFile({ openedAt: openedAt(ctx, form.opened), now: ctx.now, website: form.website }));
	const code = makeCode(randomInt);
	return transaction(ctx, async (ctx) => {
		const known = await store.byId(ctx.db, form.id);
		if (known) return { number: known.number, code: null };
		const number = await nextNumber(ctx, 'ticket');
		const { id, page, body, way, contact } = form;
		await store.add(ctx.db, {
			...{ id, number, kind, page, body, way, filedAt: ctx.now, codeHash: ctx.app.keys.digest('card', `t${code}`) },
			contact: way === 'code' ? null : ctx.app.keys.seal(contact),
			...{ interim: null, interimAt: null, answer: null, answeredAt: null, answeredBy: null, remindedAt: null }
		});
		await record(ctx, { verb: 'ticket.filed', subjectId: id, details: { number, kind } });
		// Whatever language somebody reads in who reports: the team reads German.
		await withWords({ ...ctx, locale: 'de', audience: 'team' }, () => tellTeam(ctx, number, kind));
		return { number, code: showCode(code) };
	});
}

async function tellTeam(ctx: Ctx, number: number, kind: Kind): Promise<void> {
	const { subject, body } = t.tickets.mail.filed;
	const link = `${ctx.app.config.origin}/werkstatt/meldungen/${number}`;
	const facts = { number, kind: t.tickets.kinds[kind], link };
	for (const to of await people.emailsOf(ctx, kind === 'barrier' ? 'admin' : 'moderator')) {
		await enqueue(ctx, { to, subject: fill(subject, facts), body: fill(body, facts) });
	}
}

export interface Ticket {
	number: number;
	kind: Kind;
	page: string;
	body: string;
	filedAt: string;
	interim: string | null;
	answer: string | null;
	answeredAt: string | null;
	state: State;
	dueAt: string | null;
	overdue: boolean;
}

function read(ctx: Ctx, row: store.TicketRow): Ticket {
	const { number, page, body, filedAt, interim, answer, answeredAt } = row;
	const due = { state: stateOf(row), dueAt: dueAt(row), overdue: isOverdue(row, ctx.now) };
	return { number, kind: KindName.parse(row.kind), page, body, filedAt, interim, answer, answeredAt, ...due };
}

/** For whoever has the code, on any device. Refused: ticketUnknown. */
export async function withCode(ctx: Ctx, code: string): Promise<Ticket> {
	const row = await store.byHash(ctx.db, ctx.app.keys.digest('card', `t${code}`));
	if (!row) throw new Refused('ticketUnknown');
	return read(ctx, row);
}

export const PAGE = 25;

/** What waits for an answer, oldest first. `after`: number of the last one before. */
export async function open(ctx: Ctx, after: number | null): Promise<{ tickets: Ticket[]; next: number | null }> {
	obey(mayAnswerTickets(ctx.person));
	const last = after !== null && isNumber(after) ? await store.byNumber(ctx.db, after) : undefined;
	const rows = await store.open(ctx.db, last ?? null, PAGE + 1);
	const tickets = rows.slice(0, PAGE).map((row) => read(ctx, row));
	return { tickets, next: rows.length > PAGE ? (tickets.at(-1)?.number ?? null) : null };
}

export async function countOpen(ctx: Ctx): Promise<number> {
	return store.countOpen(ctx.db);
}

/** The latest answered ones. */
export async function recent(ctx: Ctx): Promise<Ticket[]> {
	obey(mayAnswerTickets(ctx.person));
	return (await store.answered(ctx.db, 10)).map((row) => read(ctx, row));
}

/** One ticket with how its author wants to be reached. */
export async function desk(ctx: Ctx, number: number): Promise<Ticket & { way: Way; contact: string | null }> {
	obey(mayAnswerTickets(ctx.person));
	const row = found(isNumber(number) ? await store.byNumber(ctx.db, number) : null, 'ticket');
	const contact = row.contact === null ? null : ctx.app.keys.open(row.contact);
	return { ...read(ctx, row), way: WayName.parse(row.way), contact };
}

/** Word that it takes longer, or the answer. Refused: ticketAnswered, interimSent. */
export async function reply(ctx: Ctx, number: number, form: ReplyInput): Promise<void> {
	await transaction(ctx, async (ctx) => {
		obey(mayAnswerTickets(ctx.person));
		const person = signedIn(ctx);
		const row = found(isNumber(number) ? await store.byNumber(ctx.db, number) : null, 'ticket');
		obey(mayReply(person, stateOf(row), form.deed));
		// Whoever gets word gets a new date: if that passes, the team is reminded again.
		if (form.deed === 'interim')
			await store.change(ctx.db, row.id, { interim: form.interim, interimAt: ctx.now, remindedAt: null });
		else await store.change(ctx.db, row.id, { answer: form.answer, answeredAt: ctx.now, answeredBy: person.id });
		const verb = form.deed === 'interim' ? 'ticket.delayed' : 'ticket.answered';
		await record(ctx, { verb, subjectId: row.id, details: { number } });
	});
}
