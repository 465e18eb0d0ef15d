import type { Subject } from '../../comments/comment.ts';
import * as restoring from '../../comments/restoreComments.server.ts';
import { organisationsNamed } from '../../people/organisations/organisations.server.ts';
import type { Ctx } from '../../server/ctx.ts';
import type { Restored } from '../../strategy/restore/restoreVersions.server.ts';
import { CODES } from '../sets/columns/codes.ts';
import { entriesOf, type Archive, type Entry } from './editionFiles.ts';
import { authorOf, namesIn, type Place } from './restoredContributions.server.ts';

interface Around {
	places: ReadonlyMap<string, Place>;
	proposals: ReadonlyMap<number, string>;
	versions: Restored;
	amendments: ReadonlyMap<number, { id: string; consultationId: string }>;
}

/** Comments on contributions, points and amendments. */
export async function restoreComments(ctx: Ctx, archive: Archive, around: Around): Promise<void> {
	const entries = entriesOf(archive, 'kommentare');
	const organisations = await organisationsNamed(ctx, namesIn(entries));
	const contributions = new Map(
		entriesOf(archive, 'beitraege').map((one) => [one.number('nummer'), one.text('verfahren')])
	);
	const rows = entries.map((one, order) => ({
		...{ row: one.number('zeile'), body: one.text('text') },
		answers: one.yes('antwort') ? (one.numberOrNull('antwort_auf') ?? ('gone' as const)) : null,
		subject: subjectOf(one, around, contributions),
		stance: one.code('haltung', CODES.stance),
		...authorOf(one, organisations),
		authorGroup: one.code('gruppe', CODES.authorGroup),
		...{ createdAt: one.noon('geschrieben', order), publishedAt: one.noon('veroeffentlicht', order) }
	}));
	await restoring.restore(ctx, rows);
}

function subjectOf(one: Entry, around: Around, contributions: ReadonlyMap<number, string>): Subject {
	const number = one.number('zu_nummer');
	const about = one.code('zu_art', CODES.about);
	if (about === 'amendment') return { kind: 'amendment', ...one.known(around.amendments, number) };
	if (about === 'proposal') {
		const place = one.known(around.places, one.known(contributions, number));
		return { kind: 'proposal', id: one.known(around.proposals, number), consultationId: place.id };
	}
	const { points, wordings, versions } = around.versions;
	const version = one.number('zu_fassung');
	return {
		...{ kind: 'point', id: one.known(points, number) },
		wordingId: one.known(wordings, `${number} in ${version}`),
		consultationId: one.known(versions, version).consultationId
	};
}
