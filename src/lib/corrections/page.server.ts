import type { Ctx } from '../server/ctx.ts';
import { mayAddend, type Thing } from './addendum.ts';
import { pointOf } from './place.ts';
import { addendaOn, addendaOnPoint, type Addendum } from './reading.server.ts';
import { markOf, startHref, thingLink, type AddendumMark } from './shown.ts';

/** What the pages of something published say of its addenda. */
export interface Addended {
	marks: AddendumMark[];
	/** Marks that belong to one point, by its number; they are not among the others. */
	byPoint: Record<number, AddendumMark[]>;
	withdrawn: { at: string; reason: string; successor: { href: string; label: string } | null } | null;
	/** Words are blacked out in the first text, too. */
	blackened: boolean;
	/** Where the one who looks may correct it; null: nowhere. */
	start: string | null;
}

export async function addended(ctx: Ctx, thing: Thing): Promise<Addended> {
	const all = await addendaOn(ctx, thing);
	const placed = all.map((one) => ({ one, point: one.correction && pointOf(one.correction.place) }));
	const byPoint: Addended['byPoint'] = {};
	for (const { one, point } of placed) if (point !== null) byPoint[point] = [...(byPoint[point] ?? []), markOf(one)];
	return {
		marks: placed.filter(({ point }) => point === null).map(({ one }) => markOf(one)),
		byPoint,
		withdrawn: withdrawal(all, thing),
		blackened: all.some(({ states }) =>
			states.some(({ of, text }) => text === 'first' && of.kind === thing.kind && of.number === thing.number)
		),
		start: mayAddend(ctx.person).ok ? startHref(thing) : null
	};
}

function withdrawal(all: readonly Addendum[], thing: Thing): Addended['withdrawn'] {
	const mine = all.filter(({ kind, target }) => kind === 'withdrawal' && target.number === thing.number);
	const [first, last] = [mine[0], mine.at(-1)];
	if (!first || !last) return null;
	const successor = last.successor === null ? null : thingLink({ kind: thing.kind, number: last.successor });
	return { at: first.publishedAt, reason: first.reason, successor };
}

/** Those of a point, in whatever version. */
export async function marksOnPoint(ctx: Ctx, number: number): Promise<AddendumMark[]> {
	return (await addendaOnPoint(ctx, number)).map(markOf);
}
