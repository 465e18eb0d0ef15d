import * as hands from '#lib/hands/hands.server.ts';
import * as readings from '#lib/readings/readings.server.ts';
import * as workshops from '#lib/recording/workshops/workshops.server.ts';
import * as reports from '#lib/reports/reports.server.ts';
import * as strategy from '#lib/strategy/strategy.server.ts';
import { isOpen, PART_LINES } from '#lib/votes/participation/participation.ts';
import type { ShownRow } from '#lib/votes/results/publishedResult.ts';
import * as votes from '#lib/votes/votes.server.ts';
import type { ReadLine } from './attacker.ts';
import {
	evaluationTable,
	handsTable,
	participationTable,
	priorityTable,
	representedTable,
	resultTable,
	type Told
} from './toldTables.ts';
import type { TestApp } from './machine/testApp.ts';

/**
 * Everything that is published as numbers of people and held back where they are few (`votes/suppression/subjects.ts`), and that an
 * attacker therefore reads. Whoever publishes one more table adds it here.
 */
export const TABLES: readonly ((testApp: TestApp) => Promise<Told>)[] = [
	pages,
	resultTable,
	participationTable,
	handsTable,
	priorityTable,
	evaluationTable,
	participation,
	meetings,
	understood,
	representedTable,
	reported
];

const nameOf = (point: number, phase: string, { group, standing }: Pick<ShownRow, 'group' | 'standing'>) =>
	[point, phase, group, standing].join(' ');

function lineOf(row: ShownRow): ReadLine {
	if (row.state === 'none') return { total: 0, counts: { agree: 0, pass: 0, disagree: 0 } };
	if (row.state === 'few') return { total: null, counts: { agree: null, pass: null, disagree: null } };
	const { agree, pass, disagree, mostly } = row;
	return {
		total: row.n,
		counts: { agree, pass, disagree },
		mostly: mostly && { name: mostly.choice, share: mostly.share }
	};
}

/** Results, and by whose hand they came. */
async function pages(testApp: TestApp): Promise<Told> {
	const points = await strategy.currentPoints(testApp.as(null), testApp.consultationId);
	const all = await votes.published(
		testApp.as(null),
		points.map(({ pointId }) => pointId)
	);
	const told = points.flatMap(({ number, pointId }) =>
		(all.get(pointId) ?? []).flatMap(({ phaseSlug, persons, organisations, hands }) => {
			const name = (row: Pick<ShownRow, 'group' | 'standing'>) => nameOf(number, phaseSlug, row);
			const rows = [...persons, ...organisations].map((row) => [name(row), lineOf(row)] as const);
			const cuts = hands.map(({ group, of, recorded }) => {
				const counts = { recorded, self: recorded === null ? null : of - recorded };
				return [`${name({ group, standing: 'person' })} by hand`, { total: of, counts }] as const;
			});
			return [...rows, ...cuts];
		})
	);
	return Object.fromEntries(told);
}

async function participation(testApp: TestApp): Promise<Told> {
	const { lines } = await votes.participation(testApp.as(null), testApp.consultationId);
	const secret = PART_LINES.filter((line) => !isOpen(line));
	return Object.fromEntries(
		secret.flatMap((line) => (lines[line] ? [[`who takes part: ${line}`, lines[line]] as const] : []))
	);
}

/** Everybody reads how many were there: who raised no hand is the rest. */
async function meetings(testApp: TestApp): Promise<Told> {
	const { workshops: all } = await workshops.list(testApp.as(null), { publicOnly: true, after: null });
	const told: [string, ReadLine][] = [];
	for (const { number, people } of all) {
		for (const { number: point, counts } of await readings.atMeeting(testApp.as(null), number)) {
			const { agree = null, pass = null, disagree = null } = counts ?? {};
			told.push([`reading ${number} of ${point}`, { total: people, counts: { agree, pass, disagree, silent: null } }]);
		}
		for (const { number: point, counts } of await hands.inRoom(testApp.as(null), number)) {
			const { agree = null, pass = null, disagree = null } = counts ?? {};
			told.push([`meeting ${number} on ${point}`, { total: people, counts: { agree, pass, disagree, silent: null } }]);
		}
	}
	return Object.fromEntries(told);
}

async function understood(testApp: TestApp): Promise<Told> {
	const version = await strategy.version(testApp.as(null), 1);
	const told = (version.understood ?? []).flatMap(({ point, lines }) =>
		lines.map(({ group, standing, asked, right, wrong, silent }) => {
			return [`understood ${point} ${group} ${standing}`, { total: asked, counts: { right, wrong, silent } }] as const;
		})
	);
	return Object.fromEntries(told);
}

/** The newest report; it is read on the day it is from. */
async function reported(testApp: TestApp): Promise<Told> {
	const [newest] = await reports.list(testApp.as(null));
	if (newest?.publishedAt !== testApp.now) return {};
	const { figures } = await reports.byNumber(testApp.as(null), newest.number);
	const told = figures.points.flatMap(({ number, round }) =>
		[...(round?.persons ?? []), ...(round?.organisations ?? [])].map((row) => {
			return [nameOf(number, round?.phase ?? 'draft', row), lineOf(row)] as const;
		})
	);
	return Object.fromEntries(told);
}
