import type { Db } from '../../server/app.ts';
import type { Shape } from './versionDigest.ts';

/**
 * Every row a version froze, with every column but those that lead to a person: these are emptied when the person goes.
 * The lists belong to a shape of the digest, from shape 3 on; a column that comes later is for the next shape.
 */
export async function rowsOf(db: Db, versionId: string, shape: Shape): Promise<Record<string, object[]>> {
	return {
		versions: await versions(db, versionId),
		points: await points(db, versionId),
		wordings: await wordings(db, versionId),
		...(await ofVersion(db, versionId, shape))
	};
}

/** What came later only where something stands there: rows from before keep their digest. */
async function versions(db: Db, versionId: string) {
	const rows = await db
		.selectFrom('versions')
		.select(['id', 'number', 'consultationId', 'previousId', 'kind', 'title', 'preamble', 'createdAt', 'publishedAt'])
		.select(['revision', 'headRevision', 'numbers', 'easy', 'waived', 'understood', 'represented', 'board', 'omitted'])
		.where('id', '=', versionId)
		.execute();
	return rows.map(({ represented, board, omitted, ...row }) => ({
		...row,
		...(represented !== null && { represented }),
		...(board !== null && { board }),
		...(omitted !== null && { omitted })
	}));
}

/** Those that stand in it, and those it let go. */
async function points(db: Db, versionId: string) {
	return db
		.selectFrom('points')
		.select(['id', 'number', 'consultationId', 'createdAt'])
		.where((e) =>
			e.or([
				e('id', 'in', e.selectFrom('versionPoints').select('pointId').where('versionId', '=', versionId)),
				e('id', 'in', e.selectFrom('drops').select('pointId').where('versionId', '=', versionId))
			])
		)
		.execute();
}

async function wordings(db: Db, versionId: string) {
	return db
		.selectFrom('wordings')
		.select(['id', 'pointId', 'fieldId', 'title', 'body', 'writtenAt', 'frozenAt'])
		.where('id', 'in', (e) => e.selectFrom('versionPoints').select('wordingId').where('versionId', '=', versionId))
		.execute();
}

async function ofVersion(db: Db, versionId: string, shape: Shape) {
	return {
		versionPoints: await db
			.selectFrom('versionPoints')
			.select(['pointId', 'wordingId', 'position', 'editorialNote', 'revision'])
			.$if(shape >= 4, (points) => points.select(['fieldTitle', 'fieldPosition']))
			.where('versionId', '=', versionId)
			.execute(),
		drops: await db.selectFrom('drops').select(['pointId', 'reason']).where('versionId', '=', versionId).execute(),
		sources: await db
			.selectFrom('sources')
			.select(['pointId', 'proposalId', 'relation', 'note'])
			.where('versionId', '=', versionId)
			.execute(),
		amendmentSources: await db
			.selectFrom('amendmentSources')
			.select(['pointId', 'amendmentId', 'outcome'])
			.where('versionId', '=', versionId)
			.execute(),
		...(await grounds(db, versionId))
	};
}

async function grounds(db: Db, versionId: string) {
	return {
		measures: await db
			.selectFrom('measures')
			.select(['id', 'pointId', 'text', 'responsible', 'competence'])
			.where('versionId', '=', versionId)
			.execute(),
		lineages: await db
			.selectFrom('lineages')
			.select(['pointId', 'fromId', 'kind', 'carried'])
			.where('versionId', '=', versionId)
			.execute(),
		changeNotes: await db
			.selectFrom('changeNotes')
			.select(['pointId', 'note'])
			.where('versionId', '=', versionId)
			.execute()
	};
}
