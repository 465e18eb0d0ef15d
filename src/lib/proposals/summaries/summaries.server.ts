import { expectRevision } from '../../editState.ts';
import type { Ctx } from '../../server/ctx.ts';
import { record } from '../../server/journal/journal.server.ts';
import { found } from '../../verdict.ts';
import { stateOf } from '../proposal.ts';
import * as search from '../lists/searchIndex.store.server.ts';
import * as store from '../store.server.ts';
import * as summaries from './store.server.ts';
import type { Summary, SummaryInput } from './summary.ts';

/** What these say in German, where moderation has written it. Ask only for contributions the one who asks may see. */
export async function summariesOf(
	ctx: Ctx,
	of: readonly { id: string; language: string }[]
): Promise<Map<string, Summary>> {
	// Most pages hold German texts only: nothing to look for.
	const ids = of.filter(({ language }) => language !== 'de').map(({ id }) => id);
	const rows = await summaries.current(ctx.db, ids);
	return new Map(
		rows.map(({ proposalId, title, body, writtenAt, revision }) => {
			return [proposalId, { title, body, writtenAt, revision }];
		})
	);
}

/** Those that were replaced, newest first: for the team's eyes. */
export async function formerSummaries(ctx: Ctx, id: string): Promise<Summary[]> {
	return summaries.former(ctx.db, id);
}

/**
 * Puts down what a contribution says in German, in place of what stood there; the rules are moderation's. Call it inside
 * its transaction. The same form sent twice changes nothing. Stale: somebody else has written another one meanwhile.
 */
export async function summarise(ctx: Ctx, id: string, form: SummaryInput): Promise<void> {
	const [before] = await summaries.current(ctx.db, [id]);
	if (before?.id === form.id) return;
	const [now, was] = [before?.revision ?? 0, form.seen];
	expectRevision('summary', { seen: was, now, name: 'seen' }, { title: before?.title ?? '', body: before?.body ?? '' });
	const { title, body, language } = form;
	const revision = form.seen + 1;
	const writtenBy = ctx.person?.id ?? null;
	await summaries.add(ctx.db, { id: form.id, proposalId: id, revision, title, body, writtenBy, writtenAt: ctx.now });
	await summaries.setLanguage(ctx.db, id, language);
	const row = found(await store.rowById(ctx.db, id), 'proposal');
	await search.index(ctx.db, id, stateOf(row) === 'published' ? row : null);
	const details = { number: row.number ?? 0, revision, language };
	await record(ctx, { verb: 'proposal.summarised', subjectId: id, consultationId: row.consultationId, details });
}
