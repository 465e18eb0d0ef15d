import { describe, expect, it } from 'vitest';
import { publishedFiles } from '../../../../tests/support/editions/edition.ts';
import * as amendments from '#lib/amendments/amendments.server.ts';
import * as answers from '#lib/answers/answers.server.ts';
import * as calls from '#lib/calls/calls.server.ts';
import * as chronicle from '#lib/chronicle/chronicle.server.ts';
import * as comments from '#lib/comments/comments.server.ts';
import * as consultations from '#lib/consultations/consultations.server.ts';
import * as hands from '#lib/hands/hands.server.ts';
import * as readings from '#lib/readings/readings.server.ts';
import * as moderation from '#lib/moderation/moderation.server.ts';
import * as opinion from '#lib/opinion/opinion.server.ts';
import { publicPlaces } from '#lib/people/places/placeDetails.server.ts';
import { ListQuery } from '#lib/proposals/proposal.ts';
import * as proposals from '#lib/proposals/proposals.server.ts';
import * as promises from '#lib/promises/promises.server.ts';
import * as meetings from '#lib/recording/meetings/meetings.server.ts';
import * as workshops from '#lib/recording/workshops/workshops.server.ts';
import * as reports from '#lib/reports/reports.server.ts';
import type { Ctx } from '#lib/server/ctx.ts';
import { newId } from '#lib/server/ids.ts';
import * as strategy from '#lib/strategy/strategy.server.ts';
import { isoDay } from '#lib/texts/dates.ts';
import * as votes from '#lib/votes/votes.server.ts';
import { eventful } from '../../../../tests/support/eventful.ts';
import { emptyTown, lively } from '../../../../tests/support/lively.ts';
import type { TestApp } from '../../../../tests/support/machine/testApp.ts';
import { BadArchive, readArchive } from './editionFiles.ts';
import * as data from '../data.server.ts';
import { verified } from '../../../../tests/support/strategy/strategy.ts';

const filesOf = (testApp: TestApp) => publishedFiles(testApp, ['json']);

const archiveOf = (files: ReadonlyMap<string, string>) => readArchive((name) => files.get(name) ?? null);

/** What no page shows (ids, hours), and what open data does not tell: what a person is called, and where ids stand. */
const LEFT_OUT = /Id$|^id$|^createdAt$|^submittedAt$|^changedAt$|^authorName$|^revision$|^createdBy$|^changedBy$/;
const DAYS = /^(publishedAt|at|redactedAt|writtenAt|cancelledAt)$/;

function shown(value: unknown): unknown {
	if (Array.isArray(value)) return value.map(shown);
	if (value instanceof Map) return shown([...value.values()]);
	if (typeof value !== 'object' || value === null) return value;
	const kept = Object.entries(value).filter(([name]) => !LEFT_OUT.test(name));
	return Object.fromEntries(
		kept.map(([name, one]) => [name, DAYS.test(name) && typeof one === 'string' ? isoDay(one) : shown(one)])
	);
}

/** What the doors give each public page, address by address. */
async function pagesOf(ctx: Ctx): Promise<Record<string, unknown>> {
	const pages: Record<string, unknown> = {};
	const consultation = await consultations.current(ctx);
	const list = (await proposals.list(ctx, consultation.id, ListQuery.parse({}))).proposals;
	pages['/verfahren'] = { ...consultation, phases: consultation.phases.map(({ actions: _, ...phase }) => phase) };
	pages['/beitraege'] = list;
	pages['/beitraege?q=bezahlen'] = (
		await proposals.list(ctx, consultation.id, ListQuery.parse({ q: 'bezahlen' }))
	).proposals;
	for (const one of list) {
		const { id, number } = one;
		const german = (await proposals.summariesOf(ctx, [one])).get(id);
		const answer = (await answers.publishedFor(ctx, [id])).get(id);
		const thread = (await comments.page(ctx, { kind: 'proposal', id }, null)).comments;
		const places = (await strategy.placesOf(ctx, [id])).get(id);
		pages[`/beitraege/${number}`] = { one: await proposals.byNumber(ctx, number), german, answer, thread, places };
	}
	const versions = await strategy.versions(ctx);
	pages['/fassungen'] = versions;
	const points = new Map<number, string>();
	for (const { number } of versions) {
		const version = await strategy.version(ctx, number);
		const former = await strategy.since(ctx, version);
		pages[`/fassungen/${number}`] = {
			version,
			log: await strategy.logOf(ctx, version, former),
			summary: former?.summary
		};
		pages[`/fassungen/${number}.json`] = await strategy.frozenText(ctx, number);
		for (const { pointId, number } of version.points) points.set(number, pointId);
	}
	for (const [number, id] of points) {
		const thread = (await comments.page(ctx, { kind: 'point', id }, null)).comments;
		const results = (await votes.published(ctx, [id])).get(id);
		pages[`/punkte/${number}`] = { point: await strategy.pointByNumber(ctx, number), results, thread };
	}
	pages['/wer-macht-mit'] = (await votes.participation(ctx, consultation.id)).lines;
	pages['/meinungsbild'] = await opinion.newest(ctx, consultation.id);
	for (const { number } of await reports.list(ctx)) pages[`/berichte/${number}`] = await reports.byNumber(ctx, number);
	Object.assign(pages, await sidePages(ctx, consultation.id, points));
	return Object.fromEntries(Object.entries(pages).map(([address, page]) => [address, shown(page)]));
}

/** Amendments, calls, meetings, what became of points, chronicle and moderation log. */
async function sidePages(ctx: Ctx, consultationId: string, points: ReadonlyMap<number, string>) {
	const pages: Record<string, unknown> = {};
	for (const [number, id] of points) {
		const { amendments: proposed } = await amendments.onPoint(ctx, id, null);
		pages[`/punkte/${number}#aendern`] = proposed;
		pages[`/punkte/${number}#umsetzung`] = await promises.updatesOf(ctx, id);
		pages[`/punkte/${number}#handzeichen`] = await hands.onPoint(ctx, id, null);
		pages[`/punkte/${number}#lesarten`] = await readings.onPoint(ctx, id, null);
		for (const { id, number } of proposed) {
			pages[`/aenderungen/${number}`] = (await comments.page(ctx, { kind: 'amendment', id }, null)).comments;
		}
	}
	for (const { number } of await calls.published(ctx)) {
		const { items, ...head } = await calls.byNumber(ctx, number);
		pages[`/aufrufe/${number}`] = { head, items: items.map(({ pointIds, ...item }) => [item, pointIds.length]) };
	}
	for (const meeting of (await workshops.list(ctx, { publicOnly: true, after: null })).workshops) {
		pages[`/treffen/${meeting.number}`] = { meeting, hands: await hands.inRoom(ctx, meeting.number) };
	}
	for await (const announced of meetings.announced(ctx, 100)) pages['/treffen'] = announced;
	pages['/karten-orte'] = await publicPlaces(ctx);
	pages['/umsetzung'] = await promises.overview(ctx, consultationId);
	pages['/chronik'] = (await chronicle.page(ctx, null)).days;
	pages['/moderation'] = [(await moderation.log(ctx, null)).entries, await moderation.logCounts(ctx)];
	return pages;
}

/** The newest contribution, as if it had been written in another language and said in German. */
async function inUkrainian(testApp: TestApp): Promise<void> {
	const moderator = testApp.as(await testApp.person('none', { roles: ['moderator'] }));
	const [one] = (await proposals.list(moderator, testApp.consultationId, ListQuery.parse({}))).proposals;
	const german = { title: 'Eine Wohnung, die bezahlen kann, wer wenig hat', body: 'Die Miete frisst das Geld auf.' };
	await moderation.summarise(moderator, one?.id ?? '', { id: newId(), seen: 0, language: 'uk', ...german });
}

describe('an edition of open data, put back into an empty installation', () => {
	it(
		'shows the same public pages, one by one, and gives the same edition to the byte',
		{ timeout: 60_000 },
		async () => {
			const testApp = await eventful();
			await inUkrainian(testApp);
			await votes.publishParticipation(testApp.as(null));
			const files = await filesOf(testApp);
			const other = await emptyTown(testApp.now);
			await data.restore(other.as(null), archiveOf(files));
			const [before, after] = [await pagesOf(testApp.as(null)), await pagesOf(other.as(null))];
			expect(Object.keys(after)).toEqual(Object.keys(before));
			expect(Object.keys(before).length).toBeGreaterThan(15);
			for (const address of Object.keys(before)) expect(after[address], address).toEqual(before[address]);
			expect(await filesOf(other)).toEqual(files);
			expect(await verified(other.as(null))).toEqual([1, 2, 3, 4].map((number) => ({ number, ok: true })));
			expect((await reports.verify(other.as(null))).map(({ ok }) => ok)).toEqual([true]);
		}
	);

	/** What phases are called is data of the process, and comes back with it. */
	const renameCodes = (name: string, text: string) =>
		name === 'phasen.json' ? text : text.replace(/((?<!"phase)_label":)"[^"]*"/g, '$1"anders"');

	it('asks for codes only: what they are called may have changed since', async () => {
		const testApp = await lively();
		const files = await filesOf(testApp);
		const renamed = new Map([...files].map(([name, text]) => [name, renameCodes(name, text)]));
		expect([...renamed].filter(([name, text]) => text !== files.get(name)).length).toBeGreaterThan(8);
		const other = await emptyTown(testApp.now);
		await data.restore(other.as(null), archiveOf(renamed));
		expect(await filesOf(other)).toEqual(files);
	});

	it('lets nobody vote or write, counts nothing anew, and goes on with the next numbers', async () => {
		const testApp = await lively();
		const other = await emptyTown(testApp.now);
		await data.restore(other.as(null), archiveOf(await filesOf(testApp)));
		const person = await other.person();
		await expect(votes.castVote(other.as(person), 1, 'agree')).rejects.toThrow();
		expect(await votes.publishResults(other.as(null))).toBe(0);
		expect(await votes.publishParticipation(other.as(null))).toBe(0);
		expect(await opinion.drawLandscapes(other.as(null))).toBe(0);
		const counters = await other.app.reader.selectFrom('counters').selectAll().execute();
		expect(Object.fromEntries(counters.map(({ name, value }) => [name, value]))).toMatchObject({
			...{ proposal: 4, point: 3, version: 3, report: 1, landscape: 1 }
		});
	});

	it('comes in wholly or not at all', async () => {
		const testApp = await lively();
		const files = await filesOf(testApp);
		const other = await emptyTown(testApp.now);
		const changed = (name: string, from: string, to: string) => {
			const text = files.get(name)?.replace(from, to) ?? '';
			expect(text).not.toBe(files.get(name));
			return archiveOf(new Map([...files, [name, text]]));
		};
		expect(() => archiveOf(new Map([...files, ['punkte.json', '{']]))).toThrow('punkte.json fehlt');
		expect(() => changed('dokumente.json', 'Das Land baut', 'Das Land baut nicht')).toThrow('Prüfsumme');
		expect(() => changed('beitraege.json', '"nummer":1', '"nummer":"eins"')).toThrow('»nummer«');
		expect(() => changed('kommentare.json', '"haltung":"note"', '"haltung":"Hinweis"')).toThrow('»haltung«');
		const odd = changed('kommentare.json', '"zu_nummer":1', '"zu_nummer":77');
		await expect(data.restore(other.as(null), odd)).rejects.toThrow('(77)');
		expect(await consultations.all(other.as(null))).toEqual([]);
		await expect(data.restore(testApp.as(null), archiveOf(files))).rejects.toThrow(BadArchive);
	});
});
