import { z } from 'zod';
import type { Instant } from '../../time.ts';
import type { Db } from '../../server/app.ts';
import { LEADS } from './clusterLink.ts';

/** What clusters brought to points of drafts. */
export interface Lead {
	/** Of the step at the desk. */
	id: string;
	clusterId: string;
	versionId: string;
	pointId: string;
	kind: (typeof LEADS)[number];
	/** Every contribution that was in the cluster. */
	meant: readonly string[];
	/** Those that stand behind the point because of this lead and of no earlier one. */
	carried: readonly string[];
}

const Kind = z.enum(LEADS);
const Ids = z.array(z.string());

function rows(db: Db) {
	return db
		.selectFrom('leads')
		.select(['id', 'clusterId', 'versionId', 'pointId', 'kind', 'meant', 'carried', 'withdrawnAt']);
}

function read({
	kind,
	meant,
	carried,
	...row
}: Awaited<ReturnType<ReturnType<typeof rows>['executeTakeFirstOrThrow']>>): Lead {
	const ids = (text: string) => Ids.parse(JSON.parse(text));
	return { ...row, kind: Kind.parse(kind), meant: ids(meant), carried: ids(carried) };
}

export async function add(db: Db, { meant, carried, ...lead }: Lead): Promise<void> {
	const lists = { meant: JSON.stringify(meant), carried: JSON.stringify(carried) };
	await db
		.insertInto('leads')
		.values({ ...lead, ...lists, withdrawnAt: null })
		.onConflict((c) => c.column('id').doNothing())
		.execute();
}

export async function byId(db: Db, id: string): Promise<Lead | undefined> {
	const row = await rows(db).where('id', '=', id).executeTakeFirst();
	return row && read(row);
}

/** Those that were not taken back. */
export async function ofPoint(db: Db, versionId: string, pointId: string): Promise<Lead[]> {
	const found = await rows(db)
		.where('versionId', '=', versionId)
		.where('pointId', '=', pointId)
		.where('withdrawnAt', 'is', null)
		.orderBy('id')
		.execute();
	return found.map(read);
}

export async function setCarried(db: Db, id: string, carried: readonly string[]): Promise<void> {
	await db
		.updateTable('leads')
		.set({ carried: JSON.stringify(carried) })
		.where('id', '=', id)
		.execute();
}

export async function withdraw(db: Db, id: string, now: Instant): Promise<void> {
	await db.updateTable('leads').set({ withdrawnAt: now }).where('id', '=', id).execute();
}
