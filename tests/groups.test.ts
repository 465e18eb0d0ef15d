import { beforeAll, describe, expect, it } from 'vitest';
import * as consultations from '#lib/consultations/consultations.server.ts';
import { fileName, SLUGS } from '#lib/data/dataset.ts';
import * as data from '#lib/data/data.server.ts';
import { readArchive } from '#lib/data/restore/editionFiles.ts';
import { BatchForm } from '#lib/people/cards/batch.ts';
import * as batches from '#lib/people/cards/batches.server.ts';
import { tidyCode } from '#lib/people/cards/cardCode.ts';
import { groupNames, groupNamesLong } from '#lib/people/groupNames.ts';
import * as people from '#lib/people/people.server.ts';
import { withProfile } from '#lib/profile/profile.server.ts';
import * as proposals from '#lib/proposals/proposals.server.ts';
import { reportPaper } from '#lib/reports/reportPaper.server.ts';
import * as reports from '#lib/reports/reports.server.ts';
import { declaredIn, participationTable } from '#lib/reports/tables.ts';
import { newId } from '#lib/server/ids.ts';
import { compare } from '#lib/votes/participation/participation.ts';
import { MIN_ANSWERS_PER_GROUP } from '#lib/votes/summary/summary.ts';
import { found } from '#lib/verdict.ts';
import * as votes from '#lib/votes/votes.server.ts';
import { emptyTown } from './support/lively.ts';
import { choose, profileWith } from './support/profiles.ts';
import { releaseReport } from './support/machine/released.ts';
import { contribute, makeEditor } from './support/strategy/strategy.ts';
import { makeTestApp, type TestApp } from './support/machine/testApp.ts';

const ENOUGH = MIN_ANSWERS_PER_GROUP + 4;

/** So many of each group vote on the first point, every seventh against it. */
async function poll(testApp: TestApp, voters: Readonly<Record<string, number>>): Promise<void> {
	for (const [group, many] of Object.entries(voters)) {
		for (let n = 0; n < many; n++) {
			await votes.castVote(testApp.as(await testApp.person(group)), 1, n % 7 === 0 ? 'disagree' : 'agree');
		}
	}
	await votes.publishResults(testApp.as(null));
}

async function summaryOf(testApp: TestApp) {
	const { id } = found(await consultations.find(testApp.as(null)), 'process');
	const [surveyed] = await votes.survey(testApp.as(null), id);
	if (!surveyed?.round) throw new Error('nobody has voted');
	return surveyed.round;
}

/** A process with so many groups: each has written, and each but the last has voted. */
async function process(count: number) {
	const testApp = await makeTestApp();
	const keys = await choose(testApp, profileWith(count));
	const from: number[] = [];
	for (const key of keys) from.push(await contribute(testApp, await testApp.person(key), `Beitrag von ${key}`));
	const editor = await makeEditor(testApp);
	await editor.start();
	await editor.add({ from });
	await editor.publish();
	const [last = '', ...others] = keys.toReversed();
	await poll(testApp, { ...Object.fromEntries(others.map((key) => [key, ENOUGH])), [last]: 3, none: 6 });
	return { testApp, keys, last };
}

describe.each([2, 6])('a process with %i groups', (count) => {
	let town: Awaited<ReturnType<typeof process>>;
	beforeAll(async () => (town = await process(count)));
	const as = () => town.testApp.as(null);
	const speaking = <T>(work: () => Promise<T>) => withProfile(as(), work);

	it('holds back the group of few, and says whose votes are missing', async () => {
		const { persons, summary } = await summaryOf(town.testApp);
		expect(persons.map(({ group }) => group)).toEqual([...town.keys, 'none']);
		expect(persons.filter(({ state }) => state === 'few').map(({ group }) => group)).toEqual([town.last]);
		expect(summary).toMatchObject({ balanced: null, tooFew: [town.last], word: 'open' });
	});

	it('gives cards to each of them, and to none that it does not have', async () => {
		const ctx = town.testApp.as(await town.testApp.person('none', { roles: ['admin'] }));
		const typed = { id: newId(), label: 'Karten', group: town.last, size: '1' };
		const form = await speaking(async () => BatchForm.parse(typed));
		const [code = ''] = (await batches.issue(ctx, form)).codes;
		expect(await people.byId(ctx, await people.holderOf(ctx, tidyCode(code)))).toMatchObject({ group: town.last });
		expect(await speaking(async () => BatchForm.parse({ ...typed, group: 'affected' }))).toMatchObject({
			group: 'none'
		});
	});

	it('counts who takes part by them, beside what was to be expected', async () => {
		const ctx = town.testApp.as(await town.testApp.person('none', { roles: ['editor'] }));
		const percents = Object.fromEntries(town.keys.map((key) => [key, Math.floor(100 / count)]));
		await votes.refer(ctx, town.testApp.consultationId, { percents: { ...percents, affected: 9 }, source: 'Ziel' });
		const expected = await votes.references(ctx, town.testApp.consultationId);
		expect(expected.map(({ group }) => group)).toEqual(town.keys);
		await votes.publishParticipation(as());
		const { lines } = await votes.participation(as(), town.testApp.consultationId);
		expect(Object.keys(lines.contributions?.counts ?? {})).toEqual([...town.keys, 'none', 'organisation']);
		expect(await proposals.countByGroup(as(), town.testApp.consultationId)).toMatchObject({ [town.last]: 1, none: 0 });
		expect(Object.keys(lines.people?.counts ?? {})).toEqual([...town.keys, 'none']);
		expect(compare(lines.people, expected, town.keys).length).toBe(count);
	});

	it('reports by them, on the page and on paper', async () => {
		const publisher = async () => town.testApp.as(await town.testApp.person('none', { roles: ['publisher'] }));
		const form = { id: newId(), title: 'Bericht', foreword: '' };
		await releaseReport(await publisher(), await publisher(), town.testApp.consultationId, form);
		const report = await reports.byNumber(as(), 1);
		await speaking(async () => {
			expect(declaredIn(report.figures.participation)).toEqual(town.keys);
			const names = participationTable(report.figures.participation).rows.map(({ head }) => head);
			expect(names.slice(0, count + 1)).toEqual(Object.values(groupNames()));
			const paper = JSON.stringify(reportPaper(report, 'https://teilhabe.example'));
			for (const key of town.keys) expect(paper).toContain(groupNames()[key]);
			expect(Object.values(groupNamesLong()).length).toBe(count + 1);
		});
	});

	it('gives its data away, and takes them back in where the same groups are', async () => {
		const files = new Map<string, string>();
		await speaking(async () => {
			await data.publishEdition(as());
			for (const slug of SLUGS) {
				let text = '';
				for await (const piece of data.textOf(as(), 1, slug, 'json')) text += piece;
				files.set(fileName(slug, 'json'), text);
			}
		});
		expect(files.get('beitraege.json')).toContain(`"gruppe":"${town.last}","gruppe_label":"Seite ${count}"`);
		const other = await emptyTown(town.testApp.now);
		await choose(other, profileWith(count));
		await withProfile(other.as(null), () =>
			data.restore(
				other.as(null),
				readArchive((name) => files.get(name) ?? null)
			)
		);
		const { persons } = await summaryOf(other);
		expect(persons).toEqual((await summaryOf(town.testApp)).persons);
		const stranger = await emptyTown(town.testApp.now);
		const archive = () => readArchive((name) => files.get(name) ?? null);
		await expect(
			withProfile(stranger.as(null), async () => data.restore(stranger.as(null), archive()))
		).rejects.toThrow(/»gruppe«|seite-1/);
	});
});

it('each of two groups counts half, however many they are, and they are told apart where they differ', async () => {
	const testApp = await makeTestApp();
	const [one = '', other = ''] = await choose(testApp, profileWith(2));
	const editor = await makeEditor(testApp);
	await editor.start();
	await editor.add({ from: [await contribute(testApp, await testApp.person(one))] });
	await editor.publish();
	for (const [group, many, choice] of [
		[one, 60, 'agree'],
		[other, 15, 'disagree']
	] as const) {
		for (let n = 0; n < many; n++) await votes.castVote(testApp.as(await testApp.person(group)), 1, choice);
	}
	await votes.publishResults(testApp.as(null));
	const { summary } = await summaryOf(testApp);
	expect(summary.word).toBe('contested');
	expect(summary.contestedBy).toEqual([one, other]);
	expect(summary.balanced?.least).toBeGreaterThanOrEqual(0.4);
	expect(summary.balanced?.most).toBeLessThanOrEqual(0.6);
});
