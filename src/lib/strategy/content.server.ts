import * as amendments from '../amendments/amendments.server.ts';
import type { Ctx } from '../server/ctx.ts';
import * as assemble from './assemble.server.ts';
import * as digest from './digest.ts';
import type { VersionPoint } from './point.ts';
import { rowsOf } from './frozenRows.store.server.ts';
import type * as store from './store.server.ts';

/** What a version freezes, read from the rows. */

/** What went out to contributors with this version. Rooms after this one know; they hand it in. */
export type AnsweredIn = (ctx: Ctx, versionId: string) => Promise<digest.Answered>;

export const nobody: AnsweredIn = async () => ({ answers: [], rows: digest.digestOfRows([]) });

function frozenPoint(point: VersionPoint): digest.FrozenPoint {
	const { number, position, field, title, body, editorialNote, sources, amendments } = point;
	const { measures, from, why } = point;
	return {
		number,
		position,
		field,
		title,
		body,
		note: editorialNote,
		sources: sources.map(({ proposalNumber, relation, note }) => ({ proposal: proposalNumber, relation, note })),
		...(amendments.length > 0 && {
			amendments: amendments.map(({ number, outcome }) => ({ amendment: number, outcome }))
		}),
		...(measures.length > 0 && {
			measures: measures.map(({ text, responsible, competence }) => ({ text, responsible, competence }))
		}),
		...(from.length > 0 && { from: from.map(({ number, kind }) => ({ point: number, kind })) }),
		...(why !== null && { why })
	};
}

/** JSON as it was frozen, under this name; nothing where it says nothing. */
function unless(nothing: string, text: string | null, name: 'waived' | 'understood') {
	return text === null || text === nothing ? {} : { [name]: digest.readJson(text) };
}

/** What the rows of a published version say now, in the shape the digest is of. */
export async function content(
	ctx: Ctx,
	row: store.HeadRow,
	shape: digest.Shape,
	answered: AnsweredIn
): Promise<digest.FrozenVersion> {
	const drops = await assemble.drops(ctx, row.id);
	return {
		shape,
		consultation: row.consultationId,
		number: row.number,
		kind: row.kind,
		title: row.title,
		preamble: row.preamble,
		publishedAt: row.publishedAt ?? '',
		points: (await assemble.points(ctx, row.id)).map(frozenPoint),
		drops: drops.map(({ number, reason, into }) => ({ point: number, reason, ...(into.length > 0 && { into }) })),
		numbers: digest.readJson(row.numbers),
		...(row.easy && { easy: row.easy }),
		...unless('{}', row.waived, 'waived'),
		...unless('[]', row.understood, 'understood'),
		...(shape >= 3 && (await sentOut(ctx, row, answered))),
		previous: row.previousDigest
	};
}

/** What went out with the version, and the rows as they lie there. */
async function sentOut(ctx: Ctx, row: store.HeadRow, answered: AnsweredIn) {
	const { answers, rows } = await answered(ctx, row.id);
	const decisions = await amendments.decisionsIn(ctx, row.id);
	const tables = Object.entries({ ...(await rowsOf(ctx.db, row.id)), decisions });
	return {
		answers,
		decisions: decisions.map(({ number, outcome, reason }) => ({
			amendment: number,
			outcome: outcome ?? '',
			words: digest.digestOf(digest.canonical({ reason }))
		})),
		rows: { ...Object.fromEntries(tables.map(([name, rows]) => [name, digest.digestOfRows(rows)])), answers: rows }
	};
}

/** A word that this room does not know (a relation, say) cannot be read any more: that is a difference too. */
export async function rebuilt(
	ctx: Ctx,
	row: store.HeadRow,
	shape: digest.Shape,
	answered: AnsweredIn
): Promise<unknown> {
	try {
		return await content(ctx, row, shape, answered);
	} catch (problem) {
		return problem instanceof Error ? problem.name : 'unreadable';
	}
}
