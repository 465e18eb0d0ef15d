import { stateOf } from '../comments/comment.ts';
import { AuthorGroupName } from '../people/person.ts';
import type { Ctx } from '../server/ctx.ts';
import { authorName } from '../texts/names.ts';
import { maySeeDecision, OutcomeName, type Amendment, type Decision } from './amendment.ts';
import type { AmendmentRow } from './store.server.ts';

function decisionOf(row: AmendmentRow): Decision | null {
	const { outcome, outcomeReason, outcomeVersionId, outcomeNumber, outcomePublishedAt } = row;
	if (outcome === null || outcomeVersionId === null || outcomeNumber === null) return null;
	return {
		outcome: OutcomeName.parse(outcome),
		reason: outcomeReason ?? '',
		versionId: outcomeVersionId,
		versionNumber: outcomeNumber,
		publishedAt: outcomePublishedAt
	};
}

/** A row as the one who asks may read it. */
export function read(ctx: Ctx, row: AmendmentRow): Amendment {
	const decision = decisionOf(row);
	return {
		id: row.id,
		number: row.number,
		consultationId: row.consultationId,
		pointId: row.pointId,
		wordingId: row.wordingId,
		title: row.title,
		body: row.body,
		reason: row.reason,
		authorName: authorName(row.authorName),
		authorGroup: AuthorGroupName.parse(row.authorGroup),
		organisation: row.organisation,
		state: stateOf(row),
		createdAt: row.createdAt,
		publishedAt: row.publishedAt,
		redactedAt: row.redactedAt,
		supportCount: row.supportCount,
		decision: decision && maySeeDecision(ctx.person, decision) ? decision : null,
		mine: ctx.person !== null && row.authorId === ctx.person.id
	};
}
