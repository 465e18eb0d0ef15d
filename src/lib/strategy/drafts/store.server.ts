import { sql } from 'kysely';
import type { Instant } from '../../time.ts';
import type { Db } from '../../server/app.ts';

/** What changes a draft as a whole, and what freezes it. The verbs make sure that it is one. */
export interface NewDraft {
	id: string;
	number: number;
	consultationId: string;
	previousId: string | null;
	kind: string;
	title: string;
	preamble: string;
	createdBy: string;
	createdAt: Instant;
}

export async function addVersion(db: Db, draft: NewDraft): Promise<void> {
	await db
		.insertInto('versions')
		.values({ ...draft, publishedAt: null, publishedBy: null, numbers: null, digest: null, frozen: null })
		.execute();
}

/** The same points, wordings, places, notes and sources. */
export async function copyContent(db: Db, from: string, to: string): Promise<void> {
	await db
		.insertInto('versionPoints')
		.columns(['versionId', 'pointId', 'wordingId', 'position', 'editorialNote'])
		.expression((e) =>
			e
				.selectFrom('versionPoints')
				.select([sql<string>`${to}`.as('versionId'), 'pointId', 'wordingId', 'position', 'editorialNote'])
				.where('versionId', '=', from)
		)
		.execute();
	await db
		.insertInto('sources')
		.columns(['versionId', 'pointId', 'proposalId', 'relation', 'note'])
		.expression((e) =>
			e
				.selectFrom('sources')
				.select([sql<string>`${to}`.as('versionId'), 'pointId', 'proposalId', 'relation', 'note'])
				.where('versionId', '=', from)
		)
		.execute();
}

/** The amendments behind them, too. */
export async function copyAmendments(db: Db, from: string, to: string): Promise<void> {
	await db
		.insertInto('amendmentSources')
		.columns(['versionId', 'pointId', 'amendmentId', 'outcome'])
		.expression((e) =>
			e
				.selectFrom('amendmentSources')
				.select([sql<string>`${to}`.as('versionId'), 'pointId', 'amendmentId', 'outcome'])
				.where('versionId', '=', from)
		)
		.execute();
}

export async function setHead(
	db: Db,
	id: string,
	head: { kind: string; title: string; preamble: string; easy: string; headRevision: number }
): Promise<void> {
	await db.updateTable('versions').set(head).where('id', '=', id).execute();
}

export async function setWaived(db: Db, id: string, waived: string): Promise<void> {
	await db.updateTable('versions').set({ waived }).where('id', '=', id).execute();
}

export async function setJustified(db: Db, id: string, justified: string): Promise<void> {
	await db.updateTable('versions').set({ justified }).where('id', '=', id).execute();
}

/** Approvals given so far no longer count. */
export async function advanceRevision(db: Db, id: string): Promise<void> {
	await db
		.updateTable('versions')
		.set((e) => ({ revision: e('revision', '+', 1) }))
		.where('id', '=', id)
		.execute();
}

/** Until publication a dropped point only carries a mark, so that it can come back whole. Now it goes. */
export async function sweepDropped(db: Db, versionId: string): Promise<void> {
	for (const table of ['sources', 'amendmentSources', 'measures', 'changeNotes', 'versionPoints'] as const) {
		await db
			.deleteFrom(table)
			.where('versionId', '=', versionId)
			.where('pointId', 'in', (e) => e.selectFrom('drops').select('pointId').where('versionId', '=', versionId))
			.execute();
	}
}

/** Freezes the wordings that stand in the version; what was written for it and is not used is nobody's. */
export async function freezeWordings(db: Db, versionId: string, consultationId: string, now: Instant): Promise<void> {
	await db
		.updateTable('wordings')
		.set({ frozenAt: now })
		.where('frozenAt', 'is', null)
		.where('id', 'in', (e) => e.selectFrom('versionPoints').select('wordingId').where('versionId', '=', versionId))
		.execute();
	await db
		.deleteFrom('wordings')
		.where('frozenAt', 'is', null)
		.where('pointId', 'in', (e) => e.selectFrom('points').select('id').where('consultationId', '=', consultationId))
		.execute();
}

/** What the fields are called from here on says what this version says of them no more. */
export async function freezeFields(db: Db, versionId: string): Promise<void> {
	for (const column of ['title', 'position']) {
		await sql`update version_points set ${sql.ref(`field_${column}`)} = (
			select ${sql.ref(`f.${column}`)} from wordings w join fields f on f.id = w.field_id
			where w.id = version_points.wording_id
		) where version_id = ${versionId}`.execute(db);
	}
}

/** Nobody writes in it any more. */
export async function releaseEditLocks(db: Db, versionId: string): Promise<void> {
	await db.deleteFrom('hands').where('versionId', '=', versionId).execute();
}

/** What stands in `justified` once a version is out: reasons that are still true are frozen with what they are about. */
export const NOTHING_JUSTIFIED = '{}';

export async function publish(
	db: Db,
	id: string,
	publication: {
		publishedAt: Instant;
		publishedBy: string | null;
		numbers: string;
		understood: string;
		represented: string | null;
		board: string | null;
		omitted: string | null;
	}
): Promise<void> {
	await db
		.updateTable('versions')
		.set({ ...publication, justified: NOTHING_JUSTIFIED })
		.where('id', '=', id)
		.execute();
}

export async function seal(db: Db, id: string, seal: { frozen: string; digest: string }): Promise<void> {
	await db.updateTable('versions').set(seal).where('id', '=', id).execute();
}
