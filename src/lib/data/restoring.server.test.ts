import { describe, expect, it } from 'vitest';
import * as answers from '#lib/answers/answers.server.ts';
import * as comments from '#lib/comments/comments.server.ts';
import * as consultations from '#lib/consultations/consultations.server.ts';
import * as moderation from '#lib/moderation/moderation.server.ts';
import * as opinion from '#lib/opinion/opinion.server.ts';
import { ListQuery } from '#lib/proposals/proposal.ts';
import * as proposals from '#lib/proposals/proposals.server.ts';
import * as reports from '#lib/reports/reports.server.ts';
import type { Ctx } from '#lib/server/ctx.ts';
import { newId } from '#lib/server/ids.ts';
import * as strategy from '#lib/strategy/strategy.server.ts';
import * as votes from '#lib/votes/votes.server.ts';
import { emptyTown, lively } from '../../../tests/support/lively.ts';
import type { Town } from '../../../tests/support/town.ts';
import { BadArchive, readArchive } from './archive.ts';
import * as data from './data.server.ts';
import { fileName, SLUGS } from './dataset.ts';

async function filesOf(town: Town): Promise<Map<string, string>> {
	await data.publishEdition(town.as(null));
	const files = new Map<string, string>();
	for (const slug of SLUGS) {
		let text = '';
		for await (const piece of data.textOf(town.as(null), 1, slug, 'json')) text += piece;
		files.set(fileName(slug, 'json'), text);
	}
	return files;
}

const archiveOf = (files: ReadonlyMap<string, string>) => readArchive((name) => files.get(name) ?? null);

/** What no page shows (ids, hours), and what open data does not tell: what a person is called, and where ids stand. */
const LEFT_OUT = /Id$|^id$|^createdAt$|^submittedAt$|^changedAt$|^authorName$|^revision$/;
const DAYS = /^(publishedAt|redactedAt|writtenAt|at)$/;

function shown(value: unknown): unknown {
	if (Array.isArray(value)) return value.map(shown);
	if (value instanceof Map) return shown([...value.values()]);
	if (typeof value !== 'object' || value === null) return value;
	const kept = Object.entries(value).filter(([name]) => !LEFT_OUT.test(name));
	return Object.fromEntries(
		kept.map(([name, one]) => [name, DAYS.test(name) && typeof one === 'string' ? one.slice(0, 10) : shown(one)])
	);
}

/** What the doors give each public page, address by address. */
async function pagesOf(ctx: Ctx): Promise<Record<string, unknown>> {
	const pages: Record<string, unknown> = {};
	const consultation = await consultations.leading(ctx);
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
	return Object.fromEntries(Object.entries(pages).map(([address, page]) => [address, shown(page)]));
}

/** The newest contribution, as if it had been written in another language and said in German. */
async function inUkrainian(town: Town): Promise<void> {
	const moderator = town.as(await town.person('none', { roles: ['moderator'] }));
	const [one] = (await proposals.list(moderator, town.consultationId, ListQuery.parse({}))).proposals;
	const german = { title: 'Eine Wohnung, die bezahlen kann, wer wenig hat', body: 'Die Miete frisst das Geld auf.' };
	await moderation.summarise(moderator, one?.id ?? '', { id: newId(), seen: 0, language: 'uk', ...german });
}

describe('an edition of open data, put back into an empty installation', () => {
	it(
		'shows the same public pages, one by one, and gives the same edition to the byte',
		{ timeout: 60_000 },
		async () => {
			const town = await lively();
			await inUkrainian(town);
			await votes.publishParticipation(town.as(null));
			const files = await filesOf(town);
			const other = await emptyTown(town.now);
			await data.restore(other.as(null), archiveOf(files));
			const [before, after] = [await pagesOf(town.as(null)), await pagesOf(other.as(null))];
			expect(Object.keys(after)).toEqual(Object.keys(before));
			expect(Object.keys(before).length).toBeGreaterThan(15);
			for (const address of Object.keys(before)) expect(after[address], address).toEqual(before[address]);
			expect(await filesOf(other)).toEqual(files);
			expect(await strategy.verify(other.as(null))).toEqual([1, 2, 3].map((number) => ({ number, ok: true })));
			expect((await reports.verify(other.as(null))).map(({ ok }) => ok)).toEqual([true]);
		}
	);

	it('lets nobody vote or write, counts nothing anew, and goes on with the next numbers', async () => {
		const town = await lively();
		const other = await emptyTown(town.now);
		await data.restore(other.as(null), archiveOf(await filesOf(town)));
		const person = await other.person();
		await expect(votes.cast(other.as(person), 1, 'agree')).rejects.toThrow();
		expect(await votes.publishResults(other.as(null))).toBe(0);
		expect(await votes.publishParticipation(other.as(null))).toBe(0);
		expect(await opinion.drawLandscapes(other.as(null))).toBe(0);
		const counters = await other.house.reader.selectFrom('counters').selectAll().execute();
		expect(Object.fromEntries(counters.map(({ name, value }) => [name, value]))).toMatchObject({
			...{ proposal: 4, point: 3, version: 3, report: 1, landscape: 1 }
		});
	});

	it('comes in wholly or not at all', async () => {
		const town = await lively();
		const files = await filesOf(town);
		const other = await emptyTown(town.now);
		const changed = (name: string, from: string, to: string) => {
			const text = files.get(name)?.replace(from, to) ?? '';
			expect(text).not.toBe(files.get(name));
			return archiveOf(new Map([...files, [name, text]]));
		};
		expect(() => archiveOf(new Map([...files, ['punkte.json', '{']]))).toThrow('punkte.json fehlt');
		expect(() => changed('dokumente.json', 'Das Land baut', 'Das Land baut nicht')).toThrow('Prüfsumme');
		expect(() => changed('beitraege.json', '"nummer":1', '"nummer":"eins"')).toThrow('»nummer«');
		const odd = changed('kommentare.json', '"Hinweis"', '"Ausruf"');
		await expect(data.restore(other.as(null), odd)).rejects.toThrow('»Ausruf«');
		expect(await consultations.all(other.as(null))).toEqual([]);
		await expect(data.restore(town.as(null), archiveOf(files))).rejects.toThrow(BadArchive);
	});
});
