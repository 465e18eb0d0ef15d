import { expect, it } from 'vitest';
import { z } from 'zod';
import { LandscapeText, type Landscape } from '#lib/opinion/landscape.ts';
import * as opinion from '#lib/opinion/opinion.server.ts';
import type { Person } from '#lib/people/person.ts';
import * as votes from '#lib/votes/votes.server.ts';
import { makeEditor } from '../../../tests/support/strategy.ts';
import { makeTown, type Town } from '../../../tests/support/town.ts';
import * as data from './data.server.ts';
import { Rows, type Row } from './dataset.ts';

const POINTS = 8;
const DAYS = 5;
const GROUPS = ['affected', 'practice', 'research', 'none'] as const;

/** Two camps; a few in each group leave their camp; some change their minds every day. */
function choiceOf(person: number, point: number, day: number) {
	const mood = (person * 7 + point * 5 + day * (person % 9 === 0 ? 3 : 0)) % 13;
	if (mood === 0) return 'pass';
	const side = person % 5 < 3 === (point % 2 === 0);
	return side === mood < 11 ? 'agree' : 'disagree';
}

async function someDays(town: Town): Promise<void> {
	const people: Person[] = [];
	for (let day = 0; day < DAYS; day++) {
		town.at(`2027-05-${10 + day}T09:00:00.000Z`);
		for (let n = 0; n < (day === 0 ? 44 : 9); n++) people.push(await town.person(GROUPS[(people.length * 3) % 4 || 1]));
		const voting = people.flatMap((person, n) =>
			day === 0 || n % 4 === day % 4
				? Array.from({ length: POINTS }, (_, point) =>
						votes.cast(town.as(person), point + 1, choiceOf(n, point + 1, day))
					)
				: []
		);
		await Promise.all(voting);
		town.at(`2027-05-${11 + day}T06:00:00.000Z`);
		await votes.publishResults(town.as(null));
		await opinion.drawLandscapes(town.as(null));
		await data.publishEdition(town.as(null));
	}
}

async function tableOf(town: Town, edition: number, slug: 'ergebnisse' | 'meinungsbilder'): Promise<readonly Row[]> {
	let text = '';
	for await (const piece of data.textOf(town.as(null), edition, slug, 'json')) text += piece;
	return z.object({ rows: Rows }).parse(JSON.parse(text)).rows;
}

const COUNTS = ['stimmen', 'zustimmung', 'weiss_nicht', 'ablehnung'] as const;
const numberIn = (row: Row, name: string) => (typeof row[name] === 'number' ? row[name] : null);

/** Everything subtraction gives within a row: the counts, and what the hidden ones are together. */
function within(row: Row): number[] {
	const [total = null, ...counts] = COUNTS.map((name) => numberIn(row, name));
	if (total === null) return [];
	const shown = counts.filter((count) => count !== null);
	return [total, ...shown, total - shown.reduce((sum, count) => sum + count, 0)];
}

/** And what it gives between two days. */
function between(before: Row, after: Row): number[] {
	return COUNTS.flatMap((name) => {
		const [old, young] = [numberIn(before, name), numberIn(after, name)];
		return old === null || young === null ? [] : [Math.abs(young - old)];
	});
}

const few = (numbers: readonly number[]) => numbers.filter((number) => number > 0 && number < 5);
const keyOf = (row: Row) => [row.punkt, row.phase, row.gruppe, row.wer].join();

/** Shares that are told exactly, in parts of at most so many people: what they tell of at most. */
function exactly({ points, people }: Landscape): number[] {
	const told = points.flatMap(({ groups }) => groups.flatMap((said) => (said ? Object.values(said) : [])));
	return told.flatMap(({ least, most }) => (least === most && least > 0 ? [least * (people + 5)] : []));
}

it('nobody who keeps every table, every answer of the interface and every landscape finds out about one to four people', async () => {
	const town = await makeTown();
	const editor = await makeEditor(town);
	await editor.start();
	for (let n = 1; n <= POINTS; n++) await editor.add({ title: `Punkt ${n}` });
	await editor.publish();
	await someDays(town);
	const newest = (await data.edition(town.as(null)))?.number ?? 0;
	const kept: Row[][] = [];
	for (let edition = 1; edition <= newest; edition++) kept.push([...(await tableOf(town, edition, 'ergebnisse'))]);
	expect(kept.length).toBeGreaterThan(2);
	for (const [day, rows] of kept.entries()) {
		for (const row of rows) {
			expect(few(within(row)), keyOf(row)).toEqual([]);
			const former = kept.slice(0, day).flatMap((one) => one.filter((old) => keyOf(old) === keyOf(row)));
			for (const old of former) expect(few(between(old, row)), keyOf(row)).toEqual([]);
		}
	}
	// Not by showing nothing.
	expect(kept.at(-1)?.some((row) => numberIn(row, 'zustimmung') !== null)).toBe(true);
	const listed = await tableOf(town, newest, 'meinungsbilder');
	expect(listed.length).toBeGreaterThan(2);
	for (const row of listed) {
		const { content, digest } = await opinion.frozenText(town.as(null), Number(row.nummer));
		expect(row.pruefsumme).toBe(digest);
		const landscape = LandscapeText.parse(JSON.parse(content));
		expect(landscape.stable).toBe(true);
		expect(exactly(landscape).filter((people) => people < 9.5)).toEqual([]);
		expect(few([landscape.people])).toEqual([]);
	}
});
