import { z } from 'zod';
import { StatementForm } from '#lib/board/board.ts';
import * as board from '#lib/board/board.server.ts';
import { personalDataCheck } from '#lib/moderation/hints/personalDataCheck.ts';
import { toAsk } from '#lib/people/consents/consent.ts';
import * as consents from '#lib/people/consents/consents.server.ts';
import type { Ctx } from '#lib/server/ctx.ts';
import { act, showing } from '#lib/server/http/forms/act.ts';
import { requireSignIn } from '#lib/server/http/signIn/requireSignIn.ts';

const NOTHING = { asked: null, fields: [], drops: [], preamble: '', easy: '' };

async function waiting(ctx: Ctx) {
	const member = await board.isMember(ctx);
	const found = member ? await board.asked(ctx) : null;
	if (!found) return { member, ...NOTHING };
	const { points, drops, preamble, easy } = found.draft;
	const titles = [...new Set(points.map(({ field }) => field))];
	return {
		member,
		asked: found.asked,
		preamble,
		easy,
		fields: titles.map((title) => ({
			title,
			points: points
				.filter(({ field }) => field === title)
				.map(({ number, title, body, measures }) => ({ number, title, body, measures }))
		})),
		drops: drops.map(({ number, title, reason }) => ({ number, title, reason }))
	};
}

export const load = async ({ locals: { ctx } }) => {
	requireSignIn(ctx, '/meine/beirat');
	return { ...(await showing(waiting(ctx))), ask: toAsk(await consents.allowed(ctx)) };
};

export const actions = {
	say: (event) =>
		act(event, personalDataCheck(StatementForm), async (ctx, form) => {
			await board.say(ctx, form);
			return '/meine/beirat?ok=boardSpoken';
		}),
	leave: (event) =>
		act(event, z.object({}), async (ctx) => {
			await board.leave(ctx);
			return '/meine?ok=boardLeft';
		})
};
