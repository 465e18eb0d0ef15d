import type { Db } from '../server/house.ts';
import { fold } from './fold.ts';
import { current } from './summary.store.server.ts';

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
