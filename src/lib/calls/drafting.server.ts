import { expectRevision } from '../editState.ts';
import type { Ctx } from '../server/ctx.ts';
import { isNumber, nextNumber } from '../server/db/counters.ts';
import { transaction } from '../server/db/transaction.ts';
import { record } from '../server/journal/journal.server.ts';
import * as strategy from '../strategy/strategy.server.ts';
import { found, NotFound, obey, Refused } from '../verdict.ts';
import {
	deadlineDay,
	mayChangeCall,
	mayDraftCall,
	type HeadInput,
	type ItemInput,
	type MoveInput,
	type NewCallInput
} from './call.ts';
import { hand, inWorkshop, type Call, type Item } from './reading.server.ts';
import * as store from './store.server.ts';

/** Begins a call from a published version. Returns its number; the same form sent twice begins one. */
export async function begin(ctx: Ctx, form: NewCallInput): Promise<number> {
	return transaction(ctx, async (ctx) => {
		obey(mayDraftCall(ctx.person));
		const known = await store.rowById(ctx.db, form.id);
		if (known) return known.number;
		const version = isNumber(form.version) ? await strategy.version(ctx, form.version) : null;
		if (!version?.publishedAt) throw new Refused('callVersionUnpublished');
		const { id, title, intro, deadline } = form;
		const number = await nextNumber(ctx, 'call');
		const { consultationId } = version;
		const call = { id, number, consultationId, versionId: version.id, title, intro, deadline, by: hand(ctx) };
		await store.add(ctx.db, call, ctx.now);
		await record(ctx, { verb: 'call.drafted', subjectId: id, consultationId, details: { number } });
		return number;
	});
}

/** Runs `work` on a draft the one who asks may change, and notes that it was changed. */
async function changing(ctx: Ctx, number: number, work: (ctx: Ctx, call: Call) => Promise<boolean>): Promise<void> {
	await transaction(ctx, async (ctx) => {
		const call = await inWorkshop(ctx, number);
		obey(mayChangeCall({ person: ctx.person, publishedAt: call.publishedAt }));
		if (!(await work(ctx, call))) return;
		await store.touch(ctx.db, call.id, hand(ctx));
		const { id, consultationId } = call;
		await record(ctx, { verb: 'call.changed', subjectId: id, consultationId, details: { number } });
	});
}

/** Throws Stale when somebody changed the call since the form was opened. */
export async function changeHead(ctx: Ctx, number: number, form: HeadInput): Promise<void> {
	await changing(ctx, number, async (ctx, call) => {
		const { revision, ...head } = form;
		const same = head.title === call.title && head.intro === call.intro && head.deadline === call.deadline;
		if (same) return false;
		const texts = { title: call.title, intro: call.intro, deadline: deadlineDay(call.deadline) };
		expectRevision('call', { seen: revision, now: call.revision }, texts);
		await store.changeHead(ctx.db, call.id, head);
		return true;
	});
}

function unchanged(item: Item, form: ItemInput): boolean {
	const points = [...new Set(form.points)].sort().join();
	return item.title === form.title && item.body === form.body && [...item.pointIds].sort().join() === points;
}

/** Adds the item or changes the one with this id. Throws Stale like `changeHead`; its kind stays what it was. */
export async function putItem(ctx: Ctx, number: number, form: ItemInput): Promise<void> {
	await changing(ctx, number, async (ctx, call) => {
		const known = call.items.find((item) => item.id === form.id);
		if (known && unchanged(known, form)) return false;
		if (known) {
			const { title, body } = known;
			expectRevision('item', { seen: form.revision, now: call.revision }, { title, body });
		}
		if (!known && (await store.itemExists(ctx.db, form.id))) throw new NotFound('item');
		const { points } = await strategy.version(ctx, call.versionNumber);
		const standing = new Set(points.map((point) => point.pointId));
		if (!form.points.every((id) => standing.has(id))) throw new Refused('callPointElsewhere');
		const { id, title, body } = form;
		const item = { id, callId: call.id, kind: known?.kind ?? form.kind, position: call.items.length, title, body };
		await store.putItem(ctx.db, item, form.points);
		return true;
	});
}

const idsOf = (items: readonly Item[]) => items.map((item) => item.id);

/** Removing what is no longer there changes nothing. */
export async function removeItem(ctx: Ctx, number: number, itemId: string): Promise<void> {
	await changing(ctx, number, async (ctx, call) => {
		const rest = call.items.filter((item) => item.id !== itemId);
		if (rest.length === call.items.length) return false;
		await store.removeItem(ctx.db, itemId);
		// Without gaps, so that the next item can be put at the end.
		await store.setPositions(ctx.db, idsOf(rest));
		return true;
	});
}

/** Puts the item at this place (from 0) among those of its kind. */
export async function moveItem(ctx: Ctx, number: number, { item: itemId, to }: MoveInput): Promise<void> {
	await changing(ctx, number, async (ctx, call) => {
		const item = found(
			call.items.find((one) => one.id === itemId),
			'item'
		);
		const peers = call.items.filter((one) => one.kind === item.kind);
		const order = peers.filter((one) => one !== item);
		order.splice(to, 0, item);
		if (order.every((one, place) => one === peers[place])) return false;
		const others = call.items.filter((one) => one.kind !== item.kind);
		await store.setPositions(ctx.db, idsOf([...order, ...others]));
		return true;
	});
}
