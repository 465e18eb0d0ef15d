import { expect } from 'vitest';
import * as synopsis from '#lib/answers/synopsis/synopsis.server.ts';
import { SynopsisQuery } from '#lib/answers/synopsis/synopsis.ts';
import type { Person } from '#lib/people/person.ts';
import { pointsOfSources } from '#lib/strategy/sources/sources.server.ts';
import * as strategy from '#lib/strategy/strategy.server.ts';
import type { Version } from '#lib/strategy/versions/version.ts';
import type { TestApp } from './machine/testApp.ts';

/**
 * From every point of every version to the contributions behind it, and from every contribution back: by the finders of
 * the version's page, the draft's pages, the synopsis and the contribution's page. Returns how many paths there are.
 */
export async function walkSources(testApp: TestApp, staff: Person): Promise<number> {
	const ids = (await testApp.app.reader.selectFrom('proposals').select('id').execute()).map((row) => row.id);
	const heads = await strategy.versions(testApp.as(staff), testApp.consultationId);
	const draft = await strategy.draftOf(testApp.as(staff), testApp.consultationId);
	const published = await Promise.all(heads.map(({ number }) => strategy.version(testApp.as(null), number)));
	let paths = 0;
	for (const version of [...published, ...(draft ? [draft] : [])])
		paths += await walkVersion(testApp, staff, version, ids);
	await walkPlaces(testApp, published, ids);
	return paths;
}

const forth = ({ points }: Version) =>
	points.flatMap(({ number, sources }) => sources.map((source) => `${source.proposalId} ${number} ${source.relation}`));

async function walkVersion(testApp: TestApp, staff: Person, version: Version, ids: readonly string[]): Promise<number> {
	const there = forth(version).sort();
	const behind = await pointsOfSources(testApp.as(staff), version.id, ids);
	const back = [...behind].flatMap(([id, points]) => points.map((point) => `${id} ${point.number} ${point.relation}`));
	expect(back.sort(), `version ${version.number}, back`).toEqual(there);
	const sourced = await strategy.sourcedIn(testApp.as(staff), version.id, ids);
	const named = [...sourced].flatMap(([id, points]) => points.map((point) => `${id} ${point}`)).sort();
	const wanted = version.points.flatMap(({ number, sources }) => sources.map((one) => `${one.proposalId} ${number}`));
	expect(named, `version ${version.number}, on the draft's pages`).toEqual(wanted.sort());
	if (version.publishedAt === null) return there.length;
	const rows = await synopsis.all(testApp.as(null), version.number, SynopsisQuery.parse({}));
	const told = rows.flatMap((row) => row.points.map((point) => `${row.number} ${point.number} ${point.relation}`));
	const shown = version.points.flatMap(({ number, sources }) =>
		sources.filter((one) => one.published).map((one) => `${one.proposalNumber} ${number} ${one.relation}`)
	);
	expect(told.sort(), `synopsis of version ${version.number}`).toEqual(shown.sort());
	return there.length;
}

/** What the page of a contribution says: the newest version in which it stands behind each point. */
async function walkPlaces(testApp: TestApp, published: readonly Version[], ids: readonly string[]): Promise<void> {
	const told = [...(await strategy.placesOf(testApp.as(null), ids))].flatMap(([id, places]) =>
		places.map(({ pointNumber, versionNumber }) => `${id} ${pointNumber} ${versionNumber}`)
	);
	const newest = new Map<string, number>();
	for (const { number: version, points } of [...published].sort((a, b) => a.number - b.number)) {
		for (const { number, sources } of points) {
			for (const { proposalId } of sources) newest.set(`${proposalId} ${number}`, version);
		}
	}
	expect(told.sort(), 'pages of contributions').toEqual(
		[...newest].map(([path, version]) => `${path} ${version}`).sort()
	);
}
