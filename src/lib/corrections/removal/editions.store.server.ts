import { sql } from 'kysely';
import type { Db } from '../../server/app.ts';
import { touches, type Blacken } from './blacken.ts';

/** Open data that was published with words which have to go. */

/** In what people wrote themselves, the columns that are ours; those people's own words are for moderation. */
const OURS: Readonly<Record<string, readonly string[]>> = {
	beitraege: ['begruendung', 'zustaendig'],
	aenderungen: ['begruendung'],
	kommentare: [],
	treffen: [],
	handzeichen: [],
	lesarten: [],
	moderation: []
};

function speaks(dataset: string, body: string, black: Blacken): boolean {
	const rows: unknown = JSON.parse(body);
	const ours = OURS[dataset];
	if (!ours) return touches(rows, black);
	if (!Array.isArray(rows)) return false;
	return rows.some((one: unknown) => {
		const row = typeof one === 'object' && one !== null && 'row' in one ? one.row : one;
		const named = typeof row === 'object' && row !== null ? Object.entries(row) : [];
		return named.some(([name, cell]) => ours.includes(name) && touches(cell, black));
	});
}

/**
 * Withholds every table of every edition in which the words stand: its rows go, its digest stays on record. An edition
 * that is just being written is given up and begun again.
 */
export async function withhold(db: Db, black: Blacken, runs: readonly string[] | null): Promise<void> {
	const like = (runs ?? ['']).map((run) => sql<boolean>`lower(body) like ${`%${run}%`}`);
	const parts = await db
		.selectFrom('dataParts')
		.select(['edition', 'dataset', 'body'])
		.where(sql<boolean>`(${sql.join(like, sql` or `)})`)
		.execute();
	const found = new Map<string, { edition: number; dataset: string }>();
	for (const { edition, dataset, body } of parts) {
		const name = `${edition} ${dataset}`;
		if (!found.has(name) && speaks(dataset, body, black)) found.set(name, { edition, dataset });
	}
	for (const { edition, dataset } of found.values()) {
		await db.deleteFrom('dataParts').where('edition', '=', edition).where('dataset', '=', dataset).execute();
	}
	// Whoever writes one may hold rows from before in their hands.
	await db.deleteFrom('dataEditions').where('finishedAt', 'is', null).execute();
}
