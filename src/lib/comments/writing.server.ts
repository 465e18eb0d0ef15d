import { authorGroupOf, publicName, type Person } from '../people/person.ts';
import type { Ctx } from '../server/ctx.ts';
import { found, NotFound, obey, Refused } from '../verdict.ts';
import { mayReply, stateOf, type CommentInput, type Subject } from './comment.ts';
import { aboutOf } from './reading.server.ts';
import * as store from './store.server.ts';

/** A form that was already taken: nothing to do, unless it brings another text, which must not get lost unseen. */
export function sentBefore(known: store.CommentRow, person: Person, form: CommentInput): void {
	if (known.authorId !== person.id) throw new NotFound('comment');
	const changed = known.body !== form.body && !known.redactedAt && !known.withdrawnAt;
	if (changed) throw new Refused('formUsed');
}

/** Where a comment on this subject stands in the table. */
export function placeOf(subject: Subject) {
	return {
		consultationId: subject.consultationId,
		proposalId: subject.kind === 'proposal' ? subject.id : null,
		pointId: subject.kind === 'point' ? subject.id : null,
		wordingId: subject.kind === 'point' ? subject.wordingId : null,
		amendmentId: subject.kind === 'amendment' ? subject.id : null
	};
}

export function newRow(person: Person, subject: Subject, form: CommentInput) {
	return {
		id: form.id,
		...placeOf(subject),
		stance: form.stance,
		body: form.body,
		authorId: person.id,
		authorName: publicName(person),
		authorGroup: authorGroupOf(person),
		organisationId: person.organisationId
	};
}

/** Threads have one level: who answers an answer, answers the comment it belongs to. */
export async function rootOf(ctx: Ctx, subject: Subject, parentId: string): Promise<string> {
	const parent = found(await store.rowById(ctx.db, parentId), 'comment');
	const about = aboutOf(parent);
	if (about.kind !== subject.kind || about.id !== subject.id) throw new NotFound('comment');
	obey(mayReply(stateOf(parent)));
	if (!parent.parentId) return parent.id;
	const root = found(await store.rowById(ctx.db, parent.parentId), 'comment');
	obey(mayReply(stateOf(root)));
	return root.id;
}
