import * as calls from '#lib/calls/calls.server.ts';
import type { Ctx } from '#lib/server/ctx.ts';
import { newId } from '#lib/server/ids.ts';
import * as strategy from '#lib/strategy/strategy.server.ts';
import { found } from '#lib/verdict.ts';
import { callNext } from './nextVersion.ts';
import { call } from './strategy.ts';
import { instant } from '../../../commands/demo/cast.ts';
import { type DemoTown, type Points } from './town.ts';

export async function announceCall(town: DemoTown, consultationId: string, points: Points): Promise<void> {
	const ctx = town.as(town.staff.redaktion, -2);
	const number = await write(ctx, consultationId, points, { ...call, deadline: instant(call.deadlineDay) });
	const reader = town.as(town.staff.freigabe2, -1.6);
	const read = await calls.inWorkshop(reader, number);
	await calls.approve(reader, number, calls.approvalState(read).digest);
	await calls.publish(town.as(town.staff.freigabe1, -1.5), number, read.revision);
}

/** Another one lies in the workshop, without a deadline yet. */
export async function beginCall(town: DemoTown, consultationId: string, points: Points): Promise<void> {
	await write(town.as(town.staff.redaktion, -0.8), consultationId, points, { ...callNext, deadline: null });
}

interface DemoCall {
	title: string;
	intro: string;
	deadline: string | null;
	items: readonly { kind: 'part' | 'criterion'; title: string; body: string; grounds: readonly string[] }[];
}

async function write(ctx: Ctx, consultationId: string, points: Points, { items, ...head }: DemoCall): Promise<number> {
	const version = found(await strategy.latest(ctx, consultationId), 'version');
	const { title, intro, deadline } = head;
	const number = await calls.begin(ctx, { id: newId(), version: version.number, title, intro, deadline });
	const idOf = new Map(version.points.map((point) => [point.number, point.pointId]));
	for (const { kind, title, body, grounds } of items) {
		const { revision } = await calls.inWorkshop(ctx, number);
		const numbers = grounds.map((key) => found(points.get(key), 'point'));
		const ids = numbers.map((one) => found(idOf.get(one), 'point of the version'));
		await calls.putItem(ctx, number, { id: newId(), revision, kind, title, body, points: ids });
	}
	return number;
}
