import type { Db } from '../../server/app.ts';

/** Puts other words where published ones stand. Only an addendum may, which says so and is sealed. */

export async function head(db: Db, id: string, part: 'title' | 'easy' | 'preamble', text: string): Promise<void> {
	await db
		.updateTable('versions')
		.set({ [part]: text })
		.where('id', '=', id)
		.execute();
}

export async function wording(db: Db, id: string, part: 'title' | 'body', text: string): Promise<void> {
	await db
		.updateTable('wordings')
		.set({ [part]: text })
		.where('id', '=', id)
		.execute();
}

/** Wherever the point has just this note. */
export async function note(db: Db, pointId: string, old: string, text: string): Promise<void> {
	await db
		.updateTable('versionPoints')
		.set({ editorialNote: text })
		.where('pointId', '=', pointId)
		.where('editorialNote', '=', old)
		.execute();
}

export async function why(db: Db, versionId: string, pointId: string, note: string): Promise<void> {
	await db
		.updateTable('changeNotes')
		.set({ note })
		.where('versionId', '=', versionId)
		.where('pointId', '=', pointId)
		.execute();
}

/** In every version that has taken it over as it was. */
export async function measure(
	db: Db,
	id: string,
	part: 'text' | 'responsible',
	{ old, text }: { old: string; text: string }
): Promise<void> {
	await db
		.updateTable('measures')
		.set({ [part]: text })
		.where('id', '=', id)
		.where(part, '=', old)
		.execute();
}

export async function drop(db: Db, versionId: string, pointId: string, reason: string): Promise<void> {
	await db
		.updateTable('drops')
		.set({ reason })
		.where('versionId', '=', versionId)
		.where('pointId', '=', pointId)
		.execute();
}

/** What the draft at work has taken over from a published version is put right there, too. */
export async function headOfDraft(
	db: Db,
	consultationId: string,
	part: 'title' | 'easy' | 'preamble',
	{ old, text }: { old: string; text: string }
): Promise<void> {
	await db
		.updateTable('versions')
		.set((e) => ({ [part]: text, revision: e('revision', '+', 1), headRevision: e('revision', '+', 1) }))
		.where('consultationId', '=', consultationId)
		.where('publishedAt', 'is', null)
		.where(part, '=', old)
		.execute();
}

/** Whoever has the point of the draft open must not write the slip back. */
export async function touchDraft(db: Db, consultationId: string, pointId: string): Promise<void> {
	const draft = await db
		.selectFrom('versions as v')
		.innerJoin('versionPoints as p', 'p.versionId', 'v.id')
		.select(['v.id', 'v.revision'])
		.where('v.consultationId', '=', consultationId)
		.where('v.publishedAt', 'is', null)
		.where('p.pointId', '=', pointId)
		.executeTakeFirst();
	if (!draft) return;
	const revision = draft.revision + 1;
	await db.updateTable('versions').set({ revision }).where('id', '=', draft.id).execute();
	await db
		.updateTable('versionPoints')
		.set({ revision })
		.where('versionId', '=', draft.id)
		.where('pointId', '=', pointId)
		.execute();
}

export async function putNow(db: Db, id: string, textNow: string, digestNow: string): Promise<void> {
	await db.updateTable('versions').set({ textNow, digestNow }).where('id', '=', id).execute();
}
