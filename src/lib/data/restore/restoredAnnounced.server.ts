import * as places from '../../people/places/placeDetails.server.ts';
import * as meetings from '../../recording/meetings/meetings.server.ts';
import type { Ctx } from '../../server/ctx.ts';
import { entriesOf, type Archive } from './editionFiles.ts';
import type { Place } from './restoredContributions.server.ts';

/** Meetings that were announced, and where cards are to be had. */
export async function restoreAnnounced(
	ctx: Ctx,
	archive: Archive,
	consultations: ReadonlyMap<string, Place>
): Promise<void> {
	const announced = entriesOf(archive, 'termine').map((one) => {
		const changedAt = one.noon('geaendert');
		return {
			...{ id: one.text('kennung'), consultationId: one.known(consultations, one.text('verfahren')).id },
			...{
				title: one.text('titel'),
				heldOn: one.text('findet_statt'),
				begins: one.text('beginnt'),
				ends: one.text('endet')
			},
			...{ place: one.text('ort'), audience: one.text('fuer'), access: one.text('zugang') },
			...{ childcare: one.text('kinderbetreuung'), languages: one.text('sprachen'), travel: one.text('fahrtkosten') },
			changedAt,
			cancelledAt: one.yes('abgesagt') ? changedAt : null
		};
	});
	await meetings.restore(ctx, announced);
	const described = entriesOf(archive, 'orte').map((one) => ({
		...{ code: one.text('kuerzel'), name: one.text('name'), address: one.text('anschrift') },
		...{ hours: one.text('offen'), note: one.text('hinweis'), changedAt: one.noon('geaendert') }
	}));
	await places.restore(ctx, described);
}
