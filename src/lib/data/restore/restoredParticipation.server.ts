import type { Ctx } from '../../server/ctx.ts';
import type { PartLine } from '../../votes/participation/participation.ts';
import { partNames } from '../../votes/participation/partNames.ts';
import * as votes from '../../votes/restore/restoreResults.server.ts';
import type { Shown } from '../../votes/suppression/suppression.ts';
import { CODES } from '../sets/columns/codes.ts';
import { entriesOf, type Archive, type Entry } from './editionFiles.ts';
import type { Place } from './restoredContributions.server.ts';

/** Who took part, as it was told, with what was held back. */
export async function restoreParticipation(
	ctx: Ctx,
	archive: Archive,
	places: ReadonlyMap<string, Place>
): Promise<void> {
	const lines = new Map<string, Entry[]>();
	for (const one of entriesOf(archive, 'beteiligung')) {
		const name = `${one.text('verfahren')} / ${one.text('merkmal')}`;
		lines.set(name, [...(lines.get(name) ?? []), one]);
	}
	const rows = [...lines.values()].flatMap((entries) => {
		const [first] = entries;
		if (!first) return [];
		const line = first.code('merkmal', CODES.line);
		const { id: consultationId } = first.known(places, first.text('verfahren'));
		return [{ consultationId, line, at: first.noon('stand'), shown: shownOf(line, entries) }];
	});
	await votes.restoreParticipation(ctx, rows);
}

const nameOf = (line: PartLine, one: Entry) =>
	line === 'months' ? one.text('auspraegung') : one.code('auspraegung', partNames()[line]);

function shownOf(line: PartLine, entries: readonly Entry[]): Shown {
	const counts = Object.fromEntries(entries.map((one) => [nameOf(line, one), one.numberOrNull('zahl')]));
	const most = entries.find((one) => one.numberOrNull('mindestens_prozent') !== null);
	const mostly = most ? { name: nameOf(line, most), share: most.number('mindestens_prozent') / 100 } : null;
	return { total: entries[0]?.numberOrNull('zusammen') ?? null, counts, mostly };
}
