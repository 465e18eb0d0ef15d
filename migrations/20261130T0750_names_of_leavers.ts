import { sql, type QueryExecutorProvider } from 'kysely';

/** What was said for whoever had left, in every language in which one could leave. */
const NOBODY = ['Jemand', 'Someone', 'Хтось', 'شخص ما', 'Biri', 'Кто-то', 'Ktoś', 'Cineva', 'Някой'];
const FORMER_STAFF = [
	...['Nicht mehr im Team', 'No longer in the team', 'Уже не в команді', 'لم يعد في الفريق', 'Artık ekipte değil'],
	...['Уже не в команде', 'Już nie w zespole', 'Nu mai este în echipă', 'Вече не е в екипа']
];

const list = (words: readonly string[]) => sql.join(words.map((word) => sql`${word}`));
/** What the operator said instead, at any time. */
const said = (key: string) => sql`select text from text_overrides where key = ${key} and text is not null`;

/** The word for whoever had left stood in the language they read: it led from one of their texts to the others. Now none stands there. */
export async function up(db: QueryExecutorProvider): Promise<void> {
	for (const table of ['proposals', 'comments', 'amendments'])
		await sql`update ${sql.table(table)} set author_name = ''
			where author_id is null and organisation_id is null
			and (author_name in (${list(NOBODY)}) or author_name in (${said('privacy.nobody')}))`.execute(db);
	await sql`update persons set pseudonym = ''
		where id not in (select person_id from accounts)
		and (pseudonym in (${list(FORMER_STAFF)}) or pseudonym in (${said('privacy.formerStaff')}))`.execute(db);
}
