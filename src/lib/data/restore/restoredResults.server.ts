import { organisationsNamed } from '../../people/organisations/organisations.server.ts';
import type { Ctx } from '../../server/ctx.ts';
import type { Restored } from '../../strategy/restore/restoreVersions.server.ts';
import type { Shown } from '../../votes/suppression/suppression.ts';
import * as votes from '../../votes/restore/restoreResults.server.ts';
import { CODES } from '../sets/columns/codes.ts';
import { entriesOf, type Archive, type Entry } from './editionFiles.ts';
import type { Place } from './restoredContributions.server.ts';

interface Around {
	places: ReadonlyMap<string, Place>;
	versions: Restored;
}

/** What was shown of each wording in each phase, with what was held back. */
export async function restoreResults(ctx: Ctx, archive: Archive, around: Around): Promise<void> {
	const rounds = new Map<string, Entry[]>();
	for (const one of entriesOf(archive, 'ergebnisse')) {
		const name = [one.number('punkt'), one.text('fassungen'), one.text('phase')].join(' / ');
		rounds.set(name, [...(rounds.get(name) ?? []), one]);
	}
	const results = [...rounds.values()].flatMap((rows) => {
		const [first] = rows;
		return first ? [{ box: boxOf(first, around), at: first.noon('stand'), rows: rows.map(rowOf) }] : [];
	});
	await votes.restore(ctx, results);
	await restorePositions(ctx, archive, around);
}

/** How organisations stood to each wording, by name. Files from before they voted openly tell of none. */
async function restorePositions(ctx: Ctx, archive: Archive, around: Around): Promise<void> {
	const entries = entriesOf(archive, 'positionen');
	const ids = await organisationsNamed(
		ctx,
		entries.map((one) => one.text('organisation'))
	);
	for (const one of entries) {
		await votes.restorePosition(ctx, {
			...boxOf(one, around),
			organisationId: one.known(ids, one.text('organisation')),
			choice: one.code('wahl', CODES.choice),
			since: one.noon('seit')
		});
	}
}

function boxOf(one: Entry, { places, versions }: Around): votes.RestoredResult['box'] {
	const number = one.number('punkt');
	const version = Number.parseInt(one.text('fassungen'), 10);
	const { consultationId } = one.known(versions.versions, version);
	const place = [...places.values()].find(({ id }) => id === consultationId);
	return {
		pointId: one.known(versions.points, number),
		wordingId: one.known(versions.wordings, `${number} in ${version}`),
		phaseId: one.known(place?.phases ?? new Map<string, string>(), one.text('phase'))
	};
}

function rowOf(one: Entry): votes.RestoredResult['rows'][number] {
	return {
		group: one.code('gruppe', CODES.group),
		standing: one.code('wer', CODES.standing),
		shown: shownOf(one),
		recorded: one.numberOrNull('aufgeschrieben')
	};
}

function shownOf(one: Entry): Shown {
	const counts = {
		agree: one.numberOrNull('zustimmung'),
		pass: one.numberOrNull('weiss_nicht'),
		disagree: one.numberOrNull('ablehnung')
	};
	const [share, name] = [one.numberOrNull('mindestens_prozent'), one.codeOrNull('mindestens_wahl', CODES.choice)];
	const mostly = share !== null && name !== null ? { name, share: share / 100 } : null;
	return { total: one.numberOrNull('stimmen'), counts, mostly };
}
