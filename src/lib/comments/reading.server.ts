import { z } from 'zod';
import { GroupName, type Group } from '../people/person.ts';
import { STANCES, stateOf, type Stance, type State } from './comment.ts';
import type { CommentRow } from './store.server.ts';

const StanceName = z.enum(STANCES);

/** One comment with everything its author and moderation may read. */
export interface Text {
	id: string;
	consultationId: string;
	about: { kind: 'proposal' | 'point'; id: string };
	parentId: string | null;
	/** The wording of the point that was read when this was written. */
	wordingId: string | null;
	stance: Stance;
	body: string;
	authorName: string;
	authorGroup: Group;
	organisation: string | null;
	state: State;
	createdAt: string;
	publishedAt: string | null;
	redactedAt: string | null;
	/** Whether the one who asks wrote it. Never says who did. */
	mine: boolean;
}

/** A comment as the public reads it. Hidden and withdrawn ones are tombstones: nothing is left of words and author. */
export interface Comment {
	id: string;
	wordingId: string | null;
	state: State;
	createdAt: string;
	redactedAt: string | null;
	mine: boolean;
	/** null: a tombstone. */
	said: { stance: Stance; body: string; authorName: string; authorGroup: Group; organisation: string | null } | null;
	replies: Comment[];
}

export function asText(readerId: string | null, row: CommentRow): Text {
	return {
		id: row.id,
		consultationId: row.consultationId,
		about: row.pointId === null ? { kind: 'proposal', id: row.proposalId ?? '' } : { kind: 'point', id: row.pointId },
		parentId: row.parentId,
		wordingId: row.wordingId,
		stance: StanceName.parse(row.stance),
		body: row.body,
		authorName: row.authorName,
		authorGroup: GroupName.parse(row.authorGroup),
		organisation: row.organisation,
		state: stateOf(row),
		createdAt: row.createdAt,
		publishedAt: row.publishedAt,
		redactedAt: row.redactedAt,
		mine: readerId !== null && row.authorId === readerId
	};
}

function asComment(readerId: string | null, row: CommentRow): Comment {
	const { id, wordingId, state, createdAt, redactedAt, mine, ...text } = asText(readerId, row);
	const { stance, body, authorName, authorGroup, organisation } = text;
	const gone = state === 'hidden' || state === 'withdrawn';
	const said = gone ? null : { stance, body, authorName, authorGroup, organisation };
	return { id, wordingId, state, createdAt, redactedAt, mine, said, replies: [] };
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
