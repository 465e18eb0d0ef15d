import { z } from 'zod';
import { csv } from '../csv.ts';
import * as staff from '../people/staff/staff.server.ts';
import type { Ctx } from '../server/ctx.ts';
import { t } from '../texts/texts.ts';
import { obey } from '../verdict.ts';
import { detailsOf, mayReadAudit, sentenceOf, spanOf, type AuditAsk } from './audit.ts';
import * as store from './store.server.ts';

export interface AuditEntry {
	id: string;
	at: string;
	/** null: by a command, where nobody is signed in. */
	who: string | null;
	verb: string;
	what: string;
	/** Whom of the staff it was done to, and the facts that were kept. */
	about: string;
}

const PAGE = 50;
/** More than a spreadsheet is opened for; the newest of them. */
const MOST_ROWS = 50_000;

const Details = z.record(z.string(), z.unknown());

async function read(ctx: Ctx, ask: AuditAsk, limit: number): Promise<AuditEntry[]> {
	obey(mayReadAudit(ctx.person));
	const subject = { aboutId: ask.wen ?? null, number: ask.nummer ?? null };
	const wanted = { ...subject, personId: ask.wer ?? null, noun: ask.was ?? null, before: ask.vor ?? null, limit };
	return (await store.entries(ctx.db, { ...wanted, ...spanOf(ask) })).map(({ details, about, ...row }) => {
		const facts = detailsOf(Details.parse(JSON.parse(details)));
		return { ...row, what: sentenceOf(row.verb), about: [about ?? '', facts].filter((one) => one !== '').join(', ') };
	});
}

/** One page; `next` is the id after which the following one begins, or null. */
export async function page(ctx: Ctx, ask: AuditAsk): Promise<{ entries: AuditEntry[]; next: string | null }> {
	const rows = await read(ctx, ask, PAGE + 1);
	const entries = rows.slice(0, PAGE);
	return { entries, next: rows.length > PAGE ? (entries.at(-1)?.id ?? null) : null };
}

/** Everybody one can ask for. */
export async function people(ctx: Ctx): Promise<{ id: string; name: string }[]> {
	return (await staff.all(ctx)).map(({ personId: id, name }) => ({ id, name }));
}

/** The same choice as a table. */
export async function table(ctx: Ctx, ask: AuditAsk): Promise<string> {
	const rows = await read(ctx, { ...ask, vor: undefined }, MOST_ROWS);
	const words = t.audit;
	const cells = rows.map(({ at, who, verb, what, about }) => [at, who ?? words.command, verb, what, about]);
	return csv(words.csvColumns, cells);
}
