import * as amendments from '../../amendments/amendments.server.ts';
import { organisationsNamed } from '../../people/organisations/organisations.server.ts';
import type { Ctx } from '../../server/ctx.ts';
import type { Restored } from '../../strategy/restore/restoreVersions.server.ts';
import { entriesOf, type Archive, type Entry } from './editionFiles.ts';
import { CODES } from '../sets/columns/codes.ts';
import { authorOf, namesIn, type Place } from './restoredContributions.server.ts';

/** What restored rows stand in. */
export interface Around {
	places: ReadonlyMap<string, Place>;
	versions: Restored;
}

/** Amendments with what became of them, by number. */
export async function restoreAmendments(
	ctx: Ctx,
	archive: Archive,
	{ places, versions }: Around
): Promise<Map<number, { id: string; consultationId: string }>> {
	const entries = entriesOf(archive, 'aenderungen');
	const organisations = await organisationsNamed(ctx, namesIn(entries));
	const rows = entries.map((one, order): amendments.RestoredAmendment => {
		const [point, version] = [one.number('punkt'), one.number('fassung')];
		const publishedAt = one.noon('veroeffentlicht', order);
		return {
			...{ number: one.number('nummer'), consultationId: one.known(places, one.text('verfahren')).id },
			...{ pointId: one.known(versions.points, point) },
			wordingId: one.known(versions.wordings, `${point} in ${version}`),
			...{ title: one.text('titel'), body: one.text('text'), reason: one.text('grund') },
			...{ ...authorOf(one, organisations), authorGroup: one.code('gruppe', CODES.authorGroup) },
			...{ createdAt: one.noon('geschrieben', order), publishedAt },
			redactedAt: one.yes('geschwaerzt') ? publishedAt : null,
			supportCount: one.number('unterstuetzungen'),
			decision: decisionOf(one, versions)
		};
	});
	const ids = await amendments.restore(ctx, rows);
	return new Map(
		rows.map(({ number, consultationId }) => [number, { id: ids.get(number) ?? '', consultationId }] as const)
	);
}

function decisionOf(one: Entry, { versions }: Restored): amendments.RestoredAmendment['decision'] {
	const outcome = one.codeOrNull('ergebnis', CODES.outcome);
	if (outcome === null) return null;
	const { id, publishedAt } = one.known(versions, one.number('ergebnis_fassung'));
	return { outcome, reason: one.text('begruendung'), versionId: id, at: publishedAt };
}
