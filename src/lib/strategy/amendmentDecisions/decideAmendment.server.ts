import type { Amendment, Base } from '../../amendments/amendment.ts';
import * as amendments from '../../amendments/amendments.server.ts';
import type { Words } from '../../amendments/rebase.ts';
import { expectSeen, type State } from '../../editState.ts';
import type { Ctx } from '../../server/ctx.ts';
import { t } from '../../texts/texts.ts';
import { found, NotFound, Refused } from '../../verdict.ts';
import { revise, guarded, type Plan } from '../drafts/revision.server.ts';
import * as behind from './store.server.ts';
import type { DecisionInput, ReopenInput } from './decision.ts';
import { pointByNumber } from '../points/points.server.ts';
import * as pointStore from '../points/store.server.ts';
import * as store from '../versions/store.server.ts';
import { sameWording, setWords } from '../drafts/wording.server.ts';

/** Where amendments meet points. */

/** What an amendment is made for: the wording that stands now. Refused: pointDropped. */
export async function wordingNow(ctx: Ctx, number: number): Promise<Base> {
	const { id, consultationId, current, drop } = await pointByNumber(ctx, number);
	if (drop) throw new Refused('pointDropped');
	const { wordingId, title, body } = found(current, 'wording');
	return { pointId: id, consultationId, wordingId, title, body };
}

/** The words of published wordings: what amendments were made for. */
export async function wordsOf(ctx: Ctx, wordingIds: readonly string[]): Promise<Map<string, Words>> {
	const rows = await pointStore.frozenWords(ctx.db, [...new Set(wordingIds)]);
	return new Map(rows.map(({ id, title, body }) => [id, { title, body }]));
}

async function undecided(ctx: Ctx, number: number): Promise<Amendment> {
	const amendment = await amendments.byNumber(ctx, number);
	if (amendment.state !== 'published') throw new NotFound('amendment');
	if (amendment.decision?.publishedAt) throw new Refused('amendmentDecided');
	return amendment;
}

/**
 * Takes an amendment over, whole or in part, or declines it. Its author hears of it with the version. Until then another
 * decision takes the place of this one. Refused: amendmentDecided, pointDropped.
 */
export async function decideAmendment(ctx: Ctx, number: number, form: DecisionInput): Promise<void> {
	const plan = async (ctx: Ctx, draft: store.HeadRow): Promise<Plan> => {
		const amendment = await undecided(ctx, number);
		if (amendment.consultationId !== draft.consultationId) throw new NotFound('amendment');
		return form.outcome === 'declined' ? decline(ctx, draft, amendment, form) : takeOver(ctx, draft, amendment, form);
	};
	await revise(ctx, form, plan, { deed: 'amendment', amendment: number });
}

/** What the form of a decision shows, beside the words of the point. Its author may have other words for it meanwhile. */
export function decisionState({ decision, ...said }: Pick<Amendment, 'decision' | 'title' | 'body' | 'reason'>): State {
	const amendment = [said.title, said.body, said.reason];
	return { outcome: decision?.outcome ?? '', reason: decision?.reason ?? '', amendment };
}

/** A colleague's decision is not overwritten by somebody who has not read it. */
function expectDecision(amendment: Amendment, { seen }: { seen?: string | undefined }): void {
	const { outcome } = amendment.decision ?? {};
	const text = outcome ? t.amendments.outcomes[outcome] : '';
	expectSeen('decision', seen, decisionState(amendment), [{ label: t.amendments.desk.outcome, text }]);
}

function isDecided(draft: store.HeadRow, { decision }: Amendment, { outcome, reason }: DecisionInput): boolean {
	return decision?.versionId === draft.id && decision.outcome === outcome && decision.reason === reason;
}

function decline(ctx: Ctx, draft: store.HeadRow, amendment: Amendment, form: DecisionInput): Plan {
	if (isDecided(draft, amendment, form)) return null;
	expectDecision(amendment, form);
	return async () => {
		await behind.remove(ctx.db, draft.id, amendment.id);
		await amendments.decided(ctx, amendment, { outcome: form.outcome, reason: form.reason, versionId: draft.id });
	};
}

async function takeOver(ctx: Ctx, draft: store.HeadRow, amendment: Amendment, form: DecisionInput): Promise<Plan> {
	const [point] = await store.pointsOfVersion(ctx.db, draft.id, amendment.pointId);
	if (!point) throw new Refused('pointDropped');
	const { outcome, reason, title, body } = form;
	const wording = { fieldId: point.fieldId, title, body };
	const same = sameWording(point, wording);
	const decided = isDecided(draft, amendment, form);
	if (same && decided) return null;
	if (!decided) expectDecision(amendment, form);
	const theirs = { texts: { title: point.title, body: point.body }, others: [] };
	const write = async () => {
		if (!same) await setWords(ctx, draft, point, wording);
		const row = { versionId: draft.id, pointId: point.pointId, amendmentId: amendment.id, outcome };
		await behind.put(ctx.db, row);
		await amendments.decided(ctx, amendment, { outcome, reason, versionId: draft.id });
	};
	return guarded(ctx, draft, point, form, write, theirs);
}

/** Undoes a decision that has not gone out yet. The words of the point stay: editors change them as they change others. */
export async function reopenAmendment(ctx: Ctx, number: number, marks: ReopenInput): Promise<void> {
	const plan = async (ctx: Ctx, draft: store.HeadRow): Promise<Plan> => {
		const amendment = await undecided(ctx, number);
		if (amendment.decision?.versionId !== draft.id) return null;
		expectDecision(amendment, marks);
		return async () => {
			await behind.remove(ctx.db, draft.id, amendment.id);
			await amendments.decided(ctx, amendment, null);
		};
	};
	await revise(ctx, marks, plan, { deed: 'amendment', amendment: number });
}
