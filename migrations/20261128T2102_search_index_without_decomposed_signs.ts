import { sql, type Kysely } from 'kysely';

/** As many rows at once. */
const PAGE = 500;

/** How search has folded text since then: umlauts of two signs, ligatures and places to break a word are understood. */
function fold(text: string): string {
	return text
		.normalize('NFKC')
		.replace(/[\u00AD\u200B-\u200D\u2060\uFEFF]/g, '')
		.toLowerCase()
		.replaceAll('ä', 'ae')
		.replaceAll('ö', 'oe')
		.replaceAll('ü', 'ue')
		.replaceAll('ß', 'ss')
		.normalize('NFD')
		.replace(/\p{M}/gu, '')
		.replace(/[^\p{L}\p{N}]+/gu, ' ')
		.trim();
}

interface Indexed {
	key: string | number;
	id: string;
	folded: string;
}

/** Text from a Mac or a PDF was not found. The texts stay as they are; what search knows of them is made again. */
export async function up(db: Kysely<unknown>): Promise<void> {
	const postgres = db.getExecutor().adapter.supportsTransactionalDdl;
	// In the full-text table of SQLite only the row's own number is quick to find.
	const key = sql.raw(postgres ? 'proposal_id' : 'rowid');
	for (let after: string | number = postgres ? '' : 0; ;) {
		const { rows } = await sql<Indexed>`select ${key} as key, proposal_id as id, folded from proposal_texts
			where ${key} > ${after} order by ${key} limit ${PAGE}`.execute(db);
		const last = rows.at(-1);
		if (!last) return;
		const texts = await textsOf(
			db,
			rows.map(({ id }) => id)
		);
		for (const row of rows) {
			const folded = fold(texts.get(row.id) ?? '');
			if (folded !== row.folded) {
				await sql`update proposal_texts set folded = ${folded} where ${key} = ${row.key}`.execute(db);
			}
		}
		after = last.key;
	}
}

interface Text {
	id: string;
	words: string;
	german: string | null;
}

async function textsOf(db: Kysely<unknown>, ids: readonly string[]): Promise<Map<string, string>> {
	const { rows } = await sql<Text>`select p.id, p.title || ' ' || p.body || ' ' || coalesce(p.evidence, '') as words,
			(select s.title || ' ' || s.body from summaries s
				where s.proposal_id = p.id and s.replaced_at is null) as german
		from proposals p where p.id in (${sql.join(ids)})`.execute(db);
	return new Map(rows.map(({ id, words, german }) => [id, `${words} ${german ?? ''}`]));
}
