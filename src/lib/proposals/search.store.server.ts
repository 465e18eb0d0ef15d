import type { Db } from '../server/house.ts';
import { fold } from './fold.ts';
import { current } from './summary.store.server.ts';

/** The index follows what the public may read, in both languages: replaced at every change, gone when hidden. */
export async function index(db: Db, id: string, text: { title: string; body: string; evidence: string | null } | null) {
	await db.deleteFrom('proposalTexts').where('proposalId', '=', id).execute();
	if (!text) return;
	const [summary] = await current(db, [id]);
	const german = summary ? `${summary.title} ${summary.body}` : '';
	const folded = fold(`${text.title} ${text.body} ${text.evidence ?? ''} ${german}`);
	await db.insertInto('proposalTexts').values({ proposalId: id, folded }).execute();
}
