import type { Db } from '../server/app.ts';

/** Where the key of a group may stand. Each is asked only for keys that shall vanish, and only for one row. */
async function uses(db: Db, group: string): Promise<boolean> {
	const inGroup = (['persons', 'batches', 'tallies', 'workshops', 'referenceFigures', 'ballots'] as const).map(
		(table) => () => db.selectFrom(table).select('group').where('group', '=', group).limit(1).executeTakeFirst()
	);
	const byAuthor = (['proposals', 'comments', 'amendments'] as const).map(
		(table) => () =>
			db.selectFrom(table).select('authorGroup').where('authorGroup', '=', group).limit(1).executeTakeFirst()
	);
	for (const ask of [...inGroup, ...byAuthor]) if (await ask()) return true;
	return false;
}

export async function usedGroups(db: Db, groups: readonly string[]): Promise<string[]> {
	const used: string[] = [];
	for (const group of groups) if (await uses(db, group)) used.push(group);
	return used;
}

export async function usedDistricts(db: Db, districts: readonly string[]): Promise<string[]> {
	if (districts.length === 0) return [];
	const rows = await db
		.selectFrom('residences')
		.select('district')
		.distinct()
		.where('district', 'in', [...districts])
		.execute();
	return rows.map(({ district }) => district);
}

/** Of persons and of organisations, of today or of a phase that has ended. */
export async function hasVotes(db: Db): Promise<boolean> {
	const found = await Promise.all([
		db.selectFrom('tallies').select('group').limit(1).executeTakeFirst(),
		db.selectFrom('ballots').select('group').limit(1).executeTakeFirst()
	]);
	return found.some((row) => row !== undefined);
}
