import type { Group, Standing } from '../people/person.ts';
import type { Ctx } from '../server/ctx.ts';
import * as store from './store.server.ts';
import { choiceOf, VALUE, type Choice, type Hand } from './vote.ts';

/** Who votes in which box, and the group as it is frozen into the row. */
export interface Ballot {
	boxId: number;
	voter: string;
	group: Group;
	standing: Standing;
}

interface Written {
	/** YYYY-MM-DD */
	day: string;
	hand: Hand;
}

/**
 * The ballot and the tallies in one: what the old ballot said is taken out of the group it was counted in. Who votes
 * herself makes it her own ballot. `null` takes it back. Call it inside `together`.
 */
export async function put(
	ctx: Ctx,
	{ boxId, voter, group, standing }: Ballot,
	choice: Choice | null,
	written: Written
): Promise<void> {
	await takeOut(ctx, boxId, voter);
	if (choice === null) return store.removeBallot(ctx.db, boxId, voter);
	const frozen = { boxId, group, standing };
	await store.putBallot(ctx.db, { ...frozen, voter, choice: VALUE[choice], ...written });
	await store.count(ctx.db, { ...frozen, ...counted(choice, written.hand, 1) });
}

/** Out of the tallies; the row stays. */
async function takeOut(ctx: Ctx, boxId: number, voter: string): Promise<void> {
	const [former] = await store.ballot(ctx.db, { boxId, voter });
	if (!former) return;
	const { choice, hand, group, standing } = former;
	await store.count(ctx.db, { group, standing, boxId, ...counted(choiceOf(choice), hand, -1) });
}

/** Takes a ballot back, whoever put it in. Call it inside `together`. */
export async function remove(ctx: Ctx, boxId: number, voter: string): Promise<void> {
	await takeOut(ctx, boxId, voter);
	await store.removeBallot(ctx.db, boxId, voter);
}

function counted(choice: Choice, hand: string | null, change: 1 | -1) {
	return { agree: 0, pass: 0, disagree: 0, [choice]: change, recorded: hand === null ? 0 : change };
}
