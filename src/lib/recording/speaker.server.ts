import type { Action, Consultation } from '../consultations/consultation.ts';
import * as comments from '../comments/comments.server.ts';
import type { District } from '../people/details/district.ts';
import { cardOfSheet, groupOfCard, issueOneCard } from '../people/cards/cardUse.server.ts';
import { groupName } from '../people/groupNames.ts';
import { colleaguesOf } from '../people/places/places.server.ts';
import { makePseudonym } from '../people/details/pseudonym.ts';
import * as proposals from '../proposals/proposals.server.ts';
import type { Ctx } from '../server/ctx.ts';
import { inGerman } from '../texts/current.ts';
import { t } from '../texts/texts.ts';
import { obey, Refused } from '../verdict.ts';
import { mayRecordNow, type Origin, type SheetInput } from './recording.ts';
import * as store from './store.server.ts';

export interface WithCard extends proposals.Speaker {
	cardId: string | null;
	code: string | null;
}

/** Who said it, with a card of their own. Refused: saidLater, phase…, sheetUnknown, speakerOtherGroup */
export async function speakerOf(ctx: Ctx, consultation: Consultation, form: Origin, action: Action): Promise<WithCard> {
	const { phases } = consultation;
	const { group } = form;
	const known = form.whose === 'group' ? null : await knownSpeaker(ctx, form);
	// It counts for the group of their card: the rule is asked about that one, and whoever chose another one hears it.
	if (known && known.group !== group) throw new Refused('speakerOtherGroup', { group: groupName(known.group) });
	obey(mayRecordNow({ person: ctx.person, phases, now: ctx.now, saidOn: form.date, action, group }));
	if (form.whose === 'group') return { name: inGerman(() => t.recording.groupName), group, cardId: null, code: null };
	if (known) return known;
	const { id: cardId, code } = await issueOneCard(
		ctx,
		inGerman(() => t.recording.batch),
		group
	);
	return { name: makePseudonym(), group, cardId, code };
}

/** Somebody who has a card already: on a strip of paper, or from what was written down before. */
async function knownSpeaker(ctx: Ctx, form: Origin): Promise<WithCard | null> {
	if (form.sheetNumber) return onSheet(ctx, form.sheetNumber);
	const before = form.same && form.former ? await formerSpeaker(ctx, form.former) : null;
	return before && { ...before, group: await groupOfCard(ctx, before.cardId), code: null };
}

/** Who wrote on a printed sheet: the code on its strip is theirs already. Refused: sheetUnknown. */
async function onSheet(ctx: Ctx, number: string): Promise<WithCard> {
	const card = await cardOfSheet(ctx, number, await colleaguesOf(ctx));
	if (!card) throw new Refused('sheetUnknown', { number });
	const [earlier] = await store.ofCards(ctx.db, [card.id]);
	const room = earlier?.subjectKind === 'comment' ? comments : proposals;
	const known = earlier && (await room.forModeration(ctx, earlier.subjectId)).authorName;
	return { name: known || makePseudonym(), group: card.group, cardId: card.id, code: null };
}

/** Who spoke last, while nobody has taken it over. */
async function formerSpeaker(ctx: Ctx, id: string): Promise<{ name: string; cardId: string } | null> {
	const row = await store.bySubject(ctx.db, id);
	if (!row?.cardId || row.takenOverAt || row.withdrawnAt) return null;
	if (!(await colleaguesOf(ctx)).includes(row.recordedBy)) return null;
	const { authorName } = await (row.subjectKind === 'proposal' ? proposals : comments).forModeration(ctx, id);
	return authorName ? { name: authorName, cardId: row.cardId } : null;
}

/** What was said now or, by the same person, before: nobody is asked twice. */
export async function districtOf(ctx: Ctx, form: SheetInput & Origin): Promise<District | null> {
	if (form.district || !form.same || !form.former) return form.district ?? null;
	const before = await formerSpeaker(ctx, form.former);
	return before ? proposals.residenceOf(ctx, form.former) : null;
}
