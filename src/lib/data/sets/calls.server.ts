import * as calls from '../../calls/calls.server.ts';
import { deadlineDay, type ItemKind } from '../../calls/call.ts';
import * as consultations from '../../consultations/consultations.server.ts';
import type { Ctx } from '../../server/ctx.ts';
import * as strategy from '../../strategy/strategy.server.ts';
import { day } from './contributions.server.ts';
import type { RowOf } from '../dataset.ts';

/** Published calls by their numbers. */
async function* published(ctx: Ctx): AsyncGenerator<calls.Call> {
	const numbers = (await calls.published(ctx)).map(({ number }) => number);
	for (const number of numbers.sort((a, b) => a - b)) yield await calls.byNumber(ctx, number);
}

/** Parts and criteria, each with its place among its kind, counted from 1. */
function placed({ items }: calls.Call): (calls.Item & { place: number })[] {
	const places = new Map<ItemKind, number>();
	return items.map((item) => {
		const place = (places.get(item.kind) ?? 0) + 1;
		places.set(item.kind, place);
		return { ...item, place };
	});
}

export async function* aufrufe(ctx: Ctx): AsyncGenerator<RowOf<'aufrufe'>[]> {
	const slugs = new Map((await consultations.all(ctx)).map(({ id, slug }) => [id, slug]));
	for await (const one of published(ctx)) {
		yield [
			{
				nummer: one.number,
				verfahren: slugs.get(one.consultationId) ?? null,
				fassung: one.versionNumber,
				titel: one.title,
				einleitung: one.intro,
				frist: deadlineDay(one.deadline) || null,
				veroeffentlicht: day(one.publishedAt),
				zurueckgezogen: day(one.withdrawnAt),
				nachfolger: one.successor,
				adresse: `${ctx.app.config.origin}/aufrufe/${one.number}`
			}
		];
	}
}

export async function* aufrufteile(ctx: Ctx): AsyncGenerator<RowOf<'aufrufteile'>[]> {
	for await (const call of published(ctx)) {
		yield placed(call).map(({ kind, place, title, body }) => ({
			aufruf: call.number,
			art: kind,
			stelle: place,
			titel: title,
			text: body
		}));
	}
}

/** On which points of its version each part and each criterion rests. */
export async function* aufrufpunkte(ctx: Ctx): AsyncGenerator<RowOf<'aufrufpunkte'>[]> {
	for await (const call of published(ctx)) {
		const { points } = await strategy.version(ctx, call.versionNumber);
		const numbers = new Map(points.map(({ pointId, number }) => [pointId, number]));
		yield placed(call).flatMap(({ kind, place, pointIds }) =>
			pointIds.map((id) => ({ aufruf: call.number, art: kind, stelle: place, punkt: numbers.get(id) ?? null }))
		);
	}
}
