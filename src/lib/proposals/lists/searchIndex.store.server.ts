import type { Db } from '../../server/app.ts';
import { fold } from './searchText.ts';
import { current } from '../summaries/store.server.ts';

/** The index follows what the public may read, in both languages: replaced at every change, gone when hidden. */
export async function index(db: Db, id: string, text: { title: string; body: string; evidence: string | null } | null) {
	const row = await db.selectFrom('proposals').select('number').where('id', '=', id).executeTakeFirst();
	// Without a number it was never sent, and never in the index.
	const rowid = row?.number ?? null;
	if (rowid === null) return;
	await db.deleteFrom('proposalTexts').where('rowid', '=', rowid).execute();
	if (!text) return;
	const [summary] = await current(db, [id]);
	const german = summary ? `${summary.title} ${summary.body}` : '';
	const folded = fold(`${text.title} ${text.body} ${text.evidence ?? ''} ${german}`);
	const title = fold(`${text.title} ${summary?.title ?? ''}`);
	await db.insertInto('proposalTexts').values({ rowid, proposalId: id, title, folded }).execute();
}

interface Published {
	id: string;
	number: number | null;
	title: string;
	body: string;
	evidence: string | null;
}

/** The same for many that have just become public, in a few questions. */
export async function indexMany(db: Db, rows: readonly Published[]): Promise<void> {
	const ids = rows.map(({ id }) => id);
	if (ids.length === 0) return;
	await removeMany(db, ids);
	const german = new Map((await current(db, ids)).map((one) => [one.proposalId, one]));
	const texts = rows.flatMap(({ id, number, title, body, evidence }) => {
		const summary = german.get(id);
		const folded = fold(`${title} ${body} ${evidence ?? ''} ${summary ? `${summary.title} ${summary.body}` : ''}`);
		return number === null
			? []
			: [{ rowid: number, proposalId: id, title: fold(`${title} ${summary?.title ?? ''}`), folded }];
	});
	await db.insertInto('proposalTexts').values(texts).execute();
}

/** By the numbers of the contributions: the index knows no other way. */
export async function removeMany(db: Db, ids: readonly string[]): Promise<void> {
	const numbers = db
		.selectFrom('proposals')
		.select('number')
		.where('id', 'in', [...ids])
		.where('number', 'is not', null);
	await db.deleteFrom('proposalTexts').where('rowid', 'in', numbers.$castTo<{ number: number }>()).execute();
}
