import type { Consultation } from '../../consultations/consultation.ts';
import { promiseFor } from '../../consultations/phases/answerPromise.ts';
import type { District } from '../../people/details/district.ts';
import type { Spoken } from '../../people/details/language.ts';
import * as people from '../../people/people.server.ts';
import { publicName, type Group } from '../../people/person.ts';
import type { Ctx } from '../../server/ctx.ts';
import { nextNumber } from '../../server/db/counters.ts';
import { expectUnused } from '../../server/db/expectUnusedId.ts';
import { record } from '../../server/journal/journal.server.ts';
import { found } from '../../verdict.ts';
import type { Kind } from '../proposal.ts';
import * as residences from '../residence/store.server.ts';
import * as dictated from './store.server.ts';
import * as store from '../store.server.ts';

/** Who said it, as it is shown: nobody of ours yet. */
export interface Speaker {
	name: string;
	group: Group;
}

export interface OnBehalf {
	id: string;
	kind: Kind;
	/** Slug of the field. */
	field: string;
	title: string;
	body: string;
	language?: Spoken;
	district?: District | null;
}

/**
 * Takes in what somebody said and another wrote down, and sends it to moderation. It has no author until somebody takes it
 * over. Call it inside the transaction of the room that knows the rules. Returns its number. NotFound: the field.
 */
export async function recordOnBehalf(
	ctx: Ctx,
	consultation: Consultation,
	form: OnBehalf,
	speaker: Speaker
): Promise<number> {
	const { id, kind, title, body, language = 'de', district = null } = form;
	const field = consultation.fields.find((one) => one.slug === form.field);
	if (form.field !== '') found(field, 'field');
	const text = { fieldId: field?.id ?? null, kind, title, body, evidence: null, language };
	await expectUnused(ctx.db, id);
	await store.addDraft(ctx.db, { id, consultationId: consultation.id, authorId: null }, text, ctx.now);
	await residences.put(ctx.db, id, district);
	const number = await nextNumber(ctx, 'proposal');
	const author = { authorName: speaker.name, authorGroup: speaker.group, organisationId: null };
	const promise = promiseFor(consultation.phases, speaker.group, ctx.now);
	await store.submit(ctx.db, id, { number, ...author, submittedAt: ctx.now, ...promise });
	await record(ctx, {
		verb: 'proposal.submitted',
		subjectId: id,
		consultationId: consultation.id,
		details: { number }
	});
	return number;
}

/**
 * Its author from now on, under the author's own name; the group stays as everybody has read it. What is published of it
 * in a version stays as it was. False: it has an author already.
 */
export async function giveTo(ctx: Ctx, id: string, personId: string): Promise<boolean> {
	const person = found(await people.byId(ctx, personId), 'person');
	return dictated.giveTo(ctx.db, id, personId, publicName(person));
}
