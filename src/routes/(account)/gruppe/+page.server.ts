import { z } from 'zod';
import { mayPropose } from '#lib/proposals/proposal.ts';
import * as consultations from '#lib/consultations/consultations.server.ts';
import * as proposals from '#lib/proposals/proposals.server.ts';
import { showing } from '#lib/server/http/forms/act.ts';
import { requireSignIn } from '#lib/server/http/signIn/requireSignIn.ts';

const Place = z.object({ nach: z.coerce.number().int().optional().catch(undefined) });

export const load = async ({ locals: { ctx }, url }) => {
	requireSignIn(ctx, '/gruppe');
	const after = Place.parse(Object.fromEntries(url.searchParams)).nach ?? null;
	const among = await proposals.peerPage(ctx, after);
	const { phases } = await showing(consultations.current(ctx));
	if (!among) return { peers: null, others: proposals.othersAmongPeers(ctx, phases) };
	const { phase, proposals: shared, next } = among;
	return {
		others: null,
		peers: {
			...{ group: phase.peerGroup ?? '', until: phase.endsAt, asks: phase.asks ?? '', next, first: after === null },
			proposals: shared.map(({ number, kind, field, title, body, evidence, language, authorName, mine }) => ({
				...{ number, kind, field, title, body, evidence, language, authorName, mine }
			})),
			mayPropose: mayPropose({ person: ctx.person, phases, now: ctx.now }).ok
		}
	};
};
