import * as consultations from '../../consultations/consultations.server.ts';
import type { Ctx } from '../../server/ctx.ts';
import { repeated } from '../../server/db/transaction.ts';
import type { App } from '../../server/app.ts';
import * as strategy from '../../strategy/strategy.server.ts';
import { obey, Stale } from '../../verdict.ts';
import { put, type Change } from './ballots.server.ts';
import { castOpenly } from '../positions/castOpenly.server.ts';
import { ballotsOn, boxFor } from './store.server.ts';
import { mayVoteOn, type Choice } from '../vote.ts';
import { voterFor } from './voterToken.server.ts';

/** More at once keep those waiting who come after them. */
const MOST_AT_ONCE = 100;

interface Vote {
	ctx: Ctx;
	pointNumber: number;
	choice: Choice | null;
	wordingId: string | undefined;
}

interface Waiting extends Vote {
	resolve(): void;
	reject(error: unknown): void;
}

const queues = new WeakMap<App, Waiting[]>();

/**
 * Votes on a point's current wording, changes the vote, or takes it back (`null`). With the wording the person had
 * before her eyes: Stale when the point reads differently by now. An organisation takes its position instead; `seen`: what
 * its form showed of what a colleague may have said. The journal never hears of a vote. Refused:
 * pointDropped, phase…, ballotsSealed, ballotKeyMissing, signInFirst.
 *
 * All votes that wait at the same moment share one transaction, in which the rules are asked and the ballots written
 * once for all (group commit). On PostgreSQL it is not serialisable: several processes would make each other begin again
 * for ever. Instead it holds a lock on every ballot it changes (`begin`, `read`), and no process adds to the tallies
 * of another.
 */
export async function castVote(
	ctx: Ctx,
	pointNumber: number,
	choice: Choice | null,
	wordingId?: string,
	seen?: string
): Promise<void> {
	if (ctx.person?.organisationId) return castOpenly(ctx, { pointNumber, choice, wordingId, seen });
	const vote = { ctx, pointNumber, choice, wordingId };
	if (!ctx.db.isTransaction) return new Promise((resolve, reject) => enqueue({ ...vote, resolve, reject }));
	const [problem] = await castAll(ctx, [vote], 0);
	if (problem) throw problem.error;
}

function enqueue(vote: Waiting): void {
	const { app } = vote.ctx;
	const waiting = queues.get(app);
	if (waiting) {
		waiting.push(vote);
		return;
	}
	const queue = [vote];
	queues.set(app, queue);
	setImmediate(() => void drain(app, queue));
}

async function drain(app: App, queue: Waiting[]): Promise<void> {
	while (queue.length > 0) {
		const votes = queue.splice(0, MOST_AT_ONCE);
		try {
			const problems = await commit(app, votes);
			for (const [n, { resolve, reject }] of votes.entries()) {
				const problem = problems[n];
				if (problem) reject(problem.error);
				else resolve();
			}
		} catch (error) {
			// Nothing of this batch was kept, and nobody is told otherwise.
			for (const { reject } of votes) reject(error);
		}
		// Let the answers go out and new requests come in before the next batch.
		await new Promise((done) => setImmediate(done));
	}
	queues.delete(app);
}

type Problem = { error: unknown } | null;

function commit(app: App, votes: readonly Vote[]): Promise<Problem[]> {
	return repeated(app, 'read committed', async (db) => {
		const [first] = votes;
		if (!first) return [];
		const ctx = { ...first.ctx, db };
		return castAll(ctx, votes, await ballotsOn(ctx).begin(db));
	});
}

/** For each vote what is against it. Whatever is against one of them keeps no other out: nothing is written before. */
async function castAll(ctx: Ctx, votes: readonly Vote[], slot: number): Promise<Problem[]> {
	const changes: Change[] = [];
	const problems: Problem[] = [];
	for (const vote of votes) {
		try {
			changes.push(await changeOf({ ...vote.ctx, db: ctx.db }, vote));
			problems.push(null);
		} catch (error) {
			if (isOfDatabase(error)) throw error;
			problems.push({ error });
		}
	}
	await put(ctx, changes, slot);
	return problems;
}

/** After which the transaction is of no use any more, whoever asked. */
function isOfDatabase(error: unknown): boolean {
	return error instanceof Error && 'code' in error;
}

/** What this vote changes, as far as the rules allow it. */
async function changeOf(ctx: Ctx, { pointNumber, choice, wordingId }: Vote): Promise<Change> {
	const point = await strategy.upForVote(ctx, pointNumber);
	const { phases } = await consultations.byId(ctx, point.consultationId);
	const facts = { person: ctx.person, phases, now: ctx.now, takingBack: choice === null };
	const { person, phase, wordingId: current } = obey(mayVoteOn(point.wordingId, facts));
	if (wordingId !== undefined && wordingId !== current) throw new Stale('wording');
	const box = { pointId: point.id, wordingId: current, phaseId: phase.id };
	const boxId = await boxFor(ctx, box, () => boxesOf(ctx, point.consultationId, phase.id));
	const voter = await voterFor(ctx, phase.id, person);
	const who = { voter, phaseId: phase.id, group: person.group, standing: 'person' as const };
	return { ...who, boxId, mark: choice && { choice, hand: null, day: ctx.now.slice(0, 10) } };
}

/** One for every point that can be voted on in this phase. */
export async function boxesOf(ctx: Ctx, consultationId: string, phaseId: string) {
	const points = await strategy.currentPoints(ctx, consultationId);
	return points.map(({ pointId, wordingId }) => ({ pointId, wordingId, phaseId }));
}
