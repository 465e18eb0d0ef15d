import { randomUUID } from 'node:crypto';
import * as comments from '#lib/comments/comments.server.ts';
import * as consultations from '#lib/consultations/consultations.server.ts';
import * as accountLinks from '#lib/people/accounts/accountLinks.server.ts';
import * as batches from '#lib/people/cards/batches.server.ts';
import * as places from '#lib/people/places/places.server.ts';
import * as proposals from '#lib/proposals/proposals.server.ts';
import { makeCtx, type Ctx } from '#lib/server/ctx.ts';
import type { Cast, Who } from '../people.ts';

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
	/** The first field and the first question of the process. */
	fieldId: string;
	questionId: string;
	/** A contribution that waits for moderation. */
	waitingId: string;
	/** What the neighbour has begun and not sent. */
	draftId: string;
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
	/** In a link with which somebody joins the board. */
	boardInvitation: string;
	/** In the link that stands in every mail to somebody who follows point 1. */
	subscription: string;
	/** In the link with which somebody without an account reads the draft of call 2. */
	preview: string;
	/** An item of call 2, which is a draft. */
	itemId: string;
	/** An import that was looked at and has not begun. */
	importId: string;
	/** A pile of pictures of the helper's. */
	scanId: string;
	/** A meeting in a week. */
	meetingId: string;
	/** A proposed correction of version 1. */
	addendumId: string;
}

type As = (who: Who) => Ctx;

export async function factsOf(
	as: As,
	known: Pick<
		Facts,
		| 'cast'
		| 'boardInvitation'
		| 'subscription'
		| 'preview'
		| 'itemId'
		| 'importId'
		| 'scanId'
		| 'meetingId'
		| 'addendumId'
		| 'decisionId'
		| 'appealId'
		| 'reportCode'
	> & {
		consultationId: string;
	}
): Promise<Facts> {
	const { consultationId, ...rest } = known;
	const { phases, allFields, allQuestions } = await consultations.byId(as('admin'), consultationId);
	const [waiting] = await proposals.waiting(as('moderator'), 1);
	const [comment] = await comments.mine(as('neighbour'));
	const batch = { id: randomUUID(), label: 'Frische Karten', group: 'affected', organisation: '' } as const;
	const [freshCode = ''] = (await batches.issue(as('admin'), { ...batch, size: 1, days: 400 })).codes;
	const parts = { fieldId: allFields[0]?.id ?? '', questionId: allQuestions[0]?.id ?? '' };
	const ids = { ...parts, phaseId: phases[0]?.id ?? '', waitingId: waiting?.id ?? '', commentId: comment?.id ?? '' };
	const draftId = await begin(as('neighbour'), consultationId);
	const [place] = await places.all(as('admin'));
	const organisationId = as('organisation').person?.id ?? '';
	const invitation = await invite(makeCtx(as('admin').app, 'command'));
	return {
		...rest,
		draftId,
		freshCode,
		batchId: batch.id,
		placeId: place?.id ?? '',
		organisationId,
		invitation,
		...ids
	};
}

/** A piece of evidence: the one kind that is asked where it is from. */
async function begin(ctx: Ctx, consultationId: string): Promise<string> {
	const id = randomUUID();
	const body = 'Im Bericht steht, dass jede fünfte Wohnung zu teuer ist.';
	await proposals.saveDraft(ctx, consultationId, { id, kind: 'evidence', body, evidence: 'Wohnungsbericht 2026' });
	return id;
}

async function invite(ctx: Ctx): Promise<string> {
	const form = { name: 'Team Neu', email: 'neu@ministerium.example', roles: ['editor' as const] };
	return (await accountLinks.invite(ctx, form))?.address.split('/').at(-1) ?? '';
}
