import { sql, type Kysely } from 'kysely';

/**
 * Search takes the forms of a letter for one now: ة and ه, ى and ي, ı and i, ł and l, in Arabic also letters that are drawn
 * out or stand alone as hamza. What lies in the index is folded the same way, or it would not be found any more.
 */
const FORMS = [
	...[
		['ٱ', 'ا'],
		['ة', 'ه'],
		['ى', 'ي'],
		['ی', 'ي'],
		['ک', 'ك'],
		['ء', ''],
		['ـ', '']
	],
	...[...'٠١٢٣٤٥٦٧٨٩'].map((digit, value) => [digit, String(value)]),
	...[...'۰۱۲۳۴۵۶۷۸۹'].map((digit, value) => [digit, String(value)]),
	...[
		['ı', 'i'],
		['ł', 'l'],
		['đ', 'd']
	]
] as const;

const folded = (column: string) =>
	FORMS.reduce((text, [form = '', letter = '']) => sql`replace(${text}, ${form}, ${letter})`, sql`${sql.ref(column)}`);
const hasAny = sql.join(
	FORMS.map(([form = '']) => sql`folded like ${`%${form}%`}`),
	sql` or `
);

export async function up(db: Kysely<unknown>): Promise<void> {
	for (const table of ['proposal_texts', 'comment_texts'])
		await sql`update ${sql.id(table)} set title = ${folded('title')}, folded = ${folded('folded')}
			where ${hasAny}`.execute(db);
}
