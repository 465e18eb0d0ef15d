import * as proposals from '../../proposals/proposals.server.ts';
import type { Summary, SummaryInput } from '../../proposals/summaries/summary.ts';
import type { Ctx } from '../../server/ctx.ts';
import { transaction } from '../../server/db/transaction.ts';
import { obey, type Verdict } from '../../verdict.ts';
import { mayModerate, maySummarise } from '../screening.ts';
import * as store from '../store.server.ts';

/** What a contribution says in German so far, and whether the one who asks may say it anew. */
export interface InGerman {
	current: Summary | null;
	former: Summary[];
	verdict: Verdict;
}

async function factsOf(ctx: Ctx, id: string) {
	const { authorId, organisation, state, language } = await proposals.forModeration(ctx, id);
	const scribeId = (await store.scribesOf(ctx.db, [id])).get(id) ?? null;
	return { person: ctx.person, authorId, scribeId, organisation, state, language };
}

export async function inGerman(ctx: Ctx, id: string): Promise<InGerman> {
	obey(mayModerate(ctx.person));
	const facts = await factsOf(ctx, id);
	const current = (await proposals.summariesOf(ctx, [{ id, language: facts.language }])).get(id) ?? null;
	return { current, former: await proposals.formerSummaries(ctx, id), verdict: maySummarise(facts) };
}

/** Says in German what somebody wrote in another language; the original stays as it is. Refused: ownSubject, … */
export async function summarise(ctx: Ctx, id: string, form: SummaryInput): Promise<void> {
	await transaction(ctx, async (ctx) => {
		obey(mayModerate(ctx.person));
		obey(maySummarise(await factsOf(ctx, id)));
		await proposals.summarise(ctx, id, form);
	});
}
