import * as chronicle from '../../chronicle/chronicle.server.ts';
import { noonOf } from '../../time.ts';
import * as consultations from '../../consultations/consultations.server.ts';
import * as hands from '../../hands/hands.server.ts';
import * as moderation from '../../moderation/moderation.server.ts';
import { putPlaceholderPerson } from '../../people/organisations/organisations.server.ts';
import * as readings from '../../readings/readings.server.ts';
import * as workshops from '../../recording/workshops/workshops.server.ts';
import type { Ctx } from '../../server/ctx.ts';
import { t } from '../../texts/texts.ts';
import { entriesOf, type Archive, type Entry } from './editionFiles.ts';
import { CODES } from '../sets/columns/codes.ts';
import type { Around } from './restoredAmendments.server.ts';
import type { Place } from './restoredContributions.server.ts';

/** Public meetings, and how hands were raised there. */
export async function restoreMeetings(ctx: Ctx, archive: Archive, { places, versions }: Around): Promise<void> {
	const meetings = entriesOf(archive, 'treffen');
	const by = await putPlaceholderPerson(ctx, t.data.somebody);
	const ids = await workshops.restore(
		ctx,
		meetings.map((one, place) => ({
			...{ number: one.number('nummer'), consultationId: one.known(places, one.text('verfahren')).id },
			...{ label: one.text('bezeichnung'), heldOn: one.text('gehalten'), group: one.code('gruppe', CODES.group) },
			...{ people: one.number('personen'), minutes: one.text('protokoll') },
			// The newest stand first.
			publishedAt: one.noon('veroeffentlicht', meetings.length - place)
		})),
		by
	);
	const counted = (one: Entry) => {
		const [point, version] = [one.number('punkt'), one.number('fassung')];
		return {
			workshopId: one.known(ids, one.number('treffen')),
			pointId: one.known(versions.points, point),
			wordingId: one.known(versions.wordings, `${point} in ${version}`),
			counts: countsOf(one)
		};
	};
	await hands.restore(ctx, entriesOf(archive, 'handzeichen').map(counted));
	const adopted = entriesOf(archive, 'lesarten');
	await readings.restore(
		ctx,
		adopted.map((one) => ({ ...counted(one), text: one.text('text') }))
	);
}

function countsOf(one: Entry): hands.RestoredHands['counts'] {
	const [agree, pass, disagree] = [
		one.numberOrNull('zustimmung'),
		one.numberOrNull('weiss_nicht'),
		one.numberOrNull('ablehnung')
	];
	const [share, choice] = [one.numberOrNull('mindestens_prozent'), one.codeOrNull('mindestens_wahl', CODES.choice)];
	const mostly = share === null || choice === null ? null : { choice, share: share / 100 };
	if (agree === null && pass === null && disagree === null && mostly === null) return null;
	return { agree, pass, disagree, mostly };
}

/** What the chronicle and the public log of moderation tell. */
export async function restoreHappened(ctx: Ctx, archive: Archive, places: ReadonlyMap<string, Place>): Promise<void> {
	const told = entriesOf(archive, 'chronik').map((one, order) => {
		const slug = one.textOrNull('verfahren');
		return {
			...{ event: one.code('ereignis', CODES.event), at: one.noon('tag', order) },
			place: slug === null ? null : one.known(places, slug),
			facts: {
				...{ number: one.numberOrNull('nummer'), title: one.textOrNull('titel'), count: one.numberOrNull('zahl') },
				...{ kind: one.textOrNull('phase'), status: one.codeOrNull('stand', CODES.status) },
				version: one.numberOrNull('fassung')
			}
		};
	});
	await chronicle.restore(
		ctx,
		told.map(({ place, ...row }) => ({ ...row, consultationId: place?.id ?? null }))
	);
	const begun = told.flatMap(({ event, place, facts }) =>
		event === 'phase.began' && facts.kind ? (place?.phases.get(facts.kind) ?? []) : []
	);
	await consultations.phasesAnnounced(ctx, begun);
	await restoreLog(ctx, archive);
}

async function restoreLog(ctx: Ctx, archive: Archive): Promise<void> {
	const rows = entriesOf(archive, 'moderation').map((one, order) => ({
		...{ at: one.noon('tag', order), kind: one.code('art', CODES.screened) },
		...{ deed: one.code('entscheidung', CODES.deed), ground: one.codeOrNull('grund', CODES.ground) }
	}));
	const months = entriesOf(archive, 'moderationsmonate').filter((one) => one.text('entscheidung') === 'publish');
	const published = months.flatMap((one) =>
		Array.from({ length: one.number('anzahl') }, () => ({
			...({ at: noonOf(`${one.text('monat')}-01`), kind: 'proposal', deed: 'publish', ground: null } as const)
		}))
	);
	await moderation.restoreLog(ctx, [...rows, ...published], await putPlaceholderPerson(ctx, t.data.somebody));
}
