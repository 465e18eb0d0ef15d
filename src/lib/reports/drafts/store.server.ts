import type { Instant } from '../../time.ts';
import type { Db } from '../../server/app.ts';

export async function draftOf(db: Db, consultationId: string) {
	return db
		.selectFrom('reportDrafts')
		.select(['id', 'consultationId', 'title', 'foreword', 'figures', 'revision'])
		.where('consultationId', '=', consultationId)
		.executeTakeFirst();
}

export interface NewDraft {
	id: string;
	consultationId: string;
	title: string;
	foreword: string;
	figures: string;
}

export async function add(db: Db, draft: NewDraft, by: string, now: Instant): Promise<void> {
	await db
		.insertInto('reportDrafts')
		.values({ ...draft, createdBy: by, changedBy: by, createdAt: now })
		.execute();
}

export async function change(
	db: Db,
	id: string,
	change: Partial<Pick<NewDraft, 'title' | 'foreword' | 'figures'>>,
	by: string
): Promise<void> {
	await db
		.updateTable('reportDrafts')
		.set((e) => ({ ...change, changedBy: by, revision: e('revision', '+', 1) }))
		.where('id', '=', id)
		.execute();
}

export async function remove(db: Db, id: string): Promise<void> {
	await db.deleteFrom('reportDrafts').where('id', '=', id).execute();
}
