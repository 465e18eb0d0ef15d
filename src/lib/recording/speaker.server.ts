import type { Action, Consultation } from '../consultations/consultation.ts';
import * as comments from '../comments/comments.server.ts';
import type { District } from '../people/district.ts';
import { oneCard } from '../people/handing.server.ts';
import { makePseudonym } from '../people/pseudonym.ts';
import * as proposals from '../proposals/proposals.server.ts';
import type { Ctx } from '../server/ctx.ts';
import { t } from '../texts/texts.ts';
import { obey } from '../verdict.ts';
import { mayRecordNow, type SheetInput } from './recording.ts';
import type { Origin } from './writing.server.ts';
import * as store from './store.server.ts';

export interface WithCard extends proposals.Speaker {
	cardId: string | null;
	code: string | null;
}

/** Who said it, with a card of their own. Refused: saidLater, phase… */
export async function speakerOf(ctx: Ctx, consultation: Consultation, form: Origin, action: Action): Promise<WithCard> {
	const { phases } = consultation;
	obey(mayRecordNow({ person: ctx.person, phases, now: ctx.now, saidOn: form.date, action }));
	const { group } = form;
	if (form.whose === 'group') return { name: t.recording.groupName, group, cardId: null, code: null };
	const before = form.same && form.former ? await formerSpeaker(ctx, form.former) : null;
	if (before) return { ...before, group, code: null };
	const { id: cardId, code } = await oneCard(ctx, t.recording.batch, group);
	return { name: makePseudonym(), group, cardId, code };
}

/** Who spoke last, while nobody has taken it over. */
async function formerSpeaker(ctx: Ctx, id: string): Promise<{ name: string; cardId: string } | null> {
	const row = await store.bySubject(ctx.db, id);
	if (!row?.cardId || row.recordedBy !== ctx.person?.id || row.takenOverAt || row.withdrawnAt) return null;
	const { authorName } = await (row.subjectKind === 'proposal' ? proposals : comments).forModeration(ctx, id);
	return authorName ? { name: authorName, cardId: row.cardId } : null;
}

/** What was said now or, by the same person, before: nobody is asked twice. */
export async function districtOf(ctx: Ctx, form: SheetInput & Origin): Promise<District | null> {
	if (form.district || !form.same || !form.former) return form.district ?? null;
	const before = await formerSpeaker(ctx, form.former);
	return before ? proposals.residenceOf(ctx, form.former) : null;
}
