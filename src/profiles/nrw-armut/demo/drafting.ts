import * as strategy from '#lib/strategy/strategy.server.ts';
import type { Ctx } from '#lib/server/ctx.ts';
import { newId } from '#lib/server/ids.ts';
import { found } from '#lib/verdict.ts';
import { beginCall } from './calling.ts';
import type { Collected } from './collecting.ts';
import { addedNext, answersNext, droppedNext, mergedNext, nextHead, rewordedNext, splitNext } from './nextVersion.ts';
import { type DemoTown, type Points } from './town.ts';
import { addPoint, answer, askThePeople, marks } from './writing.ts';

/** The next version as it lies on the desks: begun, half answered, its people asked, somebody writing; beside it a call. */
export async function draftNext(
	town: DemoTown,
	consultationId: string,
	collected: Collected,
	points: Points
): Promise<void> {
	const ctx = town.as(town.staff.redaktion, -1.4);
	await strategy.startDraft(ctx, consultationId);
	await strategy.changeHead(ctx, { ...(await marks(ctx, consultationId)), ...nextHead });
	for (const { key, ...words } of rewordedNext) {
		await strategy.rewordPoint(ctx, about(points, key), { ...(await marks(ctx, consultationId)), ...words });
	}
	await rearrange(ctx, consultationId, points);
	await addPoint(ctx, consultationId, addedNext, collected);
	await askThePeople(town, ctx, consultationId, {
		day: -0.5,
		by: (place) => place % 4 !== 2,
		wrong: (place) => place % 3 === 0
	});
	await answer(ctx, answersNext, collected);
	const { version } = await marks(ctx, consultationId);
	await strategy.lockPoint(town.as(town.staff.moderation, 0), about(points, 'lotsen'), version);
	await beginCall(town, consultationId, points);
}

const about = (points: Points, key: string) => found(points.get(key), 'point');

async function rearrange(ctx: Ctx, consultationId: string, points: Points): Promise<void> {
	const { key: long, ...halves } = splitNext;
	const split = { ...(await marks(ctx, consultationId)), id: newId(), ...halves };
	await strategy.splitPoint(ctx, about(points, long), split);
	const merge = { into: about(points, mergedNext.into), mergeReason: mergedNext.reason };
	await strategy.mergePoint(ctx, about(points, mergedNext.key), { ...(await marks(ctx, consultationId)), ...merge });
	const { key, reason } = droppedNext;
	await strategy.dropPoint(ctx, about(points, key), { ...(await marks(ctx, consultationId)), reason });
}
