import { fold } from '../proposals/lists/searchText.ts';
import type { Ctx } from '../server/ctx.ts';
import { transaction } from '../server/db/transaction.ts';
import { ENTRY_KINDS, SEARCHED_STATES } from './staffSearch.ts';
import * as store from './store.server.ts';
import { textsOf } from './texts.store.server.ts';

/** In one transaction: others wait for so long. */
const AT_ONCE = 200;

/** A chore: the index follows what was written since. Returns how many were looked at. */
export async function indexForStaff(ctx: Ctx): Promise<number> {
	let all = 0;
	for (let done = AT_ONCE; done === AT_ONCE; all += done) {
		done = await transaction(ctx, async ({ db }) => {
			const due = await store.due(db, AT_ONCE);
			for (const kind of ENTRY_KINDS) {
				const ofKind = due.filter((one) => one.kind === kind);
				const texts = await textsOf(
					db,
					kind,
					ofKind.map(({ subjectId }) => subjectId)
				);
				const found = ofKind.flatMap(({ place, subjectId }) => {
					const row = texts.get(subjectId);
					if (!row) return [];
					const { title, body, also, author } = row;
					const state = SEARCHED_STATES.find((one) => one === row.state) ?? null;
					const folded = fold([title, body, also ?? '', author ?? ''].join(' '));
					return [{ place, kind, state, title: fold(title), folded }];
				});
				const gone = ofKind.filter(({ subjectId }) => !texts.has(subjectId)).map(({ place }) => place);
				await store.put(db, found, gone);
			}
			return due.length;
		});
	}
	return all;
}
