import type { Ctx } from '../server/ctx.ts';
import { together } from '../server/db/together.ts';
import { found, obey } from '../verdict.ts';
import * as assemble from './assemble.server.ts';
import * as digest from './digest.ts';
import { mayFreeze } from './draft.ts';
import * as drafts from './draft.store.server.ts';
import type { VersionPoint } from './point.ts';
import * as store from './store.server.ts';
import { Understood } from './understood.ts';
import { VersionNumbers } from './version.ts';

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
async function content(ctx: Ctx, row: store.HeadRow, shape: digest.Shape): Promise<digest.FrozenVersion> {
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
		previous: row.previousDigest
	};
}

/** The text to keep and its digest. */
async function seal(ctx: Ctx, id: string): Promise<{ frozen: string; digest: string }> {
	const row = found(await store.headById(ctx.db, id), 'version');
	const frozen = digest.canonical(await content(ctx, row, digest.SHAPE_NOW));
	return { frozen, digest: digest.digestOf(frozen) };
}

/** Where a published version no longer is what it was, or null. */
async function flaw(ctx: Ctx, row: store.HeadRow): Promise<string | null> {
	const frozen = await store.frozenOf(ctx.db, row.id);
	if (frozen === null || digest.digestOf(frozen) !== row.digest) return 'digest';
	const sealed = digest.readJson(frozen);
	return digest.difference(sealed, await rebuilt(ctx, row, digest.shapeOf(sealed)));
}

/** A word that this room does not know (a relation, say) cannot be read any more: that is a difference too. */
async function rebuilt(ctx: Ctx, row: store.HeadRow, shape: digest.Shape): Promise<unknown> {
	try {
		return await content(ctx, row, shape);
	} catch (problem) {
		return problem instanceof Error ? problem.name : 'unreadable';
	}
}

/**
 * Makes a draft the next version: nothing in it can change from here on. Publishing obeys its own rule, calls this
 * inside its transaction and records in the journal.
 */
export async function freeze(
	ctx: Ctx,
	versionId: string,
	numbers: VersionNumbers,
	understood: Understood = []
): Promise<void> {
	await together(ctx, async (ctx) => {
		const draft = found(await store.headById(ctx.db, versionId), 'version');
		obey(mayFreeze(draft));
		await drafts.sweepDropped(ctx.db, draft.id);
		await drafts.emptyHands(ctx.db, draft.id);
		await drafts.freezeWordings(ctx.db, draft.id, draft.consultationId, ctx.now);
		await drafts.publish(ctx.db, draft.id, {
			publishedAt: ctx.now,
			publishedBy: ctx.person?.id ?? null,
			numbers: JSON.stringify(VersionNumbers.parse(numbers)),
			understood: JSON.stringify(Understood.parse(understood))
		});
		await drafts.seal(ctx.db, draft.id, await seal(ctx, draft.id));
	});
}

export interface Verified {
	number: number;
	ok: boolean;
	/** Where the first difference is, e.g. `points[3].body`; `digest` when the frozen text itself was touched. */
	difference?: string;
}

/** Recomputes every published version, oldest first. */
export async function verify(ctx: Ctx): Promise<Verified[]> {
	const verified: Verified[] = [];
	for (const row of (await store.publishedHeads(ctx.db, null)).reverse()) {
		const difference = await flaw(ctx, row);
		verified.push(
			difference === null ? { number: row.number, ok: true } : { number: row.number, ok: false, difference }
		);
	}
	return verified;
}

/** The very text the digest of a published version is of. */
export async function frozenText(ctx: Ctx, number: number): Promise<string> {
	const row = found(await store.headByNumber(ctx.db, number), 'version');
	return found(await store.frozenOf(ctx.db, row.id), 'version');
}
