import { randomUUID } from 'node:crypto';
import * as hands from '#lib/hands/hands.server.ts';
import * as photos from '#lib/recording/photos/photos.server.ts';
import * as readings from '#lib/readings/readings.server.ts';
import * as workshops from '#lib/recording/workshops/workshops.server.ts';
import type { Ctx } from '#lib/server/ctx.ts';
import { sheetPhoto } from '../../../support/pictures/sheetPhoto.ts';
import type { Who } from '../people.ts';

/** The first meeting is public; the second is still on the helper's desk. */
export async function meet(as: (who: Who) => Ctx, consultationId: string): Promise<void> {
	const ctx = as('helper');
	const told = { group: 'affected', people: 9, minutes: 'Wohnen ist das Wichtigste.' } as const;
	for (const label of ['Frühstück im Tagestreff', 'Abend im Stadtteilladen']) {
		const form = { id: randomUUID(), label, date: ctx.now.slice(0, 10), ...told };
		const number = await workshops.open(ctx, consultationId, form);
		await hands.count(ctx, number, [{ point: 1, agree: 6, pass: 1, disagree: 2 }]);
		const reading = 'Zuerst eine Wohnung. Alles andere kommt danach.';
		await readings.write(ctx, number, { point: 1, reading, agree: 8, pass: 1, disagree: 0 });
		const photo = { id: randomUUID(), alt: 'Auf dem Blatt steht: Miete, Strom, Angst.', nobody: 'yes' } as const;
		await photos.add(ctx, number, photo, await sheetPhoto());
	}
	await workshops.publish(as('moderator'), 1, true);
}
