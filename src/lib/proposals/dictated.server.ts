import type { Consultation } from '../consultations/consultation.ts';
import type { District } from '../people/district.ts';
import type { Spoken } from '../people/language.ts';
import type { Group } from '../people/person.ts';
import type { Ctx } from '../server/ctx.ts';
import { nextNumber } from '../server/db/counters.ts';
import { expectUnused } from '../server/db/unused.ts';
import { record } from '../server/journal/journal.server.ts';
import { found } from '../verdict.ts';
import type { Kind } from './proposal.ts';
import * as residences from './residence.store.server.ts';
import * as dictated from './dictated.store.server.ts';
import * as store from './store.server.ts';

/** Who said it, as it is shown: nobody of ours yet. */
export interface Speaker {
	name: string;
	group: Group;
}

export interface Dictated {
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
export async function putDown(ctx: Ctx, consultation: Consultation, form: Dictated, speaker: Speaker): Promise<number> {
	const { id, kind, title, body, language = 'de', district = null } = form;
	const field = found(
		consultation.fields.find((one) => one.slug === form.field),
		'field'
	);
	const text = { fieldId: field.id, kind, title, body, evidence: null, language };
	await expectUnused(ctx.db, id);
	await store.addDraft(ctx.db, { id, consultationId: consultation.id, authorId: null }, text, ctx.now);
	await residences.put(ctx.db, id, district);
	const number = await nextNumber(ctx, 'proposal');
	const author = { authorName: speaker.name, authorGroup: speaker.group, organisationId: null };
	await store.submit(ctx.db, id, { number, ...author, submittedAt: ctx.now });
	await record(ctx, {
		verb: 'proposal.submitted',
		subjectId: id,
		consultationId: consultation.id,
		details: { number }
	});
	return number;
}

/** Its author from now on; name and group stay as they were read by everybody. False: it has an author already. */
export async function giveTo(ctx: Ctx, id: string, personId: string): Promise<boolean> {
	return dictated.giveTo(ctx.db, id, personId);
}
