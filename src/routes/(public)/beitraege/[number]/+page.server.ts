import { z } from 'zod';
import * as consultations from '#lib/consultations/consultations.server.ts';
import { maySupport } from '#lib/proposals/proposal.ts';
import * as proposals from '#lib/proposals/proposals.server.ts';
import { act, showing } from '#lib/server/http/act.ts';
import { explain } from '#lib/texts/texts.ts';

export const load = async ({ locals: { ctx }, params }) => {
	const proposal = await showing(proposals.byNumber(ctx, Number(params.number)));
	const { phases } = await consultations.byId(ctx, proposal.consultationId);
	const authorId = proposal.mine ? (ctx.person?.id ?? null) : null;
	const facts = { person: ctx.person, phases, now: ctx.now, authorId, state: proposal.state };
	const { id: _, consultationId: _c, fieldId: _f, ...shown } = proposal;
	return {
		proposal: shown,
		supported: (await proposals.supported(ctx, [proposal.id])).has(proposal.id),
		whyNotSupport: explain(maySupport(facts))
	};
};

const SupportForm = z.object({ wanted: z.enum(['yes', 'no']) });

export const actions = {
	support: (event) =>
		act(event, SupportForm, async (ctx, { wanted }) => {
			await proposals.support(ctx, Number(event.params.number), wanted === 'yes');
			return `/beitraege/${event.params.number}?ok=${wanted === 'yes' ? 'supported' : 'unsupported'}`;
		})
};
