import type { Ctx } from '../server/ctx.ts';
import { found } from '../verdict.ts';
import * as assemble from './assemble.server.ts';
import { canonical, difference, digestOf, readJson, type FrozenPoint, type FrozenVersion } from './digest.ts';
import type { VersionPoint } from './point.ts';
import * as store from './store.server.ts';

function frozenPoint(point: VersionPoint): FrozenPoint {
	const { number, position, field, title, body, editorialNote, sources } = point;
	return {
		number,
		position,
		field,
		title,
		body,
		note: editorialNote,
		sources: sources.map(({ proposalNumber, relation, note }) => ({ proposal: proposalNumber, relation, note }))
	};
}

/** What the rows of a published version say now, in the shape the digest is of. */
export async function content(ctx: Ctx, row: store.HeadRow): Promise<FrozenVersion> {
	const drops = await store.drops(ctx.db, [row.id]);
	return {
		shape: 1,
		consultation: row.consultationId,
		number: row.number,
		kind: row.kind,
		title: row.title,
		preamble: row.preamble,
		publishedAt: row.publishedAt ?? '',
		points: (await assemble.points(ctx, row.id)).map(frozenPoint),
		drops: drops.map(({ number, reason }) => ({ point: number, reason })),
		numbers: readJson(row.numbers),
		previous: row.previousDigest
	};
}

/** The text to keep and its digest. */
export async function seal(ctx: Ctx, id: string): Promise<{ frozen: string; digest: string }> {
	const row = found(await store.headById(ctx.db, id), 'version');
	const frozen = canonical(await content(ctx, row));
	return { frozen, digest: digestOf(frozen) };
}

/** Where a published version no longer is what it was, or null. */
export async function flaw(ctx: Ctx, row: store.HeadRow): Promise<string | null> {
	if (row.frozen === null || digestOf(row.frozen) !== row.digest) return 'digest';
	return difference(readJson(row.frozen), await rebuilt(ctx, row));
}

/** A word that this room does not know (a relation, say) cannot be read any more: that is a difference too. */
async function rebuilt(ctx: Ctx, row: store.HeadRow): Promise<unknown> {
	try {
		return await content(ctx, row);
	} catch (problem) {
		return problem instanceof Error ? problem.name : 'unreadable';
	}
}
