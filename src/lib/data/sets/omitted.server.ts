import type { Ctx } from '../../server/ctx.ts';
import type { RowOf } from '../dataset.ts';
import { versions } from './versions.server.ts';

/** Words a group uses and a version does not, the most missing first, as they were frozen with it. */
export async function* fehlwoerter(ctx: Ctx): AsyncGenerator<RowOf<'fehlwoerter'>[]> {
	for await (const { number: fassung, omitted } of versions(ctx)) {
		yield (omitted?.words ?? []).map(({ group, word, people, note }) => ({
			...{ fassung, gruppe: group, wort: word, menschen: people, zurueckgehalten: people === null },
			...{ umgang: note?.way ?? null, satz: note?.text ?? null }
		}));
	}
}

/** Contributions behind no point of a version, and those of which only a part is. */
export async function* ungenutzt(ctx: Ctx): AsyncGenerator<RowOf<'ungenutzt'>[]> {
	for await (const { number: fassung, omitted } of versions(ctx)) {
		if (!omitted) continue;
		yield [
			...omitted.unused.map((beitrag) => ({ fassung, beitrag, stellen: null })),
			...omitted.passages.map(({ contribution, count }) => ({ fassung, beitrag: contribution, stellen: count }))
		];
	}
}

/** Contributions that dissent from a point they were put together with. */
export async function* einwaende(ctx: Ctx): AsyncGenerator<RowOf<'einwaende'>[]> {
	for await (const { number: fassung, omitted } of versions(ctx)) {
		yield (omitted?.dissents ?? []).map(({ point, contribution, kind, note }) => ({
			...{ fassung, punkt: point, beitrag: contribution, art: kind },
			...{ umgang: note?.way ?? null, satz: note?.text ?? null }
		}));
	}
}
