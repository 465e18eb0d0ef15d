import { z } from 'zod';
import { mayAskBoard, QuorumForm, RoundForm } from '#lib/board/board.ts';
import * as board from '#lib/board/board.server.ts';
import * as consultations from '#lib/consultations/consultations.server.ts';
import { seenMark } from '#lib/editState.ts';
import type { Ctx } from '#lib/server/ctx.ts';
import { act, reveal, showing } from '#lib/server/http/forms/act.ts';
import * as strategy from '#lib/strategy/strategy.server.ts';
import { explain } from '#lib/texts/texts.ts';

const desk = '/werkstatt/beirat';

async function desktop(ctx: Ctx) {
	const { members, quorum, invitations } = await board.board(ctx);
	const { id } = await consultations.current(ctx);
	const draft = await strategy.draftOf(ctx, id);
	const round = draft && (await board.roundOf(ctx, draft.id));
	return {
		members,
		quorum,
		seen: seenMark(board.quorumState(quorum)),
		invitations: { count: invitations.length, until: invitations.at(-1)?.expiresAt ?? null },
		draft: draft && {
			version: draft.id,
			number: draft.number,
			openedAt: round?.openedAt ?? null,
			open: round !== null && round.closedAt === null,
			whyNot: explain(mayAskBoard(ctx.person, { members, publishedAt: draft.publishedAt })),
			standing: await board.standing(ctx, draft)
		}
	};
}

export const load = ({ locals: { ctx } }) => showing(desktop(ctx));

export const actions = {
	// No redirect: the link stands on this answer and nowhere else.
	invite: (event) => reveal(event, z.object({}), async (ctx) => board.invite(ctx)),
	withdraw: (event) =>
		act(event, z.object({}), async (ctx) => {
			await board.withdrawInvitations(ctx);
			return `${desk}?ok=invitationsWithdrawn`;
		}),
	quorum: (event) =>
		act(event, QuorumForm, async (ctx, form) => {
			await board.setQuorum(ctx, form);
			return `${desk}?ok=quorumSet`;
		}),
	open: (event) =>
		act(event, RoundForm, async (ctx, { version }) => {
			await board.openRound(ctx, version);
			return `${desk}?ok=boardAsked`;
		}),
	close: (event) =>
		act(event, RoundForm, async (ctx, { version }) => {
			await board.closeRound(ctx, version);
			return `${desk}?ok=boardClosed`;
		})
};
