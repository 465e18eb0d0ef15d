import * as consultations from '../../consultations/consultations.server.ts';
import type { Ctx } from '../../server/ctx.ts';
import { PART_LINES, type PartLine } from '../../votes/participation/participation.ts';
import { partNames } from '../../votes/participation/partNames.ts';
import type { Shown } from '../../votes/suppression/suppression.ts';
import * as votes from '../../votes/votes.server.ts';
import { day } from './contributions.server.ts';
import type { RowOf } from '../dataset.ts';

/** Who takes part, line by line, as the page tells it: the same figures, the same held back. */
export async function* beteiligung(ctx: Ctx): AsyncGenerator<RowOf<'beteiligung'>[]> {
	for (const { id, slug } of await consultations.all(ctx)) {
		const { lines, since } = await votes.participation(ctx, id);
		yield PART_LINES.flatMap((line) => {
			const shown = lines[line];
			return shown ? rows(slug, line, shown, since[line] ?? '') : [];
		});
	}
}

/** Places are called by their names and months by their numbers. */
const nameOf = (line: PartLine, name: string) => (line === 'months' ? name : (partNames()[line][name] ?? name));

function rows(slug: string, line: PartLine, { total, counts, mostly }: Shown, at: string): RowOf<'beteiligung'>[] {
	return Object.entries(counts).map(([name, count]) => ({
		verfahren: slug,
		merkmal: line,
		auspraegung: name,
		auspraegung_label: nameOf(line, name),
		zahl: count,
		zusammen: total,
		mindestens_prozent: mostly?.name === name ? Math.round(mostly.share * 100) : null,
		zurueckgehalten: count === null,
		stand: day(at)
	}));
}
