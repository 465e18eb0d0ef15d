import * as board from '#lib/board/board.server.ts';
import type { Ctx } from '#lib/server/ctx.ts';
import { found } from '#lib/verdict.ts';
import type { Who } from '../people.ts';

type As = (who: Who) => Ctx;

export const DISSENT = 'Mir fehlt, wer das bezahlt.';

const token = async (ctx: Ctx) => (await board.invite(ctx)).address.split('/').at(-1) ?? '';

/** A neighbour sits on the board. */
export async function gatherBoard(as: As): Promise<void> {
	await board.setQuorum(as('admin'), { quorum: 1 });
	await board.join(as('neighbour'), await token(as('admin')));
}

/** A link that nobody has used. */
export const openInvitation = (as: As): Promise<string> => token(as('admin'));

/** The neighbour dissents from this draft. */
export async function dissent(as: As, version: string): Promise<void> {
	await board.openRound(as('publisher'), version);
	const { asked } = found(await board.asked(as('neighbour')), 'draft');
	await board.say(as('neighbour'), { version, words: asked.words, choice: 'dissent', reason: DISSENT });
}
