import { expect, it } from 'vitest';
import { LandscapeText, type Landscape } from '#lib/opinion/landscape/landscape.ts';
import * as opinion from '#lib/opinion/opinion.server.ts';
import { Attacker } from '../../../../tests/support/attacker.ts';
import { Crowd } from '../../../../tests/support/opinion/crowd.ts';
import { TABLES } from '../../../../tests/support/told.ts';
import { makeTestApp, type TestApp } from '../../../../tests/support/machine/testApp.ts';

const DAYS = 5;

/** Shares that are told exactly, in parts of at most so many people: what they tell of at most. */
function exactly({ points, people }: Landscape): number[] {
	const told = points.flatMap(({ groups }) => groups.flatMap((said) => (said ? Object.values(said) : [])));
	return told.flatMap(({ least, most }) => (least === most && least > 0 ? [least * (people + 5)] : []));
}

async function landscapes(testApp: TestApp): Promise<Landscape[]> {
	const [last = { number: 0 }] = await opinion.recent(testApp.as(null), testApp.consultationId);
	const all: Landscape[] = [];
	for (let number = 1; number <= last.number; number++) {
		const { content } = await opinion.frozenText(testApp.as(null), number);
		all.push(LandscapeText.parse(JSON.parse(content)));
	}
	return all;
}

// What is told does not hang on the database that told it; the verbs behind it are tried on both.
it.skipIf(process.env.TEST_DATABASE_URL)(
	'nobody who keeps every number from everywhere and reckons with all of them finds out about one to four people',
	async () => {
		const crowd = new Crowd(await makeTestApp());
		const attacker = new Attacker();
		const told = TABLES.map(() => 0);
		await crowd.publish();
		for (let day = 0; day < DAYS; day++) {
			await crowd.day(day);
			for (const [place, table] of TABLES.entries()) {
				for (const [line, read] of Object.entries(await table(crowd.testApp))) {
					attacker.reads(line, String(day), read);
					told[place] = (told[place] ?? 0) + Object.values(read.counts).filter((count) => count !== null).length;
				}
			}
		}
		expect(attacker.finds()).toEqual([]);
		// Not by telling nothing: every table has told something.
		expect(Math.min(...told), told.join(' ')).toBeGreaterThan(2);
		const drawn = await landscapes(crowd.testApp);
		expect(drawn.length).toBeGreaterThan(2);
		for (const landscape of drawn) {
			expect(landscape.stable).toBe(true);
			expect(exactly(landscape).filter((people) => people < 9.5)).toEqual([]);
			expect(landscape.people % 5).toBe(0);
		}
	},
	60_000
);
