import type { Ctx } from '../../server/ctx.ts';
import type { RowOf } from '../dataset.ts';
import { versions } from './versions.server.ts';

/** Whom each version stands for, as it was frozen with it: the same figures, the same held back. */
export async function* vertretung(ctx: Ctx): AsyncGenerator<RowOf<'vertretung'>[]> {
	for await (const { number, represented } of versions(ctx)) {
		if (!represented) continue;
		yield represented.groups.map(({ group, people, covered, without, mostly }) => ({
			fassung: number,
			anliegen: represented.chosen,
			gruppe: group,
			menschen: people,
			vertreten: covered,
			nicht_vertreten: without,
			vertreten_mindestens_prozent: mostly?.of === 'covered' ? mostly.percent : null,
			zurueckgehalten: covered === null || without === null,
			adresse: `${ctx.app.config.origin}/fassungen/${number}/vertretung`
		}));
	}
}

/** What each version leaves out although people may expect it; a row for each way of weighing in which it is so. */
export async function* fehlendes(ctx: Ctx): AsyncGenerator<RowOf<'fehlendes'>[]> {
	for await (const { number, represented } of versions(ctx)) {
		if (!represented) continue;
		yield represented.violations.flatMap(({ cluster, title, reason, ...by }) =>
			(['groups', 'people'] as const).flatMap((weighing) => {
				const owed = by[weighing];
				if (!owed) return [];
				return [
					{
						...{ fassung: number, stapel: cluster, titel: title, grund: reason, gewichtung: weighing },
						...{ erwartet: owed.deserved, von: represented.chosen, prozent: owed.percent },
						zurueckgehalten: owed.percent === null
					}
				];
			})
		);
	}
}
