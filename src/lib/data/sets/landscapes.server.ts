import * as consultations from '../../consultations/consultations.server.ts';
import * as opinion from '../../opinion/opinion.server.ts';
import { verdictOf } from '../../opinion/landscape/landscape.ts';
import type { Ctx } from '../../server/ctx.ts';
import { day } from './contributions.server.ts';
import type { RowOf } from '../dataset.ts';

const percent = (share: number | null) => (share === null ? null : Math.round(share * 100));

/** Every landscape that was published, with what it takes to compute it again; what it says stands in its own file. */
export async function* meinungsbilder(ctx: Ctx): AsyncGenerator<RowOf<'meinungsbilder'>[]> {
	for (const { id, slug } of await consultations.all(ctx)) {
		for await (const { landscape: one, digest } of opinion.all(ctx, id)) {
			yield [
				{
					nummer: one.number,
					verfahren: slug,
					veroeffentlicht: day(one.at),
					teilnehmende: one.people,
					punkte: one.points.length,
					meinungsgruppen: one.groups.length,
					befund: verdictOf(one),
					grund: one.cause ?? null,
					stabilitaet: percent(one.stability),
					trennung: percent(one.silhouette),
					trennung_durch_zufall: percent(one.byChance),
					rechenweg: one.method,
					startwert: one.seed,
					eingabe: one.input,
					pruefsumme: digest,
					adresse: `${ctx.app.config.origin}/meinungsbild/${one.number}.json`
				}
			];
		}
	}
}
