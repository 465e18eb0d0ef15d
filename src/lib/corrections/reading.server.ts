import type { Ctx } from '../server/ctx.ts';
import { isNumber } from '../server/db/counters.ts';
import { found } from '../verdict.ts';
import { FrozenAddendum, type Thing } from './addendum.ts';
import { pointOf } from './place.ts';
import * as store from './store.server.ts';

export type Addendum = FrozenAddendum & {
	/** Of its text as it was published. */
	digest: string;
	/** Until when what it took out can be put back; null: not any more, or it took nothing out. */
	sealedUntil: string | null;
};

/** Everything that was ever added, newest first. */
export async function addenda(ctx: Ctx): Promise<Addendum[]> {
	const seals = new Map((await store.allSealed(ctx.db)).map(({ addendum, until }) => [addendum, until]));
	return (await store.all(ctx.db))
		.map(({ frozen, digest, number }) => ({
			...FrozenAddendum.parse(JSON.parse(frozen)),
			...{ digest, sealedUntil: seals.get(number) ?? null }
		}))
		.reverse();
}

export async function readAddendum(ctx: Ctx, number: number): Promise<Addendum> {
	return found(
		(await addenda(ctx)).find((one) => one.number === number),
		'addendum'
	);
}

/** The text that the digest of an addendum is of, byte for byte. */
export async function frozenText(ctx: Ctx, number: number): Promise<string> {
	const rows = isNumber(number) ? await store.all(ctx.db) : [];
	return found(rows.find((row) => row.number === number)?.frozen, 'addendum');
}

/** Every addendum as the text its digest is of, oldest first. */
export async function frozenTexts(ctx: Ctx): Promise<store.AddendumRow[]> {
	return store.all(ctx.db);
}

const about = (one: Addendum, { kind, number }: Thing) =>
	(one.target.kind === kind && one.target.number === number) ||
	one.states.some(({ of }) => of.kind === kind && of.number === number);

/** Those that changed what is published here, oldest first. */
export async function addendaOn(ctx: Ctx, thing: Thing): Promise<Addendum[]> {
	return (await addenda(ctx)).filter((one) => about(one, thing)).reverse();
}

/** Those about one point, in any version. */
export async function addendaOnPoint(ctx: Ctx, number: number): Promise<Addendum[]> {
	const all = (await addenda(ctx)).filter(({ correction }) => correction && pointOf(correction.place) === number);
	return all.reverse();
}
