import type { Ctx } from '../../server/ctx.ts';
import { found } from '../../verdict.ts';
import { rebuilt } from '../frozen/frozenContent.server.ts';
import * as digest from '../frozen/versionDigest.ts';
import type { VersionPoint } from '../points/point.ts';
import * as versions from '../versions/store.server.ts';
import type { Version } from '../versions/version.ts';
import { passagesOf, type VersionPlace } from './passage.ts';
import * as store from './store.server.ts';

/** Changing what is published: only for the room of addenda, which asks its rules, and inside its transaction. */

const samePlace = (one: VersionPlace, other: VersionPlace) => JSON.stringify(one) === JSON.stringify(other);

/**
 * Puts other words into one passage, and wherever the same passage was taken over as it was. The wording of a point keeps
 * its identity, so votes, comments and links stay with it. Throws `NotFound` where the version has no such passage.
 */
export async function correctPassage(ctx: Ctx, version: Version, place: VersionPlace, text: string): Promise<void> {
	const { text: old } = found(
		passagesOf(version).find((one) => samePlace(one.place, place)),
		'passage'
	);
	const words = { old, text };
	if (place.of === 'head') {
		await store.head(ctx.db, version.id, place.part, text);
		await store.headOfDraft(ctx.db, version.consultationId, place.part, words);
		return;
	}
	if (place.of === 'drop') {
		const drop = found(
			version.drops.find(({ number }) => number === place.point),
			'drop'
		);
		await store.drop(ctx.db, version.id, drop.pointId, text);
		return;
	}
	const point = found(
		version.points.find(({ number }) => number === place.point),
		'point'
	);
	if (place.of === 'measure') {
		const measure = found(point.measures[place.measure - 1], 'measure');
		await store.measure(ctx.db, measure.id, place.part, words);
	} else await inPoint(ctx, version, point, place.part, words);
	await store.touchDraft(ctx.db, version.consultationId, point.pointId);
}

async function inPoint(
	ctx: Ctx,
	version: Version,
	point: VersionPoint,
	part: 'title' | 'body' | 'note' | 'why',
	{ old, text }: { old: string; text: string }
): Promise<void> {
	if (part === 'note') await store.note(ctx.db, point.pointId, old, text);
	else if (part === 'why') await store.why(ctx.db, version.id, point.pointId, text);
	else await store.wording(ctx.db, point.wordingId, part, text);
}

/**
 * Puts down what the rows of a published version say now as its text of now; the text it was sealed with stays beside it.
 * Where they say what they said, nothing happens.
 */
export async function sealAnew(ctx: Ctx, id: string, answered: digest.Answered): Promise<void> {
	const row = found(await versions.headById(ctx.db, id), 'version');
	const { frozen, textNow } = found(await versions.textsOf(ctx.db, id), 'version');
	const text = found(textNow ?? frozen, 'version');
	const now = digest.canonical(await contentNow(ctx, row, digest.readJson(text), answered));
	if (now !== text) await store.putNow(ctx.db, id, now, digest.digestOf(now));
}

/** What came back from open data has other rows than those it was sealed over: of these the sealed text goes on speaking. */
async function contentNow(ctx: Ctx, row: versions.HeadRow, sealed: unknown, answered: digest.Answered) {
	const shape = digest.shapeOf(sealed);
	if (row.restoredAt === null) return legibleOnly(await rebuilt(ctx, row, shape, answered));
	const said = legibleOnly(await rebuilt(ctx, row, 2, answered));
	if (!digest.isRecord(sealed)) return said;
	const { answers, decisions, rows } = sealed;
	const kept = Object.entries({ answers, decisions, rows }).filter(([, part]) => part !== undefined);
	return { ...said, ...Object.fromEntries(kept), shape };
}

function legibleOnly(content: unknown): Record<string, unknown> {
	if (!digest.isRecord(content)) throw new Error(`a published version cannot be read: ${String(content)}`);
	return content;
}
