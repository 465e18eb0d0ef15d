import * as calls from '../../calls/calls.server.ts';
import { startOfDay } from '../../consultations/phases/phases.ts';
import * as promises from '../../promises/promises.server.ts';
import type { Ctx } from '../../server/ctx.ts';
import { entriesOf, type Archive } from './editionFiles.ts';
import { CODES } from '../sets/columns/codes.ts';
import type { Around } from './restoredAmendments.server.ts';

/** What became of points since: what was said about how they stand, and the calls that rest on them. */
export async function restoreProgress(ctx: Ctx, archive: Archive, around: Around): Promise<void> {
	const { versions } = around;
	await promises.restore(
		ctx,
		entriesOf(archive, 'umsetzung').map((one, order) => ({
			pointId: one.known(versions.points, one.number('punkt')),
			status: one.code('stand', CODES.status),
			responsible: one.text('zustaendig'),
			reviewOn: one.textOrNull('wieder_am'),
			text: one.text('text'),
			at: one.noon('gemeldet', order)
		}))
	);
	await calls.restore(ctx, callsIn(archive, around));
}

function callsIn(archive: Archive, { places, versions }: Around): calls.RestoredCall[] {
	const items = itemsIn(archive, versions.points);
	return entriesOf(archive, 'aufrufe').map((one, order) => {
		const deadline = one.textOrNull('frist');
		return {
			number: one.number('nummer'),
			consultationId: one.known(places, one.text('verfahren')).id,
			versionId: one.known(versions.versions, one.number('fassung')).id,
			...{ title: one.text('titel'), intro: one.text('einleitung') },
			deadline: deadline === null ? null : startOfDay(deadline, 1),
			publishedAt: one.noon('veroeffentlicht', order),
			items: items.get(one.number('nummer')) ?? []
		};
	});
}

/** Parts and criteria by the number of their call, each with the points it rests on. */
function itemsIn(
	archive: Archive,
	points: ReadonlyMap<number, string>
): Map<number, calls.RestoredCall['items'][number][]> {
	const grounds = new Map<string, string[]>();
	for (const one of entriesOf(archive, 'aufrufpunkte')) {
		const item = [one.number('aufruf'), one.text('art'), one.number('stelle')].join(' ');
		grounds.set(item, [...(grounds.get(item) ?? []), one.known(points, one.number('punkt'))]);
	}
	const items = new Map<number, calls.RestoredCall['items'][number][]>();
	for (const one of entriesOf(archive, 'aufrufteile')) {
		const [call, kind] = [one.number('aufruf'), one.code('art', CODES.itemKind)];
		const pointIds = grounds.get([call, kind, one.number('stelle')].join(' ')) ?? [];
		const item = { kind, title: one.text('titel'), body: one.text('text'), pointIds };
		items.set(call, [...(items.get(call) ?? []), item]);
	}
	return items;
}
