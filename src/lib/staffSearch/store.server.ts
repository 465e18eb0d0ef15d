import { sql, type RawBuilder } from 'kysely';
import type { Db } from '../server/app.ts';
import { containing, COUNTED_MAX, marked, rowId, rowToJoin } from '../server/db/fullTextSearch.ts';
import { isPublic, isPublicComment, isPublicContribution } from '../server/db/publicTexts.ts';
import { SCREENED, type EntryKind, type NumberedKind, type SearchedState } from './staffSearch.ts';

/** In the index's column of marks, three signs each: one place of an index of trigrams. */
const MARKS: Readonly<Record<EntryKind | SearchedState, string>> = {
	...{ proposal: 'kpr', comment: 'kcm', amendment: 'kam', point: 'kpt', draftPoint: 'kdp', answer: 'kan' },
	...{ paper: 'kpa', cluster: 'kcl', remark: 'krm', decision: 'kde', ticket: 'kti', meeting: 'kme' },
	...{ waiting: 'swa', published: 'spu', shared: 'ssh', rejected: 'sre', hidden: 'shi', withheld: 'swi' }
};

export interface Asked {
	parts: readonly string[];
	/** Only these. */
	kinds: readonly EntryKind[];
	state: SearchedState | null;
	/** Texts of participants only as far as everybody can read them. */
	publicOnly: boolean;
}

/** Asked of the rows themselves: what was hidden a moment ago is not found any more. */
const seenByAll: RawBuilder<boolean> = sql<boolean>`case e.kind
	when 'proposal' then exists (select 1 from proposals x where x.id = e.subject_id and ${isPublicContribution('x')})
	when 'comment' then exists (select 1 from comments x where x.id = e.subject_id and ${isPublicComment('x')})
	when 'amendment' then exists (select 1 from amendments x where x.id = e.subject_id and ${isPublic('x')})
	when 'answer' then exists (select 1 from answers a join proposals x on x.id = a.proposal_id
		where a.id = e.subject_id and ${isPublicContribution('x')})
	else 1 = 1 end`;

function entries(db: Db, { parts, kinds, state, publicOnly }: Asked) {
	const marks = [kinds.map((kind) => MARKS[kind]), ...(state ? [[MARKS[state]]] : [])];
	let query = db
		.selectFrom('staffTexts')
		.innerJoin('searchEntries as e', (on) => on.on(sql<boolean>`e.place = ${rowToJoin(db, 'staff_texts')}`))
		.where(containing(db, 'staff_texts', parts, 'anywhere'))
		.where(marked(db, 'staff_texts', marks));
	if (publicOnly) query = query.where(seenByAll);
	return query;
}

/** The newest first. `under`: only what stands before this place. */
export async function hits(db: Db, asked: Asked, under: number | null, limit: number) {
	let query = entries(db, asked)
		.select(['e.place', 'e.kind', 'e.subjectId'])
		.orderBy('staffTexts.rowid', 'desc')
		.limit(limit);
	if (under !== null) query = query.where('staffTexts.rowid', '<', rowId(under));
	return query.execute();
}

export async function count(db: Db, asked: Asked): Promise<number> {
	const found = entries(db, asked)
		.select('e.place')
		.limit(COUNTED_MAX + 1);
	const row = await db
		.selectFrom(found.as('found'))
		.select((e) => e.fn.countAll<number>().as('count'))
		.executeTakeFirst();
	return Number(row?.count ?? 0);
}

const TABLES = {
	...{ proposal: 'proposals', point: 'points', amendment: 'amendments' },
	...{ cluster: 'clusters', ticket: 'tickets', meeting: 'workshops' }
} as const satisfies Record<NumberedKind, string>;

/** What is called by this number, as far as the one who asks may read it. */
export async function idByNumber(db: Db, kind: NumberedKind, number: number, publicOnly: boolean) {
	const screened = publicOnly && SCREENED.includes(kind);
	const { rows } = await sql<{ id: string }>`select t.id from ${sql.table(TABLES[kind])} as t
		where t.number = ${number}
		${screened ? sql`and ${kind === 'proposal' ? isPublicContribution('t') : isPublic('t')}` : sql``}
		limit 1`.execute(db);
	return rows[0]?.id ?? null;
}

export interface Due {
	place: number;
	kind: string;
	subjectId: string;
}

export async function due(db: Db, limit: number): Promise<Due[]> {
	return db
		.selectFrom('searchEntries')
		.select(['place', 'kind', 'subjectId'])
		.where('due', '=', 1)
		.orderBy('place')
		.limit(limit)
		.execute();
}

interface Entry {
	place: number;
	kind: EntryKind;
	state: SearchedState | null;
	title: string;
	folded: string;
}

/** These places hold these texts from now on, and those of `gone` nothing. */
export async function put(db: Db, found: readonly Entry[], gone: readonly number[]): Promise<void> {
	const places = [...found.map(({ place }) => place), ...gone];
	if (places.length === 0) return;
	await db.deleteFrom('staffTexts').where('rowid', 'in', places).execute();
	if (found.length > 0) {
		const rows = found.map(({ place, kind, state, title, folded }) => {
			return { rowid: place, kind: [MARKS[kind], state ? MARKS[state] : ''].join(' '), title, folded };
		});
		await db.insertInto('staffTexts').values(rows).execute();
	}
	await db.updateTable('searchEntries').set({ due: 0 }).where('place', 'in', places).execute();
	if (gone.length > 0)
		await db
			.deleteFrom('searchEntries')
			.where('place', 'in', [...gone])
			.execute();
}
