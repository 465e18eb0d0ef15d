import { redirect, type RequestEvent } from '@sveltejs/kit';
import * as consultations from '#lib/consultations/consultations.server.ts';
import { toAsk } from '#lib/people/consents/consent.ts';
import * as consents from '#lib/people/consents/consents.server.ts';
import { mayPropose } from '#lib/proposals/proposal.ts';
import * as proposals from '#lib/proposals/proposals.server.ts';
import type { Ctx } from '#lib/server/ctx.ts';
import { showing } from '#lib/server/http/forms/act.ts';
import { locationHeader } from '#lib/server/http/address/redirectTarget.ts';
import { requireSignIn } from '#lib/server/http/signIn/requireSignIn.ts';
import { explain } from '#lib/texts/texts.ts';

type Event = Pick<RequestEvent, 'request' | 'url'> & { locals: { ctx: Ctx } };

/**
 * The draft a page of writing is about. null: somebody was signed out while writing, or has sent it meanwhile; what was
 * typed stands on its page all the same. Whoever comes back to what was sent long since is shown where it is.
 */
export async function draftAt({ locals: { ctx }, request, url }: Event, id: string) {
	const typed = request.method === 'POST';
	if (!ctx.person && typed) return null;
	requireSignIn(ctx, url.pathname + url.search);
	const sent = await proposals.sentAs(ctx, id);
	if (sent !== null && typed) return null;
	if (sent !== null) redirect(303, locationHeader(`/beitraege/${sent}?ok=proposalKnown`, ctx.now));
	return showing(proposals.draft(ctx, id));
}

const LAST = { asked: 4, allowed: 3 } as const;

/** What every page of writing shows. */
export async function stepFacts({ locals: { ctx }, request }: Event) {
	const { person } = ctx;
	const lost = !person && request.method === 'POST';
	const { id, fields, phases } = await showing(consultations.current(ctx));
	const ask = toAsk(await consents.allowed(ctx));
	return {
		...{ consultationId: id, fields, ask, lost },
		whyNot: lost ? null : explain(mayPropose({ person, phases, now: ctx.now })),
		peers: proposals.amongPeers(ctx, phases),
		/** How many pages there are: who reads it is asked until everything is allowed. */
		last: ask.length > 0 ? LAST.asked : LAST.allowed
	};
}

/** Whoever came from the last page to change something goes back there. */
export const backToCheck = (url: URL) => url.searchParams.has('pruefen');

export async function afterTopic(ctx: Ctx, id: string, url: URL): Promise<string> {
	const all = backToCheck(url) || toAsk(await consents.allowed(ctx)).length === 0;
	return `/beitragen/${id}/${all ? 'pruefen' : 'lesen'}`;
}
