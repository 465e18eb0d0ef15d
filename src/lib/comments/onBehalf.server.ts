import * as people from '../people/people.server.ts';
import { publicName, type Group } from '../people/person.ts';
import type { Ctx } from '../server/ctx.ts';
import { expectUnused } from '../server/db/expectUnusedId.ts';
import { record } from '../server/journal/journal.server.ts';
import { found } from '../verdict.ts';
import type { Stance, Subject } from './comment.ts';
import { changeAndCount } from './commentChanges.server.ts';
import * as store from './store.server.ts';
import { placeOf } from './writing.server.ts';

/**
 * Takes in a comment that somebody said and another wrote down. It has no author until somebody takes it over. Call it
 * inside the transaction of the room that knows the rules.
 */
export async function recordOnBehalf(
	ctx: Ctx,
	subject: Subject,
	form: { id: string; stance: Stance; body: string },
	speaker: { name: string; group: Group }
): Promise<void> {
	const { id, stance, body } = form;
	await expectUnused(ctx.db, id);
	const author = { authorId: null, authorName: speaker.name, authorGroup: speaker.group, organisationId: null };
	await store.add(ctx.db, { id, ...placeOf(subject), parentId: null, stance, body, ...author }, ctx.now);
	const { consultationId } = subject;
	await record(ctx, { verb: 'comment.submitted', subjectId: id, consultationId, details: { about: subject.kind } });
}

/** Its author from now on, under the author's own name; the group stays. False: it has an author already. */
export async function giveTo(ctx: Ctx, id: string, personId: string): Promise<boolean> {
	const person = found(await people.byId(ctx, personId), 'person');
	return store.giveTo(ctx.db, id, personId, publicName(person));
}

/** Forgets the words of a comment, for rooms with a right of their own to it. Call it inside their transaction. */
export async function forget(ctx: Ctx, id: string): Promise<void> {
	const row = found(await store.rowById(ctx.db, id), 'comment');
	if (row.withdrawnAt) return;
	await changeAndCount(ctx, row, { withdrawnAt: ctx.now, body: '' });
	await record(ctx, { verb: 'comment.withdrawn', subjectId: id, consultationId: row.consultationId });
}
