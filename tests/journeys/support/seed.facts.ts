import { randomUUID } from 'node:crypto';
import * as comments from '#lib/comments/comments.server.ts';
import * as consultations from '#lib/consultations/consultations.server.ts';
import * as accountLinks from '#lib/people/accountLinks.server.ts';
import * as batches from '#lib/people/batches.server.ts';
import * as places from '#lib/people/places.server.ts';
import * as proposals from '#lib/proposals/proposals.server.ts';
import { makeCtx, type Ctx } from '#lib/server/ctx.ts';
import type { Cast, Who } from './people.ts';

/** What journeys need to know about the town, beside what they can read on its pages. */
export interface Facts {
	cast: Cast;
	/** An organisation that has contributed. */
	organisationId: string;
	/** Where cards are given out. */
	placeId: string;
	/** A batch of cards. */
	batchId: string;
	phaseId: string;
	/** A contribution that waits for moderation. */
	waitingId: string;
	/** A comment of the neighbour. */
	commentId: string;
	/** Of a card that nobody has used yet. */
	freshCode: string;
	/** For the answer to a report that is late. */
	reportCode: string;
	/** Of a decision against a contribution of the neighbour. */
	decisionId: string;
	/** Of a decision the neighbour has appealed against. */
	appealId: string;
	/** In a link with which somebody who is invited chooses her password. */
	invitation: string;
	/** An item of call 2, which is a draft. */
	itemId: string;
}

type As = (who: Who) => Ctx;

export async function factsOf(
	as: As,
	known: Pick<Facts, 'cast' | 'itemId' | 'decisionId' | 'appealId' | 'reportCode'> & { consultationId: string }
): Promise<Facts> {
	const { consultationId, ...rest } = known;
	const { phases } = await consultations.byId(as('admin'), consultationId);
	const [waiting] = await proposals.waiting(as('moderator'), 1);
	const [comment] = await comments.mine(as('neighbour'));
	const batch = { id: randomUUID(), label: 'Frische Karten', group: 'affected', organisation: '' } as const;
	const [freshCode = ''] = (await batches.issue(as('admin'), { ...batch, size: 1, days: 400 })).codes;
	const ids = { phaseId: phases[0]?.id ?? '', waitingId: waiting?.id ?? '', commentId: comment?.id ?? '' };
	const [place] = await places.all(as('admin'));
	const organisationId = as('organisation').person?.id ?? '';
	const invitation = await invite(makeCtx(as('admin').house, 'command'));
	return { ...rest, freshCode, batchId: batch.id, placeId: place?.id ?? '', organisationId, invitation, ...ids };
}

async function invite(ctx: Ctx): Promise<string> {
	const form = { name: 'Team Neu', email: 'neu@ministerium.example', roles: ['editor' as const] };
	return (await accountLinks.invite(ctx, form))?.address.split('/').at(-1) ?? '';
}
