import { SpokenName } from '../../people/details/language.ts';
import { AuthorGroupName } from '../../people/person.ts';
import type { Ctx } from '../../server/ctx.ts';
import { pointsOfSources } from '../../strategy/sources/sources.server.ts';
import * as strategy from '../../strategy/strategy.server.ts';
import type { VersionHead } from '../../strategy/versions/version.ts';
import { NotFound } from '../../verdict.ts';
import { DispositionName } from '../answer.ts';
import type { SynopsisInput, SynopsisRow } from './synopsis.ts';
import * as store from './store.server.ts';

export const PAGE = 25;
/** More rows than that are no paper any more; the table for spreadsheets has them all. */
export const PAPER_MAX = 2_000;

/** The published version whose synopsis is asked for: drafts have none. */
export async function headOf(ctx: Ctx, number: number): Promise<VersionHead & { publishedAt: string }> {
	const head = await strategy.headByNumber(ctx, number);
	const { publishedAt } = head;
	if (publishedAt === null) throw new NotFound('version');
	return { ...head, publishedAt };
}

/** Contributions in the order of their numbers, with what became of each in this version. */
async function rows(ctx: Ctx, number: number, ask: SynopsisInput, limit: number): Promise<SynopsisRow[]> {
	const { id, consultationId, publishedAt } = await headOf(ctx, number);
	const { field, group, outcome, after } = ask;
	const version = { number, publishedAt };
	const found = await store.rows(ctx.db, { consultationId, version, field, group, outcome, after, limit });
	const points = await pointsOfSources(
		ctx,
		id,
		found.map((row) => row.id)
	);
	return found.map((row) => ({
		number: row.number ?? 0,
		title: row.title,
		language: SpokenName.parse(row.language),
		field: row.field,
		group: row.authorGroup === null ? null : AuthorGroupName.parse(row.authorGroup),
		disposition: row.disposition === null ? null : DispositionName.parse(row.disposition),
		reason: row.reason ?? '',
		responsible: row.responsible,
		points: points.get(row.id) ?? []
	}));
}

/** One page; `next`: the number it ended with, when there is more. */
export async function page(
	ctx: Ctx,
	number: number,
	ask: SynopsisInput
): Promise<{ rows: SynopsisRow[]; next: number | null }> {
	const found = await rows(ctx, number, ask, PAGE + 1);
	const shown = found.slice(0, PAGE);
	return { rows: shown, next: found.length > PAGE ? (shown.at(-1)?.number ?? null) : null };
}

/** Everything the filter lets through, in pieces that no database stumbles over. */
export async function all(ctx: Ctx, number: number, ask: SynopsisInput, most = Infinity): Promise<SynopsisRow[]> {
	const PIECE = 500;
	const found: SynopsisRow[] = [];
	for (let after = 0; found.length < most;) {
		const piece = await rows(ctx, number, { ...ask, after }, Math.min(PIECE, most - found.length));
		found.push(...piece);
		const last = piece.at(-1);
		if (!last || piece.length < PIECE) break;
		after = last.number;
	}
	return found;
}
