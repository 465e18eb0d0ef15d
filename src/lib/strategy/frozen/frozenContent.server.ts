import * as amendments from '../../amendments/amendments.server.ts';
import type { Ctx } from '../../server/ctx.ts';
import * as assemble from '../versions/assembleVersion.server.ts';
import * as digest from './versionDigest.ts';
import type { VersionPoint } from '../points/point.ts';
import type * as store from '../versions/store.server.ts';
import type { Version } from '../versions/version.ts';
import { rowsOf } from './store.server.ts';

/** What a version freezes, read from the rows. */

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
function unless(
	nothing: string,
	text: string | null,
	name: 'waived' | 'understood' | 'represented' | 'board' | 'omitted'
) {
	return text === null || text === nothing ? {} : { [name]: digest.readJson(text) };
}

type Sent = Pick<digest.FrozenVersion, 'answers' | 'decisions' | 'rows'>;

/** What a version says, in the shape the digest is of. `sent`: what went out with it, since shape 3. */
export function content(
	row: store.HeadRow,
	{ points, drops }: Pick<Version, 'points' | 'drops'>,
	shape: digest.Shape,
	sent: Sent = {}
): digest.FrozenVersion {
	return {
		shape,
		consultation: row.consultationId,
		number: row.number,
		kind: row.kind,
		title: row.title,
		preamble: row.preamble,
		publishedAt: row.publishedAt ?? '',
		points: points.map(frozenPoint),
		drops: drops.map(({ number, reason, into }) => ({ point: number, reason, ...(into.length > 0 && { into }) })),
		numbers: digest.readJson(row.numbers),
		...(row.easy && { easy: row.easy }),
		...unless('{}', row.waived, 'waived'),
		...unless('[]', row.understood, 'understood'),
		...unless('', row.represented, 'represented'),
		...unless('', row.board, 'board'),
		...unless('', row.omitted, 'omitted'),
		...sent,
		previous: row.previousDigest
	};
}

/** What went out with the version, and the rows as they lie there. */
export async function sentOut(
	ctx: Ctx,
	versionId: string,
	{ answers, rows }: digest.Answered,
	shape: digest.Shape
): Promise<Sent> {
	const decisions = await amendments.decisionsIn(ctx, versionId);
	const tables = Object.entries({ ...(await rowsOf(ctx.db, versionId, shape)), decisions });
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

/**
 * What the rows of a published version say now. A word that this room does not know (a relation, say) cannot be read any
 * more: that is a difference too.
 */
export async function rebuilt(
	ctx: Ctx,
	row: store.HeadRow,
	shape: digest.Shape,
	answered: digest.Answered
): Promise<unknown> {
	try {
		const said = { points: await assemble.points(ctx, row.id), drops: await assemble.drops(ctx, row.id) };
		return content(row, said, shape, shape >= 3 ? await sentOut(ctx, row.id, answered, shape) : {});
	} catch (problem) {
		return problem instanceof Error ? problem.name : 'unreadable';
	}
}
