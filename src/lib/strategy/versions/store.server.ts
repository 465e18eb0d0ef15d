import { sql } from 'kysely';
import { isNumber } from '../../server/db/counters.ts';
import type { Db } from '../../server/app.ts';

/** Versions and what stands in them. */
function heads(db: Db) {
	return db
		.selectFrom('versions as v')
		.leftJoin('versions as former', 'former.id', 'v.previousId')
		.select([
			'v.id',
			'v.number',
			'v.consultationId',
			'v.kind',
			'v.title',
			'v.preamble',
			'v.revision',
			'v.headRevision',
			'v.easy',
			'v.waived',
			'v.understood',
			'v.represented',
			'v.board',
			'v.omitted',
			'v.justified',
			'v.createdAt',
			'v.publishedAt',
			'v.numbers',
			'v.digest',
			'v.digestNow',
			'v.restoredAt',
			'former.id as previousId',
			'former.number as previousNumber',
			'former.digest as previousDigest'
		]);
}

export type HeadRow = NonNullable<Awaited<ReturnType<typeof headById>>>;

export async function headById(db: Db, id: string) {
	return heads(db).where('v.id', '=', id).executeTakeFirst();
}

export async function headByNumber(db: Db, number: number) {
	if (!isNumber(number)) return undefined;
	return heads(db).where('v.number', '=', number).executeTakeFirst();
}

/** The text a version was sealed with. As long as the whole version, so nobody reads it on the way. */
export async function frozenOf(db: Db, id: string): Promise<string | null> {
	return (await textsOf(db, id))?.frozen ?? null;
}

/** That text, and the one that addenda have made of it; null: it stands as it was sealed. */
export async function textsOf(db: Db, id: string) {
	return db.selectFrom('versions').select(['frozen', 'textNow', 'digestNow']).where('id', '=', id).executeTakeFirst();
}

/** Every published version as it was sealed, oldest first. */
export async function frozenTexts(db: Db) {
	const rows = await db
		.selectFrom('versions')
		.select(['id', 'number', 'consultationId', 'frozen', 'digest', 'publishedAt', 'textNow'])
		.where('publishedAt', 'is not', null)
		.orderBy('number')
		.execute();
	return rows.flatMap(({ frozen, ...row }) => (frozen === null ? [] : [{ ...row, frozen }]));
}

/** What points have said in published versions, the oldest first. */
export async function publishedWordings(db: Db): Promise<{ number: number; title: string; body: string }[]> {
	return db
		.selectFrom('versionPoints as vp')
		.innerJoin('versions as v', 'v.id', 'vp.versionId')
		.innerJoin('points as p', 'p.id', 'vp.pointId')
		.innerJoin('wordings as w', 'w.id', 'vp.wordingId')
		.select(['p.number', 'w.title', 'w.body'])
		.where('v.publishedAt', 'is not', null)
		.orderBy('v.number')
		.execute();
}

/** Newest first; of one consultation or of all. */
export async function publishedHeads(db: Db, consultationId: string | null) {
	let query = heads(db).where('v.publishedAt', 'is not', null).orderBy('v.number', 'desc');
	if (consultationId !== null) query = query.where('v.consultationId', '=', consultationId);
	return query.execute();
}

export async function newestHead(db: Db, consultationId: string) {
	return heads(db)
		.where('v.consultationId', '=', consultationId)
		.where('v.publishedAt', 'is not', null)
		.orderBy('v.number', 'desc')
		.limit(1)
		.executeTakeFirst();
}

export async function draftHead(db: Db, consultationId: string) {
	return heads(db).where('v.consultationId', '=', consultationId).where('v.publishedAt', 'is', null).executeTakeFirst();
}

/** What is published goes on calling the field of a point as it did; a draft follows the field. */
const fieldTitle = sql<string>`coalesce(vp.field_title, f.title)`;

/** The points that stand in a version, in the order of the document: by field, then by place. */
export async function pointsOfVersion(db: Db, versionId: string, pointId: string | null = null) {
	let query = db
		.selectFrom('versionPoints as vp')
		.innerJoin('points as p', 'p.id', 'vp.pointId')
		.innerJoin('wordings as w', 'w.id', 'vp.wordingId')
		.innerJoin('fields as f', 'f.id', 'w.fieldId')
		.leftJoin('drops as d', (join) =>
			join.onRef('d.versionId', '=', 'vp.versionId').onRef('d.pointId', '=', 'vp.pointId')
		)
		.select([
			'p.id as pointId',
			'p.number',
			'w.id as wordingId',
			'w.fieldId',
			fieldTitle.as('field'),
			'w.title',
			'w.body',
			'w.frozenAt',
			'vp.position',
			'vp.revision',
			'vp.editorialNote'
		])
		.where('vp.versionId', '=', versionId)
		.where('d.pointId', 'is', null)
		.orderBy(sql`coalesce(vp.field_position, f.position)`)
		.orderBy('vp.position')
		.orderBy('p.number');
	if (pointId !== null) query = query.where('vp.pointId', '=', pointId);
	return query.execute();
}

export async function sources(db: Db, versionId: string, pointId: string | null = null) {
	let query = db
		.selectFrom('sources')
		.select(['pointId', 'proposalId', 'relation', 'note'])
		.where('versionId', '=', versionId);
	if (pointId !== null) query = query.where('pointId', '=', pointId);
	return query.execute();
}

/** Points that no longer stand in a version, with the title they had in the one before. */
export async function drops(db: Db, versionIds: readonly string[]) {
	if (versionIds.length === 0) return [];
	return db
		.selectFrom('drops as d')
		.innerJoin('points as p', 'p.id', 'd.pointId')
		.innerJoin('versions as v', 'v.id', 'd.versionId')
		.leftJoin('versionPoints as vp', (join) =>
			join.onRef('vp.versionId', '=', 'v.previousId').onRef('vp.pointId', '=', 'd.pointId')
		)
		.leftJoin('wordings as w', 'w.id', 'vp.wordingId')
		.select(['d.pointId', 'p.number', 'd.reason', 'w.title', 'v.number as versionNumber', 'v.publishedAt'])
		.where('d.versionId', 'in', [...versionIds])
		.orderBy('p.number')
		.orderBy('v.number')
		.execute();
}

/** How many points stand in each of these versions. */
export async function sizes(db: Db, versionIds: readonly string[]) {
	if (versionIds.length === 0) return [];
	return db
		.selectFrom('versionPoints')
		.select((e) => ['versionId', e.fn.countAll<number>().as('points')])
		.where('versionId', 'in', [...versionIds])
		.groupBy('versionId')
		.execute();
}

/** Titles that published versions call fields by and that are not theirs any more. */
export async function formerFieldTitles(db: Db): Promise<{ fieldId: string; title: string }[]> {
	const { rows } = await sql<{
		fieldId: string;
		title: string;
	}>`select distinct f.id as "fieldId", vp.field_title as title,
			min(v.number) as first
		from version_points vp
		join wordings w on w.id = vp.wording_id
		join fields f on f.id = w.field_id
		join versions v on v.id = vp.version_id
		where vp.field_title is not null and vp.field_title <> f.title
		group by f.id, vp.field_title order by first`.execute(db);
	return rows;
}
