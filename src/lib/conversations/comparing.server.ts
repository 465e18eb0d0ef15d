import type { Ctx } from '../server/ctx.ts';
import type { RefusedLine } from '../opinion/polis/exportLine.ts';
import type { Export } from '../opinion/polis/polis.ts';
import type { ReadStatement } from '../opinion/polis/statementLines.ts';
import type { Taken } from './conversation.ts';
import * as said from './votes.store.server.ts';
import { votesText } from './votes.ts';

/** People in one transaction: few enough for others to write in between. */
export const AT_ONCE = 200;

export interface Compared {
	/** Numbers of the statements, by their ids there. */
	numbers: Map<string, number>;
	fresh: ReadStatement[];
	/** Those that were taken out there since, or put back, or have got words. */
	moved: { one: ReadStatement; number: number }[];
	refused: RefusedLine[];
}

/** What of this export is new here, and what is here under other words. `id` empty: nothing is here yet. */
export async function compare(ctx: Ctx, id: string, from: Export): Promise<Compared> {
	const rows = await said.statements(ctx.db, id);
	const known = new Map(rows.map((row) => [row.originId, row]));
	const all = [...from.statements.values()];
	const here = all.flatMap((one) => {
		const row = known.get(one.id);
		return row ? [{ one, row }] : [];
	});
	return {
		numbers: new Map(rows.map(({ originId, number }) => [originId, number])),
		fresh: all.filter((one) => !known.has(one.id)),
		moved: here.flatMap(({ one, row }) => (isAsItWas(one, row) ? [] : [{ one, number: row.number }])),
		refused: here
			.filter(({ one, row }) => one.body !== row.body && one.body !== '' && row.body !== '')
			.map(({ one }) => ({ file: 'comments.csv', line: one.line, problem: 'otherWords' }))
	};
}

/** comments.csv of today says nothing new about it. */
function isAsItWas(one: ReadStatement, row: { body: string; takenOutAt: string | null }): boolean {
	return one.line === 0 || (one.takenOut === (row.takenOutAt !== null) && (row.body !== '' || one.body === ''));
}

/** New statements get the next numbers. */
export const numbered = ({ fresh, numbers }: Compared) =>
	fresh.map((one, place) => ({ ...one, number: Math.max(0, ...numbers.values()) + 1 + place }));

export type Batch = readonly (readonly [person: string, votes: ReadonlyMap<string, number>])[];

export function batches({ people }: Export): Batch[] {
	const all = [...people];
	return Array.from({ length: Math.ceil(all.length / AT_ONCE) }, (_, n) => all.slice(n * AT_ONCE, (n + 1) * AT_ONCE));
}

/** Who is new, who votes otherwise than before, and how many are as they were. */
export async function sorted(ctx: Ctx, conversationId: string, batch: Batch, numbers: ReadonlyMap<string, number>) {
	const rows = await said.votesOf(
		ctx.db,
		conversationId,
		batch.map(([person]) => person)
	);
	const before = new Map(rows.map(({ originId, votes }) => [originId, votes]));
	const now = batch.map(([originId, votes]) => ({ conversationId, originId, votes: votesText(votes, numbers) }));
	const fresh = now.filter(({ originId }) => !before.has(originId));
	const changed = now.filter(({ originId, votes }) => before.has(originId) && before.get(originId) !== votes);
	return { fresh, changed, known: now.length - fresh.length - changed.length };
}

export type Sorted = Awaited<ReturnType<typeof sorted>>;

export function count(people: Taken['people'], { fresh, changed, known }: Sorted): void {
	people.fresh += fresh.length;
	people.changed += changed.length;
	people.known += known;
}

export function told(known: boolean, from: Export, { fresh, refused }: Compared, people: Taken['people']): Taken {
	return {
		known,
		statements: { fresh: fresh.length, known: from.statements.size - fresh.length },
		people,
		votes: from.figures.votes,
		refused: [...from.refused, ...refused],
		notes: from.notes
	};
}
