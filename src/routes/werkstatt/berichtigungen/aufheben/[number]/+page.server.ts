import { mayAddend, RestorationForm } from '#lib/corrections/addendum.ts';
import * as corrections from '#lib/corrections/corrections.server.ts';
import { shownAddendum } from '#lib/corrections/shown.ts';
import type { Ctx } from '#lib/server/ctx.ts';
import { act, showing } from '#lib/server/http/forms/act.ts';
import { newId } from '#lib/server/ids.ts';
import { reasonSentence } from '#lib/texts/texts.ts';
import { obey } from '#lib/verdict.ts';

async function desk(ctx: Ctx, number: number) {
	obey(mayAddend(ctx.person));
	const removal = await corrections.readAddendum(ctx, number);
	const until = removal.sealedUntil !== null && removal.sealedUntil > ctx.now ? removal.sealedUntil : null;
	const whyNot = until === null ? reasonSentence('restorationGone', {}) : null;
	return { id: newId(), removal: shownAddendum(removal, ctx.now), until, whyNot };
}

export const load = ({ locals: { ctx }, params }) => showing(desk(ctx, Number(params.number)));

export const actions = {
	default: (event) =>
		act(event, RestorationForm, async (ctx, form) => {
			const id = await corrections.proposeRestoration(ctx, form);
			return `/werkstatt/berichtigungen/${id}?ok=addendumProposed`;
		})
};
