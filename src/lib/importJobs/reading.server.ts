import type { Ctx } from '../server/ctx.ts';
import type { Tables } from '../server/db/tables.ts';
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
	outcome: Outcome | null;
	total: number;
	through: number;
	createdAt: string;
	finishedAt: string | null;
}

export function readJob(row: Row): Job {
	const { id, consultationId, name, total, through, createdAt, finishedAt } = row;
	return {
		...{ id, consultationId, name, total, through, createdAt, finishedAt },
		status: StatusName.parse(row.status),
		choices: Choices.parse(JSON.parse(row.choices)),
		preview: row.preview === null ? null : Preview.parse(JSON.parse(row.preview)),
		outcome: row.outcome === null ? null : Outcome.parse(JSON.parse(row.outcome))
	};
}

/** NotFound: there is none of this id. */
export async function jobOf(ctx: Ctx, id: string): Promise<Job> {
	return readJob(found(await store.byId(ctx.db, id), 'import'));
}
