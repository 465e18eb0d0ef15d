import { expect } from 'vitest';
import * as distillation from '#lib/distillation/distillation.server.ts';
import { openSince } from '#lib/distillation/desk/workItem.ts';
import type { Person } from '#lib/people/person.ts';
import type { TestApp } from '../machine/testApp.ts';

/** Everything alive at the desk, to be compared. Reading it walks every path in both directions and checks every count. */
export async function stateOfDesk(testApp: TestApp) {
	const db = testApp.app.reader;
	const proposals = await db.selectFrom('proposals').selectAll().orderBy('id').execute();
	const segments = await db.selectFrom('segments').selectAll().where('removedAt', 'is', null).orderBy('id').execute();
	const clusters = await db.selectFrom('clusters').selectAll().execute();
	const members = await db.selectFrom('members').selectAll().execute();
	const dockets = await db.selectFrom('dockets').selectAll().execute();
	const counts = await db.selectFrom('docketCounts').selectAll().execute();
	const byId = new Map(clusters.map((one) => [one.id, one]));
	for (const segment of segments) {
		const body = proposals.find((one) => one.id === segment.proposalId)?.body;
		expect(body?.slice(segment.starts, segment.ends), 'a passage is its contribution’s words').toBe(segment.text);
	}
	for (const { clusterId, itemId, proposalId, segmentId } of members) {
		const cluster = byId.get(clusterId);
		expect([cluster?.removedAt, cluster?.mergedIntoId], 'members are in live clusters').toEqual([null, null]);
		expect(itemId).toBe(segmentId ?? proposalId);
		if (segmentId === null) continue;
		expect(segments.find((one) => one.id === segmentId)?.proposalId, 'and their passages live').toBe(proposalId);
	}
	for (const { id, memberCount, dissentCount, mergedIntoId, removedAt } of clusters) {
		const own = members.filter((one) => one.clusterId === id);
		expect([memberCount, dissentCount]).toEqual([own.length, own.filter((one) => one.dissent !== null).length]);
		if (mergedIntoId !== null && removedAt === null) expect(byId.get(mergedIntoId)?.removedAt).toBeNull();
	}
	for (const docket of dockets) {
		const cut = segments.filter((one) => one.proposalId === docket.proposalId);
		const own = members.filter((one) => one.proposalId === docket.proposalId);
		const placed = cut.filter((one) => own.some((member) => member.segmentId === one.id)).length;
		const whole = own.filter((one) => one.segmentId === null).length;
		expect(docket.openSince).toBe(openSince({ ...docket, whole, segments: cut.length, placed }));
	}
	const open = counts.reduce((sum, one) => sum + one.open, 0);
	expect(open, 'the counter is right').toBe(dockets.filter((one) => one.openSince !== null).length);
	return {
		proposals,
		segments: segments.map(({ id, text }) => ({ id, text })),
		clusters: clusters
			.filter((one) => one.removedAt === null)
			.map(({ revision: _r, ...cluster }) => cluster)
			.sort((a, b) => a.number - b.number),
		members: members.map((one) => JSON.stringify(one)).sort(),
		dockets: dockets.map(({ revision: _r, ...docket }) => docket).sort((a, b) => a.number - b.number)
	};
}

/** Every path in both directions, by the finders pages use: from a contribution to its clusters, and back. */
export async function walkPaths(testApp: TestApp, staff: Person): Promise<number> {
	const ctx = testApp.as(staff);
	const db = testApp.app.reader;
	const ids = (await db.selectFrom('proposals').select('id').execute()).map((one) => one.id);
	const there = await distillation.placesOf(ctx, ids);
	const forth = [...there].flatMap(([id, places]) => places.map((place) => `${id} ${place.itemId} ${place.clusterId}`));
	const back: string[] = [];
	for (const { id } of await db.selectFrom('clusters').select('id').execute()) {
		for (const one of await distillation.membersOf(ctx, id)) back.push(`${one.proposalId} ${one.itemId} ${id}`);
	}
	expect(back.sort()).toEqual(forth.sort());
	return forth.length;
}
