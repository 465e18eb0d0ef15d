import type { Spoken } from '../../people/details/language.ts';
import { reserve } from '../../server/db/counters.ts';
import type { Ctx } from '../../server/ctx.ts';
import { newId } from '../../server/ids.ts';
import type { Instant } from '../../time.ts';
import type { Kind } from '../proposal.ts';
import * as restoring from './store.server.ts';
import * as search from '../lists/searchIndex.store.server.ts';
import * as summaries from '../summaries/store.server.ts';

/** A contribution as open data tells of it. */
export interface RestoredProposal {
	number: number;
	consultationId: string;
	fieldId: string | null;
	kind: Kind;
	language: Spoken;
	title: string;
	body: string;
	evidence: string | null;
	authorName: string;
	authorGroup: string | null;
	organisationId: string | null;
	publishedAt: string;
	redactedAt: string | null;
	supportCount: number;
	commentCount: number;
	originUrl: string | null;
	german: { title: string; body: string; writtenAt: string } | null;
}

const never = { authorId: null, rejectedAt: null, withdrawnAt: null, withheldAt: null, origin: null, originId: null };

/** What is known of when it was written is that it was published then. */
const allOn = (publishedAt: Instant) => ({ createdAt: publishedAt, changedAt: publishedAt, submittedAt: publishedAt });

/** Puts them back under their numbers. Returns their ids. Call it inside `transaction`. */
export async function restore(ctx: Ctx, rows: readonly RestoredProposal[]): Promise<Map<number, string>> {
	const ids = new Map(rows.map(({ number }) => [number, newId()]));
	for (const { german, ...row } of rows) {
		const id = ids.get(row.number) ?? '';
		await restoring.add(ctx.db, { ...row, ...never, ...allOn(row.publishedAt), id, hiddenAt: null });
		const first = { id: newId(), proposalId: id, revision: 1, writtenBy: null };
		if (german) await summaries.add(ctx.db, { ...first, ...german });
		await search.index(ctx.db, id, row);
		await reserve(ctx, 'proposal', row.number);
	}
	return ids;
}

/** Contributions that versions refer to and that are no longer public: nothing of them is there but the number. */
export async function restoreGone(
	ctx: Ctx,
	consultationId: string,
	numbers: Iterable<number>
): Promise<Map<number, string>> {
	const ids = new Map([...numbers].map((number) => [number, newId()]));
	for (const [number, id] of ids) {
		const nothing = { title: '', body: '', evidence: null, authorName: '', authorGroup: null, organisationId: null };
		const place = { id, number, consultationId, fieldId: null, kind: 'proposal', language: 'de' } as const;
		const dates = { publishedAt: ctx.now, hiddenAt: ctx.now, redactedAt: null };
		const counts = { supportCount: 0, commentCount: 0, originUrl: null, originOn: null };
		await restoring.add(ctx.db, { ...place, ...nothing, ...never, ...allOn(ctx.now), ...dates, ...counts });
		await reserve(ctx, 'proposal', number);
	}
	return ids;
}
