import * as proposals from '../../proposals/proposals.server.ts';
import type { Summary } from '../../proposals/summaries/summary.ts';
import type { Ctx } from '../../server/ctx.ts';
import { isNumber } from '../../server/db/counters.ts';
import { sha256 } from '../../sha256.ts';
import { found, obey } from '../../verdict.ts';
import { WorkListPlace, mayDistil, type WorkItemState, type WorkListAsk } from './workItem.ts';
import * as dockets from './workItems.store.server.ts';
import * as members from '../clusters/members.store.server.ts';
import { placesOf, readWorkItem, segmentsOf, type Place, type Segment } from '../reading.server.ts';
import * as store from './store.server.ts';
import { DAY, earlier } from '../../time.ts';

const PAGE = 20;

/** A contribution on the worklist. */
export interface WorkItem {
	docket: WorkItemState;
	title: string;
	language: proposals.Proposal['language'];
	/** What moderation says in German of it. */
	german: Summary | null;
	body: string;
	field: string | null;
	places: Place[];
}

interface Where {
	consultationId: string;
	ask: WorkListAsk;
	/** Of the field asked for; null: any. */
	fieldId: string | null;
}

function pageOf(ctx: Ctx, { consultationId, ask, fieldId }: Where, after: store.PageAsked['after'], limit: number) {
	const until = ask.age ? earlier(ctx.now, Number(ask.age) * DAY) : null;
	return store.page(ctx.db, consultationId, { ask, fieldId, until, me: ctx.person?.id ?? '', after, limit });
}

/** One page of the worklist, oldest first. */
export async function worklist(ctx: Ctx, where: Where): Promise<{ items: WorkItem[]; next: string | null }> {
	obey(mayDistil(ctx.person));
	const rows = await pageOf(ctx, where, WorkListPlace.read(where.ask.after), PAGE + 1);
	const shown = rows.slice(0, PAGE);
	const last = shown.at(-1);
	const items = await itemsOf(
		ctx,
		shown.map((row) => row.proposalId)
	);
	return { items, next: rows.length > PAGE && last ? WorkListPlace.write(last) : null };
}

/** These contributions as the desk shows them, in this order; without what is not public. */
export async function itemsOf(ctx: Ctx, ids: readonly string[]): Promise<WorkItem[]> {
	const texts = await proposals.published(ctx, ids);
	const german = await proposals.summariesOf(ctx, texts);
	const [rows, places] = [await dockets.byIds(ctx.db, ids), await placesOf(ctx, ids)];
	return ids.flatMap((id) => {
		const [text, row] = [texts.find((one) => one.id === id), rows.find((one) => one.proposalId === id)];
		if (!text || !row) return [];
		const { title, language, body, field } = text;
		const said = { title, language, german: german.get(id) ?? null, body, field };
		return [{ docket: readWorkItem(row), ...said, places: places.get(id) ?? [] }];
	});
}

/** The contribution to take in hand after this one, in the same filter; from the beginning after the last. */
export async function nextAfter(ctx: Ctx, where: Where, number: number): Promise<number | null> {
	obey(mayDistil(ctx.person));
	const [here] = await dockets.byNumbers(ctx.db, where.consultationId, [number]);
	const [next] = here ? await pageOf(ctx, where, here, 1) : [];
	const [first, second] = next ? [next] : await pageOf(ctx, where, null, 2);
	return (first?.number === number ? second?.number : first?.number) ?? null;
}

/** How much there is and how much of it is open: sums of counters, whatever the filter. */
export async function counts(ctx: Ctx, consultationId: string): Promise<Count[]> {
	obey(mayDistil(ctx.person));
	return dockets.counts(ctx.db, consultationId);
}

export type Count = Awaited<ReturnType<typeof dockets.counts>>[number];

export interface InHand {
	docket: WorkItemState;
	proposal: proposals.Proposal;
	/** Of its text: passages are chosen in it. */
	digest: string;
	segments: Segment[];
	places: Place[];
	remarks: Remark[];
	german: Summary | null;
}

export type Remark = Awaited<ReturnType<typeof members.remarksOn>>[number];

/** One contribution, with everything the desk knows about it. */
export async function inHand(ctx: Ctx, consultationId: string, number: number): Promise<InHand> {
	obey(mayDistil(ctx.person));
	const [row] = isNumber(number) ? await dockets.byNumbers(ctx.db, consultationId, [number]) : [];
	const docket = readWorkItem(found(row, 'docket'));
	const [text] = await proposals.published(ctx, [docket.proposalId]);
	const proposal = found(text, 'contribution');
	const segments = await segmentsOf(ctx, [proposal]);
	const places = await placesOf(ctx, [proposal.id]);
	return {
		docket,
		proposal,
		digest: sha256(proposal.body),
		segments: segments.get(proposal.id) ?? [],
		places: places.get(proposal.id) ?? [],
		remarks: await members.remarksOn(ctx.db, [proposal.id]),
		german: (await proposals.summariesOf(ctx, [proposal])).get(proposal.id) ?? null
	};
}
