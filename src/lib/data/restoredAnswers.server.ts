import * as answering from '../answers/restoring.server.ts';
import type { Ctx } from '../server/ctx.ts';
import type * as strategy from '../strategy/restoring.server.ts';
import { entriesOf, type Archive } from './archive.ts';
import { CODES } from './codes.ts';

/** The newest answer to each contribution. */
export async function restoreAnswers(
	ctx: Ctx,
	archive: Archive,
	proposals: ReadonlyMap<number, string>,
	{ versions }: strategy.Restored
): Promise<void> {
	const answered = entriesOf(archive, 'beitraege').filter((one) => one.textOrNull('verbleib') !== null);
	const rows = answered.map((one) => ({
		proposalId: one.known(proposals, one.number('nummer')),
		versionId: one.known(versions, one.number('antwort_mit_fassung')).id,
		disposition: one.code('verbleib', CODES.disposition),
		reason: one.text('begruendung'),
		responsible: one.textOrNull('zustaendig')
	}));
	await answering.restore(ctx, rows, new Map([...versions.values()].map(({ id, publishedAt }) => [id, publishedAt])));
}
