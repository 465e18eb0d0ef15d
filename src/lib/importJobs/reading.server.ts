import type { Ctx } from '../server/ctx.ts';
import type { Tables } from '../server/db/tables.ts';
import { ConversationTaken } from './conversations/conversationImport.ts';
import { found } from '../verdict.ts';
import { Choices, Outcome, Preview, StatusName, type Status } from './importJob.ts';
import * as store from './store.server.ts';

type Row = Omit<Tables['importJobs'], 'total' | 'through' | 'tries'> & { total: number; through: number };

/** An import as the rest of the program reads it. */
export interface Job {
	id: string;
	consultationId: string;
	name: string;
	status: Status;
	choices: Choices;
	preview: Preview | null;
	/** What would come in, or has, where it is a conversation. */
	conversation: ConversationTaken | null;
	outcome: Outcome | null;
	total: number;
	through: number;
	createdAt: string;
	finishedAt: string | null;
}

export function readJob(row: Row): Job {
	const { id, consultationId, name, total, through, createdAt, finishedAt } = row;
	const choices = Choices.parse(JSON.parse(row.choices));
	const shown: unknown = row.preview === null ? null : JSON.parse(row.preview);
	const outcome = row.outcome === null ? null : Outcome.parse(JSON.parse(row.outcome));
	const told = choices.conversation === null ? null : (outcome?.conversation ?? shown);
	return {
		...{ id, consultationId, name, total, through, createdAt, finishedAt, choices, outcome },
		status: StatusName.parse(row.status),
		preview: choices.conversation === null ? Preview.nullable().parse(shown) : null,
		conversation: ConversationTaken.nullable().parse(told)
	};
}

/** NotFound: there is none of this id. */
export async function jobOf(ctx: Ctx, id: string): Promise<Job> {
	return readJob(found(await store.byId(ctx.db, id), 'import'));
}
