import { sql, type Kysely, type RawBuilder } from 'kysely';

/**
 * Pages that tell how many contributions there are, of whom, and how many have an answer must not count them: start page,
 * workshop and reports took thirty times as long with a hundred times as many. What they tell is kept here, by triggers,
 * so that no way of writing can forget it.
 *
 * `proposals.published_answer`: the disposition of the newest published answer. `current_answer`: as if the draft went
 * out now: the draft's answer before that, and `adrift` where the answer names a point while in the draft no point stands
 * on the contribution. `answered`: 1 when that is an answer.
 */
const NAMES_POINT = `'adopted', 'partly', 'merged'`;
const VISIBLE = 'published_at is not null and hidden_at is null and withdrawn_at is null';
const visible = (row: 'new' | 'old') =>
	`${row}.published_at is not null and ${row}.hidden_at is null and ${row}.withdrawn_at is null`;

const newestAnswer = (which: string) => `(
	select a.disposition from answers a join versions v on v.id = a.version_id
	where a.proposal_id = proposals.id and ${which} order by v.number desc limit 1
)`;
const PUBLISHED = newestAnswer('a.published_at is not null');
const CURRENT = newestAnswer('(a.published_at is not null or v.published_at is null)');
const STANDS = `exists (
	select 1 from sources s join versions v on v.id = s.version_id
	left join drops d on d.version_id = s.version_id and d.point_id = s.point_id
	where s.proposal_id = proposals.id and v.published_at is null and d.point_id is null
)`;
const DRAFT = `exists (
	select 1 from versions v where v.consultation_id = proposals.consultation_id and v.published_at is null
)`;
const ADRIFT = `${CURRENT} in (${NAMES_POINT}) and ${DRAFT} and not ${STANDS}`;

/** Sets the three columns of these contributions anew. */
const refresh = (which: string) => `update proposals set
	published_answer = ${PUBLISHED},
	current_answer = case when ${ADRIFT} then 'adrift' else ${CURRENT} end,
	answered = case when coalesce(${CURRENT}, 'open') = 'open' or (${ADRIFT}) then 0 else 1 end
	where ${which}`;

const group = (row: string) => `coalesce(${row}.author_group, 'none')`;
const counted = (row: 'new' | 'old', by: 1 | -1) => `insert into proposal_counts
	(consultation_id, author_group, published_answer, current_answer, count)
	select ${row}.consultation_id, ${group(row)}, coalesce(${row}.published_answer, ''),
		coalesce(${row}.current_answer, ''), ${by}
	where ${visible(row)}
	on conflict (consultation_id, author_group, published_answer, current_answer)
	do update set count = proposal_counts.count + excluded.count`;
const talked = (row: 'new' | 'old', by: 1 | -1) => `insert into comment_counts (consultation_id, author_group, count)
	select ${row}.consultation_id, ${group(row)}, ${by} where ${visible(row)}
	on conflict (consultation_id, author_group) do update set count = comment_counts.count + excluded.count`;

type Event = 'insert' | 'update' | 'delete';
interface Kept {
	table: string;
	/** Columns whose change matters. */
	of: string;
	/** What is done with a row that came, and with one that went. */
	came: string;
	went: string;
}

const MOMENTS = 'published_at, hidden_at, withdrawn_at, author_group, consultation_id';
const KEPT: readonly Kept[] = [
	{
		table: 'proposals',
		of: `${MOMENTS}, published_answer, current_answer`,
		came: counted('new', 1),
		went: counted('old', -1)
	},
	{ table: 'comments', of: MOMENTS, came: talked('new', 1), went: talked('old', -1) },
	{
		table: 'answers',
		of: 'disposition, published_at, version_id, proposal_id',
		came: refresh('id = new.proposal_id'),
		went: refresh('id = old.proposal_id')
	},
	{
		table: 'sources',
		of: 'version_id, point_id, proposal_id',
		came: refresh('id = new.proposal_id'),
		went: refresh('id = old.proposal_id')
	},
	{
		table: 'drops',
		of: 'version_id, point_id',
		came: refresh(
			'id in (select s.proposal_id from sources s where s.version_id = new.version_id and s.point_id = new.point_id)'
		),
		went: refresh(
			'id in (select s.proposal_id from sources s where s.version_id = old.version_id and s.point_id = old.point_id)'
		)
	},
	{
		// A draft begins, or goes out: what names a point hangs on it.
		table: 'versions',
		of: 'published_at',
		came: refresh(`consultation_id = new.consultation_id and current_answer in (${NAMES_POINT}, 'adrift')`),
		went: ''
	}
];

export async function up(db: Kysely<unknown>): Promise<void> {
	await db.schema.alterTable('proposals').addColumn('published_answer', 'text').execute();
	await db.schema.alterTable('proposals').addColumn('current_answer', 'text').execute();
	await db.schema
		.alterTable('proposals')
		.addColumn('answered', 'integer', (c) => c.notNull().defaultTo(0))
		.execute();
	await db.schema
		.createTable('proposal_counts')
		.addColumn('consultation_id', 'text', (c) => c.notNull().references('consultations.id').onDelete('cascade'))
		.addColumn('author_group', 'text', (c) => c.notNull())
		// Empty: none.
		.addColumn('published_answer', 'text', (c) => c.notNull())
		.addColumn('current_answer', 'text', (c) => c.notNull())
		.addColumn('count', 'integer', (c) => c.notNull())
		.addPrimaryKeyConstraint('proposal_counts_pk', [
			...(['consultation_id', 'author_group', 'published_answer', 'current_answer'] as const)
		])
		.execute();
	await db.schema
		.createTable('comment_counts')
		.addColumn('consultation_id', 'text', (c) => c.notNull().references('consultations.id').onDelete('cascade'))
		.addColumn('author_group', 'text', (c) => c.notNull())
		.addColumn('count', 'integer', (c) => c.notNull())
		.addPrimaryKeyConstraint('comment_counts_pk', ['consultation_id', 'author_group'])
		.execute();

	const run = (text: string): RawBuilder<unknown> => sql.raw(text);
	await run(refresh('1 = 1')).execute(db);
	await run(`insert into proposal_counts
		select consultation_id, coalesce(author_group, 'none'), coalesce(published_answer, ''),
			coalesce(current_answer, ''), count(*)
		from proposals where ${VISIBLE} group by 1, 2, 3, 4`).execute(db);
	await run(`insert into comment_counts select consultation_id, coalesce(author_group, 'none'), count(*)
		from comments where ${VISIBLE} group by 1, 2`).execute(db);
	const postgres = db.getExecutor().adapter.supportsTransactionalDdl;
	for (const kept of KEPT) {
		for (const event of ['insert', 'update', 'delete'] as const) {
			const text = statements(kept, event);
			if (text === '') continue;
			for (const one of postgres ? onPostgres(kept, event, text) : [onSqlite(kept, event, text)]) {
				await run(one).execute(db);
			}
		}
	}
	await run(`create index proposals_work on proposals (consultation_id, answered, number) where ${VISIBLE}`).execute(
		db
	);
	await run(`create index proposals_waiting on proposals (submitted_at)
		where published_at is null and rejected_at is null and withdrawn_at is null and withheld_at is null`).execute(db);
	await run(`create index comments_waiting on comments (created_at)
		where published_at is null and rejected_at is null and withdrawn_at is null`).execute(db);
	await db.schema.createIndex('journal_actor').on('journal').column('actor_id').execute();
}

function statements({ came, went }: Kept, event: Event): string {
	const parts = event === 'insert' ? [came] : event === 'delete' ? [went] : [went, came];
	return parts
		.filter((part) => part !== '')
		.map((part) => `${part};`)
		.join('\n');
}

const moment = ({ of }: Kept, event: Event) => (event === 'update' ? `update of ${of}` : event);

function onSqlite(kept: Kept, event: Event, text: string): string {
	const name = `${kept.table}_counted_${event}`;
	return `create trigger ${name} after ${moment(kept, event)} on ${kept.table} for each row begin ${text} end`;
}

function onPostgres(kept: Kept, event: Event, text: string): string[] {
	const name = `${kept.table}_counted_${event}`;
	return [
		`create function ${name}() returns trigger language plpgsql as $$ begin ${text} return null; end $$`,
		`create trigger ${name} after ${moment(kept, event)} on ${kept.table} for each row execute function ${name}()`
	];
}
