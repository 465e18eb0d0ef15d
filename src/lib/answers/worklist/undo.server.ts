import type { Ctx } from '../../server/ctx.ts';
import { DAY, earlier } from '../../time.ts';
import * as answers from '../store.server.ts';
import * as store from './replaced.store.server.ts';

/** So long an answer in a draft can be taken back. */
const KEPT = DAY;

/** What is written now, under which name, and into which draft. */
interface Writing {
	batchId: string;
	versionId: string;
	disposition: string;
	reason: string;
	responsible: string | null;
}

/** Keeps what stands so far in the draft for these contributions. Call it in the transaction that writes what takes its place. */
export async function keep(ctx: Ctx, writing: Writing, proposalIds: readonly string[]): Promise<void> {
	const { batchId, versionId } = writing;
	await store.forget(ctx.db, earlier(ctx.now, KEPT));
	const known = new Map((await answers.standing(ctx.db, versionId, proposalIds)).map((one) => [one.proposalId, one]));
	const before = proposalIds.flatMap((proposalId): store.Replaced[] => {
		const one = known.get(proposalId);
		const head = { batchId, proposalId, versionId, replacedAt: ctx.now };
		if (!one) return [{ ...head, revision: 1, disposition: null, reason: '', responsible: null, writtenBy: null }];
		const { disposition, reason, responsible, writtenBy, revision } = one;
		const same =
			disposition === writing.disposition && reason === writing.reason && responsible === writing.responsible;
		return same ? [] : [{ ...head, revision: revision + 1, disposition, reason, responsible, writtenBy }];
	});
	if (before.length > 0) await store.keep(ctx.db, before);
}
