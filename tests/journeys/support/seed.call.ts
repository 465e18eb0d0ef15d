import { randomUUID } from 'node:crypto';
import * as calls from '#lib/calls/calls.server.ts';
import * as drafting from '#lib/calls/drafting.server.ts';
import * as consultations from '#lib/consultations/consultations.server.ts';
import * as reports from '#lib/reports/reports.server.ts';
import type { Ctx } from '#lib/server/ctx.ts';
import * as strategy from '#lib/strategy/strategy.server.ts';
import type { Who } from './people.ts';

/** A call that rests on version 1, and a report to the committee. */
export async function fund(as: (who: Who) => Ctx): Promise<void> {
	const head = { title: 'Zusammen im Quartier', intro: 'Das Land fördert Projekte.', deadline: null };
	const number = await drafting.begin(as('editor'), { id: randomUUID(), version: 1, ...head });
	const points = (await strategy.version(as('editor'), 1)).points;
	const items = [
		{ kind: 'part', title: 'Beratung vor Ort', body: 'Gefördert wird eine Stelle, die beim Antrag hilft.' },
		{ kind: 'criterion', title: 'Erreichbar ohne Termin', body: 'Die Stelle ist ohne Termin offen.' }
	] as const;
	for (const [index, item] of items.entries()) {
		const { revision } = await calls.inWorkshop(as('editor'), number);
		const grounds = points.slice(index, index + 1).map((point) => point.pointId);
		await drafting.putItem(as('editor'), number, { id: randomUUID(), revision, ...item, points: grounds });
	}
	const { revision } = await calls.inWorkshop(as('publisher'), number);
	await calls.publish(as('publisher'), number, revision);
	const { id } = await consultations.leading(as('publisher'));
	await reports.publish(as('publisher'), id, { id: randomUUID(), title: 'Bericht an den Ausschuss', foreword: '' });
}
