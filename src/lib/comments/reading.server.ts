import { z } from 'zod';
import { noonOf } from '../time.ts';
import { AuthorGroupName } from '../people/person.ts';
import { isoDay } from '../texts/dates.ts';
import { authorName } from '../texts/names.ts';
import { STANCES, stateOf, type Comment, type Text } from './comment.ts';
import type { CommentRow } from './store.server.ts';

const StanceName = z.enum(STANCES);

/** What it was said about: exactly one of the three is there. */
export function aboutOf(row: Pick<CommentRow, 'proposalId' | 'pointId' | 'amendmentId'>): Text['about'] {
	if (row.pointId !== null) return { kind: 'point', id: row.pointId };
	if (row.amendmentId !== null) return { kind: 'amendment', id: row.amendmentId };
	return { kind: 'proposal', id: row.proposalId ?? '' };
}

export function asText(readerId: string | null, row: CommentRow): Text {
	return {
		id: row.id,
		consultationId: row.consultationId,
		about: aboutOf(row),
		parentId: row.parentId,
		wordingId: row.wordingId,
		stance: StanceName.parse(row.stance),
		body: row.body,
		authorName: authorName(row.authorName),
		authorGroup: AuthorGroupName.parse(row.authorGroup),
		organisation: row.organisation,
		state: stateOf(row),
		createdAt: row.createdAt,
		publishedAt: row.publishedAt,
		redactedAt: row.redactedAt,
		mine: readerId !== null && row.authorId === readerId
	};
}

/** The public reads the day: the minute would tell who was at a screen just then. */
const dayOf = (at: string) => noonOf(isoDay(at));

function asComment(readerId: string | null, row: CommentRow): Comment {
	const { id, wordingId, state, createdAt, redactedAt, mine, ...text } = asText(readerId, row);
	const { stance, body, authorName: name, authorGroup, organisation } = text;
	const gone = state === 'hidden' || state === 'withdrawn';
	const said = gone ? null : { stance, body, authorName: name, authorGroup, organisation };
	const days = { createdAt: dayOf(createdAt), redactedAt: redactedAt && dayOf(redactedAt) };
	return { id, wordingId, state, ...days, mine, said, replies: [] };
}

export function asThread(
	readerId: string | null,
	roots: readonly CommentRow[],
	replies: readonly CommentRow[]
): Comment[] {
	const threads = new Map(roots.map((row) => [row.id, asComment(readerId, row)]));
	for (const row of replies) threads.get(row.parentId ?? '')?.replies.push(asComment(readerId, row));
	return [...threads.values()];
}
