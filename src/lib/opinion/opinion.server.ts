import * as consultations from '../consultations/consultations.server.ts';
import { GroupName, type Group } from '../people/person.ts';
import type { Ctx } from '../server/ctx.ts';
import { isNumber, nextNumber, reserve } from '../server/db/counters.ts';
import { together } from '../server/db/together.ts';
import { record } from '../server/journal/journal.server.ts';
import * as strategy from '../strategy/strategy.server.ts';
import { found } from '../verdict.ts';
import * as votes from '../votes/votes.server.ts';
import { analyse, type Analysis } from './analysis.ts';
import { Collecting } from './collecting.ts';
import { draw, type Ground } from './drawing.ts';
import { inputDigest, sha256 } from './input.server.ts';
import { EVERY, LandscapeText, PEOPLE_LEAST, type Landscape } from './landscape.ts';
import type { Matrix } from './matrix.ts';
import * as store from './store.server.ts';

export { inputDigest, sha256 } from './input.server.ts';

/**
 * A chore: draws the landscape of every consultation anew, at most once a day and only when votes have changed. Returns
 * how many were published. The computing is done outside the transaction: it takes seconds.
 */
export async function drawLandscapes(ctx: Ctx): Promise<number> {
	let drawn = 0;
	for (const { id, title } of await consultations.all(ctx)) drawn += (await drawOne(ctx, id, title)) ? 1 : 0;
	return drawn;
}

async function drawOne(ctx: Ctx, consultationId: string, consultation: string): Promise<boolean> {
	const last = await store.newest(ctx.db, consultationId);
	if (last && Date.parse(ctx.now) - Date.parse(last.at) < EVERY) return false;
	const points = await strategy.pointsNow(ctx, consultationId);
	const boxes = await store.newestBoxes(
		ctx.db,
		points.map(({ wordingId }) => wordingId)
	);
	const counts = await store.tallies(
		ctx.db,
		boxes.map(({ id }) => id)
	);
	const tallied = sha256(JSON.stringify(counts));
	const most = Math.max(0, ...boxes.map(({ id }) => votesIn(counts.filter(({ boxId }) => boxId === id))));
	if (tallied === last?.tallied || most < PEOPLE_LEAST) return false;
	const { matrix, declared } = await collect(ctx, boxes);
	const former = last ? LandscapeText.parse(JSON.parse(last.content)) : null;
	const titles = new Map(points.map(({ wordingId, number, title }) => [wordingId, { number, title }]));
	return publish(ctx, { consultationId, consultation, tallied, ground: { matrix, declared, former, points: titles } });
}

function votesIn(counts: readonly { agree: number; pass: number; disagree: number }[]): number {
	return counts.reduce((sum, { agree, pass, disagree }) => sum + agree + pass + disagree, 0);
}

/** Who voted, as the ballots know them: a token in this phase, with the group it declared. */
async function collect(ctx: Ctx, boxes: readonly { id: number; wordingId: string }[]) {
	const collecting = new Collecting();
	const groups = new Map<string, Group>();
	for (const { id, wordingId } of boxes) {
		const statement = collecting.statement(wordingId);
		for (const { voter, choice, group } of await store.ballots(ctx.db, id)) {
			collecting.add(collecting.participant(voter), statement, choice);
			groups.set(voter, GroupName.parse(group));
		}
	}
	const matrix = collecting.matrix();
	return { matrix, declared: matrix.participants.map((voter) => groups.get(voter) ?? 'none') };
}

interface Drawn {
	consultationId: string;
	consultation: string;
	tallied: string;
	ground: Ground;
}

async function publish(ctx: Ctx, { consultationId, consultation, tallied, ground }: Drawn): Promise<boolean> {
	const head = { number: 0, at: ctx.now, consultation, input: inputDigest(ground.matrix) };
	const analysis = analyse(ground.matrix);
	const landscape = draw(analysis, ground, head);
	if (!landscape) return false;
	return together(ctx, async (ctx) => {
		// Another process may have been faster.
		const last = await store.newest(ctx.db, consultationId);
		if (last && Date.parse(ctx.now) - Date.parse(last.at) < EVERY) return false;
		const number = await nextNumber(ctx, 'landscape');
		const content = JSON.stringify({ ...landscape, number });
		await store.add(ctx.db, { number, consultationId, at: ctx.now, tallied, content, digest: sha256(content) });
		await votes.noteExtremity(ctx, byWording(ground.matrix, analysis));
		await record(ctx, { verb: 'landscape.published', subjectId: String(number), consultationId, details: { number } });
		return true;
	});
}

function byWording({ statements }: Matrix, { extremity }: Analysis): Map<string, number> {
	return new Map(statements.map((wording, column) => [wording, extremity[column] ?? 0]));
}

export interface Published {
	landscape: Landscape;
	/** SHA-256 of the file. */
	digest: string;
}

/** The newest landscape, or null: too few people have voted yet. */
export async function newest(ctx: Ctx, consultationId: string): Promise<Published | null> {
	const row = await store.newest(ctx.db, consultationId);
	return row ? { landscape: LandscapeText.parse(JSON.parse(row.content)), digest: row.digest } : null;
}

/** Numbers and days of the newest landscapes, newest first. */
export async function recent(ctx: Ctx, consultationId: string): Promise<{ number: number; at: string }[]> {
	return store.heads(ctx.db, consultationId, 10);
}

/** Everything that was published, oldest first. */
export async function every(ctx: Ctx): Promise<store.LandscapeRow[]> {
	return store.every(ctx.db);
}

/** Puts one back as it was, to the byte. Call it inside `together`. */
export async function restore(ctx: Ctx, consultationId: string, content: string): Promise<void> {
	const { number, at, input } = LandscapeText.parse(JSON.parse(content));
	// Without the ballots nobody can tally anew: what is written there is only ever compared.
	await store.add(ctx.db, { number, consultationId, at, tallied: input, content, digest: sha256(content) });
	await reserve(ctx, 'landscape', number);
}

/** A landscape as it was published, to the byte. NotFound: there is no such number. */
export async function frozenText(ctx: Ctx, number: number): Promise<{ content: string; digest: string }> {
	const row = isNumber(number) ? await store.byNumber(ctx.db, number) : undefined;
	return found(row, 'landscape');
}
