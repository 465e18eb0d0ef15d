import { sql, type ExpressionBuilder } from 'kysely';
import type { Db } from '../server/app.ts';
import type { Tables } from '../server/db/tables.ts';
import type { EntryKind, EntryRow } from './staffSearch.ts';

type Reader = (db: Db, ids: readonly string[]) => Promise<EntryRow[]>;

const none = sql<null>`null`;
const text = sql<string>`''`;

/** Like `stateOf` of each room: the table stands in the query as `x`. */
const stateOf = (waiting: 'created_at' | 'submitted_at', more = sql``) => sql<string>`case
	when x.hidden_at is not null then 'hidden' when x.rejected_at is not null then 'rejected'
	when x.published_at is not null then 'published' ${more} when ${sql.ref(`x.${waiting}`)} is not null then 'waiting' end`;

const proposals: Reader = (db, ids) =>
	db
		.selectFrom('proposals as x')
		.leftJoin('summaries as s', (on) => on.onRef('s.proposalId', '=', 'x.id').on('s.replacedAt', 'is', null))
		.select(['x.id', 'x.number', 'x.title', 'x.body', 'x.authorName as author'])
		.select(
			sql<string>`coalesce(x.evidence, '') || ' ' || coalesce(s.title, '') || ' ' || coalesce(s.body, '')`.as('also')
		)
		.select(
			sql<string>`case when x.withheld_at is not null then 'withheld'
				else ${stateOf('submitted_at', sql`when x.shared_at is not null then 'shared'`)} end`.as('state')
		)
		.select([none.as('about'), none.as('aboutNumber')])
		.where('x.id', 'in', [...ids])
		// A draft is its author's, and what was taken back nobody's.
		.where('x.submittedAt', 'is not', null)
		.where('x.withdrawnAt', 'is', null)
		.execute();

const comments: Reader = (db, ids) =>
	db
		.selectFrom('comments as x')
		.leftJoin('proposals as p', 'p.id', 'x.proposalId')
		.leftJoin('points as o', 'o.id', 'x.pointId')
		.leftJoin('amendments as a', 'a.id', 'x.amendmentId')
		.select(['x.id', 'x.body', 'x.authorName as author', stateOf('created_at').as('state')])
		.select([none.as('number'), text.as('title'), none.as('also')])
		.select(
			sql<string>`case when p.id is not null then 'proposal' when o.id is not null then 'point' else 'amendment' end`.as(
				'about'
			)
		)
		.select(sql<number>`coalesce(p.number, o.number, a.number)`.as('aboutNumber'))
		.where('x.id', 'in', [...ids])
		.where('x.withdrawnAt', 'is', null)
		.execute();

const amendments: Reader = (db, ids) =>
	db
		.selectFrom('amendments as x')
		.select(['x.id', 'x.number', 'x.title', 'x.body', 'x.authorName as author', 'x.reason as also'])
		.select([stateOf('created_at').as('state'), none.as('about'), none.as('aboutNumber')])
		.where('x.id', 'in', [...ids])
		.where('x.withdrawnAt', 'is', null)
		.execute();

type Frozen = 'is' | 'is not';

/** Of each point the newest wording that was published, or that is still written. */
function wordings(frozen: Frozen): Reader {
	const newest = (e: ExpressionBuilder<Tables & { o: Tables['points'] }, 'o'>) =>
		e
			.selectFrom('wordings as w')
			.select('w.id')
			.whereRef('w.pointId', '=', 'o.id')
			.where('w.frozenAt', frozen, null)
			.orderBy('w.writtenAt', 'desc')
			.orderBy('w.id', 'desc')
			.limit(1);
	return (db, ids) =>
		db
			.selectFrom('points as o')
			.innerJoin('wordings as x', (on) => on.on((e) => e('x.id', '=', newest(e))))
			.select(['o.id', 'o.number', 'x.title', 'x.body'])
			.select([none.as('also'), none.as('author'), none.as('state'), none.as('about'), none.as('aboutNumber')])
			.where('o.id', 'in', [...ids])
			.execute();
}

/** Only its own words: those of its contribution go without asking anybody here. */
const answers: Reader = (db, ids) =>
	db
		.selectFrom('answers as x')
		.innerJoin('proposals as p', 'p.id', 'x.proposalId')
		.select(['x.id', 'p.number', 'x.responsible as also', text.as('title'), 'x.reason as body'])
		.select([none.as('author'), none.as('state'), none.as('about'), none.as('aboutNumber')])
		.where('x.id', 'in', [...ids])
		.where('p.number', 'is not', null)
		.where('p.withdrawnAt', 'is', null)
		.execute();

/** Only what was sent: before that a paper is its organisation's. */
const papers: Reader = async (db, ids) => {
	const rows = await db
		.selectFrom('positionPapers as x')
		.innerJoin('organisations as o', 'o.id', 'x.organisationId')
		.select(['x.id', 'x.name as title', 'o.name as author'])
		.select([none.as('number'), none.as('state'), none.as('about'), none.as('aboutNumber')])
		.where('x.id', 'in', [...ids])
		.where('x.sentAt', 'is not', null)
		.execute();
	const sections = await db
		.selectFrom('positionPaperSections')
		.select(['paperId', 'heading', 'body'])
		.where('paperId', 'in', [...ids])
		.where('proposalId', 'is not', null)
		.orderBy('paperId')
		.orderBy('place')
		.execute();
	return rows.map((row) => {
		const own = sections.filter(({ paperId }) => paperId === row.id);
		return { ...row, body: own.map(({ heading, body }) => `${heading} ${body}`).join(' '), also: null };
	});
};

const clusters: Reader = (db, ids) =>
	db
		.selectFrom('clusters as x')
		.select(['x.id', 'x.number', 'x.title', 'x.gist as body'])
		.select([none.as('also'), none.as('author'), none.as('state'), none.as('about'), none.as('aboutNumber')])
		.where('x.id', 'in', [...ids])
		.where('x.removedAt', 'is', null)
		.execute();

const remarks: Reader = (db, ids) =>
	db
		.selectFrom('remarks as x')
		.leftJoin('clusters as c', 'c.id', 'x.subjectId')
		.leftJoin('proposals as p', 'p.id', 'x.subjectId')
		.select(['x.id', 'x.body'])
		.select([none.as('number'), text.as('title'), none.as('also'), none.as('author'), none.as('state')])
		.select(sql<string>`case when c.id is not null then 'cluster' else 'workItem' end`.as('about'))
		.select(sql<number>`coalesce(c.number, p.number)`.as('aboutNumber'))
		.where('x.id', 'in', [...ids])
		.where('x.removedAt', 'is', null)
		.where((e) => e.or([e('c.id', 'is not', null), e('p.number', 'is not', null)]))
		.execute();

/** What moderators noted when they decided. */
const decisions: Reader = (db, ids) =>
	db
		.selectFrom('screenings as x')
		.select(['x.id', sql<string>`x.note`.as('body'), 'x.subjectKind as about', 'x.subjectId as aboutNumber'])
		.select([none.as('number'), text.as('title'), none.as('also'), none.as('author'), none.as('state')])
		.where('x.id', 'in', [...ids])
		.where('x.note', 'is not', null)
		.where('x.note', '<>', '')
		.execute();

const tickets: Reader = (db, ids) =>
	db
		.selectFrom('tickets as x')
		.select(['x.id', 'x.number', 'x.page as title', 'x.body'])
		.select(sql<string>`coalesce(x.interim, '') || ' ' || coalesce(x.answer, '')`.as('also'))
		.select([none.as('author'), none.as('state'), none.as('about'), none.as('aboutNumber')])
		.where('x.id', 'in', [...ids])
		.execute();

const meetings: Reader = (db, ids) =>
	db
		.selectFrom('workshops as x')
		.select(['x.id', 'x.number', 'x.label as title', 'x.minutes as body'])
		.select([none.as('also'), none.as('author'), none.as('state'), none.as('about'), none.as('aboutNumber')])
		.where('x.id', 'in', [...ids])
		.execute();

const READERS: Readonly<Record<EntryKind, Reader>> = {
	...{ proposal: proposals, comment: comments, amendment: amendments, answer: answers, paper: papers },
	...{ point: wordings('is not'), draftPoint: wordings('is'), cluster: clusters, remark: remarks },
	...{ decision: decisions, ticket: tickets, meeting: meetings }
};

/** One question for all of a kind (two for papers). Ids of which there is nothing to be found are missing. */
export async function textsOf(db: Db, kind: EntryKind, ids: readonly string[]): Promise<Map<string, EntryRow>> {
	const rows = ids.length === 0 ? [] : await READERS[kind](db, ids);
	return new Map(rows.map((row) => [row.id, row]));
}
