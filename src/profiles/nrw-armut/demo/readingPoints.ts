import * as readings from '#lib/readings/readings.server.ts';
import * as workshops from '#lib/recording/workshops/workshops.server.ts';
import { newId } from '#lib/server/ids.ts';
import { instant } from '../../../commands/demo/cast.ts';
import type { DemoTown } from './town.ts';

const EVENINGS = [
	{
		...{ day: -26, label: 'Runde im Tagestreff Sonnenplatz (Demo)', group: 'affected', people: 14 },
		minutes: 'Wir haben die Punkte laut gelesen und gefragt: Was heißt das für uns?',
		said: [
			{
				reading:
					'Eine Wohnung heißt für uns: eine Tür, die man abschließen kann. Ein Bett für eine Nacht ist damit nicht gemeint.',
				hands: { agree: 14, pass: 0, disagree: 0 }
			},
			{
				reading:
					'Respekt heißt: Man spricht mit uns und nicht über uns. Wer am Schalter sitzt, soll einmal auf unserer Seite gesessen haben.',
				hands: { agree: 9, pass: 0, disagree: 5 }
			}
		]
	},
	{
		...{ day: -24, label: 'Abend für Einrichtungen (Demo)', group: 'practice', people: 18 },
		minutes: 'Wir haben gefragt, was wir zusagen können und was nicht.',
		said: [
			{
				reading:
					'Wir lesen das so: Zuerst muss niemand seine Wohnung verlieren. Neue Wohnungen dauern Jahre. Beratung vor der Kündigung geht sofort.',
				hands: { agree: 12, pass: 0, disagree: 6 }
			},
			{
				reading: 'Fortbildung hilft nur, wenn danach jemand Zeit hat. Wir brauchen beides: Wissen und Personal.',
				hands: { agree: 18, pass: 0, disagree: 0 }
			}
		]
	}
] as const;

/** Two groups say, each for itself, how they read the same points; of the first version, so that one is older by now. */
export async function readPoints(town: DemoTown, consultationId: string, points: readonly number[]): Promise<void> {
	for (const { day, said, ...meeting } of EVENINGS) {
		const helper = town.as(town.staff.helferin, day);
		const form = { ...meeting, id: newId(), date: instant(day - 1).slice(0, 10) };
		const number = await workshops.open(helper, consultationId, form);
		for (const [place, { reading, hands }] of said.entries())
			await readings.write(helper, number, { point: points[place] ?? 0, reading, ...hands });
		await workshops.publish(town.as(town.staff.moderation, day + 0.6), number, true);
	}
}
