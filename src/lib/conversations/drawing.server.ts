import { analyse } from '../opinion/analysis.ts';
import { Collecting } from '../opinion/polis/collectVotes.ts';
import { EVERY, Figures, LandscapeText } from '../opinion/landscape/landscape.ts';
import { drawUnsuppressed } from '../opinion/landscape/drawUnsuppressed.ts';
import { inputDigest, sha256OfParts } from '../opinion/opinion.server.ts';
import type { Ctx } from '../server/ctx.ts';
import { transaction } from '../server/db/transaction.ts';
import { record } from '../server/journal/journal.server.ts';
import * as said from './votes.store.server.ts';
import * as store from './store.server.ts';
import { VotesText } from './votes.ts';
import { elapsed } from '../time.ts';

/** People read at once. */
const PART = 2_000;

type Waiting = Awaited<ReturnType<typeof store.undrawn>>[number];

/**
 * A chore: draws the picture of every conversation that was taken over or has changed, each at most once a day, as with
 * our own. Returns how many. The computing is done outside the transaction.
 */
export async function drawConversations(ctx: Ctx): Promise<number> {
	let drawn = 0;
	for (const one of await store.undrawn(ctx.db)) {
		if (one.drawnAt && elapsed(one.drawnAt, ctx.now) < EVERY) continue;
		await drawOne(ctx, one);
		drawn++;
	}
	return drawn;
}

async function drawOne(ctx: Ctx, { id, number, title, changedAt }: Waiting): Promise<void> {
	const statements = await said.statements(ctx.db, id);
	const out = new Set(statements.flatMap((one) => (one.takenOutAt === null ? [] : [String(one.number)])));
	const readable = statements.filter((one) => one.takenOutAt === null && one.body !== '');
	const matrix = (await collect(ctx, id, statements)).matrix((statement) => out.has(statement));
	const before = await store.landscapeOf(ctx.db, id);
	const figures = await store.figuresOf(ctx.db, id);
	const ground = {
		matrix,
		points: new Map(readable.map((one) => [String(one.number), { number: one.number, title: one.body }])),
		former: before === null ? null : LandscapeText.parse(JSON.parse(before)),
		figures: figures === null ? null : Figures.parse(JSON.parse(figures))
	};
	const head = { number, at: ctx.now, consultation: title, input: inputDigest(matrix) };
	const drawn = drawUnsuppressed(analyse(matrix), ground, head);
	const landscape = drawn && JSON.stringify(drawn);
	await transaction(ctx, async (ctx) => {
		const digest = landscape && sha256OfParts(landscape);
		await store.putLandscape(ctx.db, id, { drawnAt: ctx.now, drawnFor: changedAt, landscape, digest });
		await record(ctx, { verb: 'conversation.drawn', subjectId: id });
	});
}

async function collect(ctx: Ctx, id: string, statements: readonly { number: number }[]): Promise<Collecting> {
	const collecting = new Collecting();
	for (const { number } of statements) collecting.statement(String(number));
	let rows = await said.peopleAfter(ctx.db, id, '', PART);
	while (rows.length > 0) {
		for (const { originId, votes } of rows) {
			const person = collecting.participant(originId);
			for (const [number, vote] of VotesText.parse(JSON.parse(votes)))
				collecting.add(person, collecting.statement(String(number)), vote);
		}
		rows = await said.peopleAfter(ctx.db, id, rows.at(-1)?.originId ?? '', PART);
	}
	return collecting;
}
