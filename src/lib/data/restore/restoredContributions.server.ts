import { organisationsNamed } from '../../people/organisations/organisations.server.ts';
import * as restoring from '../../proposals/restore/restoreProposals.server.ts';
import type { Ctx } from '../../server/ctx.ts';
import { SealedVersion } from '../../strategy/frozen/frozenText.ts';
import { t } from '../../texts/texts.ts';
import { CODES } from '../sets/columns/codes.ts';
import { entriesOf, type Archive, type Entry } from './editionFiles.ts';

/** A consultation that was put back. */
export interface Place {
	id: string;
	/** By title: what the sealed texts of versions call them. */
	fields: ReadonlyMap<string, string>;
	/** By short name. */
	slugs: ReadonlyMap<string, string>;
	/** By kind. */
	phases: ReadonlyMap<string, string>;
}

/** Who is named: organisations by their name, everybody else as somebody. */
export function authorOf(one: Entry, organisations: ReadonlyMap<string, string>) {
	const organisation = one.textOrNull('organisation');
	return {
		authorName: organisation ?? t.data.somebody,
		organisationId: organisation === null ? null : one.known(organisations, organisation)
	};
}

export const namesIn = (entries: readonly Entry[]) => entries.flatMap((one) => one.textOrNull('organisation') ?? []);

/** Ids by number: of all that are public, and of all that versions speak of. */
export async function restoreContributions(
	ctx: Ctx,
	archive: Archive,
	places: ReadonlyMap<string, Place>
): Promise<Map<number, string>> {
	const entries = entriesOf(archive, 'beitraege');
	const organisations = await organisationsNamed(ctx, namesIn(entries));
	const ids = await restoring.restore(
		ctx,
		// The newest stand first.
		entries.map((one, place) =>
			restored(one, one.known(places, one.text('verfahren')), organisations, entries.length - place)
		)
	);
	for (const one of entriesOf(archive, 'dokumente')) {
		if (one.code('art', CODES.document) !== 'version') continue;
		const { points, consultation } = SealedVersion.parse(JSON.parse(one.text('text')));
		const named = points.flatMap(({ sources }) => sources.map(({ proposal }) => proposal));
		const gone = new Set(named.filter((number) => !ids.has(number)));
		for (const [number, id] of await restoring.restoreGone(ctx, consultation, gone)) ids.set(number, id);
	}
	return ids;
}

/** What moderation said of it in German; by whom, open data do not tell. */
function germanOf(one: Entry, order: number): restoring.RestoredProposal['german'] {
	const [title, body] = [one.textOrNull('deutsch_titel'), one.textOrNull('deutsch_text')];
	if (title === null || body === null) return null;
	return { title, body, writtenAt: one.noon('deutsch_am', order) };
}

function restored(
	one: Entry,
	place: Place,
	organisations: ReadonlyMap<string, string>,
	order: number
): restoring.RestoredProposal {
	const field = one.textOrNull('handlungsfeld');
	const publishedAt = one.noon('veroeffentlicht', order);
	return {
		...{ number: one.number('nummer'), consultationId: place.id, publishedAt },
		fieldId: field === null ? null : one.known(place.slugs, field),
		kind: one.code('art', CODES.kind),
		language: one.code('sprache', CODES.language),
		german: germanOf(one, order),
		...{ title: one.text('titel'), body: one.text('text'), evidence: one.textOrNull('beleg') },
		...authorOf(one, organisations),
		authorGroup: one.codeOrNull('gruppe', CODES.authorGroup),
		redactedAt: one.yes('geschwaerzt') ? publishedAt : null,
		...{ supportCount: one.number('unterstuetzungen'), commentCount: one.number('kommentare') },
		originUrl: one.textOrNull('herkunft')
	};
}
