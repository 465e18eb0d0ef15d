import { randomUUID } from 'node:crypto';
import * as calls from '#lib/calls/calls.server.ts';
import * as drafting from '#lib/calls/drafting.server.ts';
import * as consultations from '#lib/consultations/consultations.server.ts';
import type { Ctx } from '#lib/server/ctx.ts';
import * as strategy from '#lib/strategy/strategy.server.ts';
import { releaseCall, releaseReport } from '../../../support/machine/released.ts';
import type { Who } from '../people.ts';

type As = (who: Who) => Ctx;

const ITEMS = [
	{ kind: 'part', title: 'Beratung vor Ort', body: 'Gefördert wird eine Stelle, die beim Antrag hilft.' },
	{ kind: 'criterion', title: 'Erreichbar ohne Termin', body: 'Die Stelle ist ohne Termin offen.' }
] as const;

/** Call 1 rests on version 1 and is out, call 2 is a draft; and a report to the committee. Answers with an item of call 2. */
export async function fund(as: As): Promise<string> {
	await write(as, 1, 'Zusammen im Quartier');
	await releaseCall(as('secondPublisher'), as('publisher'), 1);
	const { id } = await consultations.current(as('publisher'));
	const report = {
		id: randomUUID(),
		title: 'Bericht an den Ausschuss',
		foreword: 'An den Ausschuss. Dank an Erika Mustermann.'
	};
	await releaseReport(as('secondPublisher'), as('publisher'), id, report);
	return write(as, 2, 'Noch ein Entwurf');
}

async function write(as: As, number: number, title: string): Promise<string> {
	const head = { title, intro: 'Das Land fördert Projekte.', deadline: null };
	await drafting.begin(as('editor'), { id: randomUUID(), version: 1, ...head });
	const { points } = await strategy.version(as('editor'), 1);
	const id = randomUUID();
	for (const [index, item] of ITEMS.entries()) {
		const { revision } = await calls.inWorkshop(as('editor'), number);
		const grounds = points.slice(index, index + 1).map((point) => point.pointId);
		await drafting.putItem(as('editor'), number, {
			id: index === 0 ? id : randomUUID(),
			revision,
			...item,
			points: grounds
		});
	}
	return id;
}
