import * as promiseDoor from '#lib/promises/promises.server.ts';
import type { Status } from '#lib/promises/promise.ts';
import { newId } from '#lib/server/ids.ts';
import { found } from '#lib/verdict.ts';
import { instant } from '../../../commands/demo/cast.ts';
import { type DemoTown, type Points } from './town.ts';

interface DemoReport {
	/** Key of the point. */
	on: string;
	day: number;
	status: Status;
	responsible: string;
	/** Days from today. */
	review?: number;
	text: string;
}

const reports: readonly DemoReport[] = [
	{
		...{ on: 'rat', day: -5, status: 'planned', responsible: 'Sozialministerium, Geschäftsstelle', review: -1 },
		text: 'Die Stelle für die Geschäftsstelle ist ausgeschrieben.'
	},
	{
		...{ on: 'briefe', day: -5, status: 'planned', responsible: 'Sozialministerium mit drei Städten', review: 30 },
		text: 'Drei Städte haben zugesagt, ihre Bescheide umzuschreiben.'
	},
	{
		...{ on: 'briefe', day: -2, status: 'running', responsible: 'Sozialministerium mit drei Städten', review: 60 },
		text: 'Die ersten Bescheide beginnen mit zwei Sätzen. Menschen aus dem Tagestreff haben sie geprüft.'
	},
	{
		...{ on: 'uebertragen', day: -3, status: 'done', responsible: 'Sozialministerium' },
		text: 'Zwölf Projekte sind beschrieben. Die Liste steht auf der Seite des Ministeriums.'
	},
	{
		...{ on: 'ticket', day: -2, status: 'givenUp', responsible: 'Verkehrsministerium' },
		text: 'Das Geld dafür steht in diesem Jahr nicht im Haushalt. Das Land spricht im Bund weiter darüber.'
	}
];

/** Some points are on their way, one review is overdue: that can be seen, too. */
export async function keepPromises(town: DemoTown, points: Points): Promise<void> {
	for (const { on, day, status, responsible, review, text } of reports) {
		const reviewOn = review === undefined ? null : instant(review).slice(0, 10);
		const form = { id: newId(), status, responsible, reviewOn, text };
		await promiseDoor.report(town.as(town.staff.redaktion, day), found(points.get(on), 'point'), form);
	}
}
