import type { Instant } from '../../time.ts';
import type { Db } from '../../server/app.ts';

export interface Replaced {
	batchId: string;
	proposalId: string;
	versionId: string;
	revision: number;
	disposition: string | null;
	reason: string;
	responsible: string | null;
	writtenBy: string | null;
	replacedAt: Instant;
}

export async function keep(db: Db, rows: readonly Replaced[]): Promise<void> {
	await db
		.insertInto('replacedAnswers')
		.values([...rows])
		.onConflict((c) => c.columns(['batchId', 'proposalId']).doNothing())
		.execute();
}

export async function forget(db: Db, before: Instant): Promise<void> {
	await db.deleteFrom('replacedAnswers').where('replacedAt', '<', before).execute();
}

export async function replacedBy(db: Db, batchId: string): Promise<Replaced[]> {
	return db.selectFrom('replacedAnswers').selectAll().where('batchId', '=', batchId).orderBy('proposalId').execute();
}

export async function drop(db: Db, batchId: string, proposalId: string): Promise<void> {
	await db.deleteFrom('replacedAnswers').where('batchId', '=', batchId).where('proposalId', '=', proposalId).execute();
}
