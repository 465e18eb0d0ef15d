import type { Ctx } from '../../server/ctx.ts';
import { obey } from '../../verdict.ts';
import { ActionDetails, ActionName, type LoggedAction } from './action.ts';
import * as deeds from './store.server.ts';
import { mayDistil } from '../desk/workItem.ts';
import { staffName } from '../../texts/names.ts';

const LOG_PAGE = 30;

interface LogAsked {
	consultationId: string;
	/** Of one contribution or cluster. */
	subjectId?: string;
	before?: { at: string; id: string } | null;
}

/** What was done at the desk, newest first. */
export async function log(ctx: Ctx, asked: LogAsked): Promise<{ deeds: LoggedAction[]; more: boolean }> {
	obey(mayDistil(ctx.person));
	const { consultationId, subjectId = null, before = null } = asked;
	const rows = await deeds.log(ctx.db, { consultationId, subjectId, before, limit: LOG_PAGE + 1 });
	const read = rows.slice(0, LOG_PAGE).map((row): LoggedAction => {
		return {
			id: row.id,
			kind: ActionName.parse(row.kind),
			by: staffName(row.by),
			mine: row.doneBy === ctx.person?.id,
			at: row.at,
			details: ActionDetails.parse(JSON.parse(row.details)),
			undone: row.undoneBy !== null,
			undoable: row.undoneBy === null && row.undoes === null
		};
	});
	return { deeds: read, more: rows.length > LOG_PAGE };
}
