import * as consultations from '#lib/consultations/consultations.server.ts';
import * as data from '#lib/data/data.server.ts';
import * as reports from '#lib/reports/reports.server.ts';
import type { App } from '#lib/server/app.ts';
import { newId } from '#lib/server/ids.ts';
import * as strategy from '#lib/strategy/strategy.server.ts';
import { found } from '#lib/verdict.ts';
import * as votes from '#lib/votes/votes.server.ts';
import { askBoardAgain } from './advising.ts';
import { proposeOther } from './amendments.ts';
import { keepPromises } from './promises.ts';
import { writeAccess, type Access } from '../../../commands/demo/access.ts';
import { stateEverything } from '../../../commands/demo/statements.ts';
import { translateEverything } from '../../../commands/demo/translations.ts';
import { collect, discuss, discussContributions, screen } from './collecting.ts';
import { scanBallotPapers } from './ballotPapers.ts';
import { announceCall } from './calling.ts';
import { takeConversationOver } from './conversation.ts';
import { distil } from './distilling.ts';
import { draftNext } from './drafting.ts';
import { judge } from './judging.ts';
import { answerable, PEERS_UNTIL, process } from './process.ts';
import { meet, voteOnPaper, writeDown } from './dictated.ts';
import { meetPeople } from './places.ts';
import { prioritise, prioritiseAgain } from './prioritising.ts';
import { readPoints } from './readingPoints.ts';
import { reportThings } from './reports.ts';
import { added, reports as reportTexts, reworded, versionOne } from './strategy.ts';
import { pointComments } from './talk.ts';
import { demoPhases, settle, type DemoTown, type Points } from './town.ts';
import { releaseFirst, vote, writeFirst, writeSecond } from './writing.ts';

/** What was said about points before and after the second version. */
const [early, late] = [pointComments.filter(({ day }) => day < -6), pointComments.filter(({ day }) => day >= -6)];

/**
 * Lets the demo process happen, by the same verbs as in real life, each on its day: contributions, moderation,
 * discussion, two published versions, votes, answers, a call, two reports. Writes down how to sign in.
 */
export async function fill(app: App, accessFile: string): Promise<Access> {
	const town = await settle(app);
	const consultationId = await begin(town);
	const collected = await collect(town, consultationId);
	await discussContributions(town, collected);
	await screen(town, consultationId);
	const points = await writeFirst(town, consultationId, collected);
	await distil(town, consultationId, collected, points);
	await releaseFirst(town, consultationId);
	await writeDown(town, consultationId);
	await talkAboutFirst(town, points);
	await readPoints(
		town,
		consultationId,
		['wohnen', 'respekt'].map((key) => found(points.get(key), 'point'))
	);
	await prioritise(town);
	await judge(town);
	await report(town, consultationId, 0);
	await writeSecond(town, consultationId, collected, points);
	await talkAboutSecond(town, consultationId, points);
	await prioritiseAgain(town);
	await announceCall(town, consultationId, points);
	await keepPromises(town, points);
	await report(town, consultationId, 1);
	await draftNext(town, consultationId, collected, points);
	await askBoardAgain(town, consultationId, -0.3);
	await publishFigures(town, consultationId);
	await scanBallotPapers(town, -0.06);
	await reportThings(town);
	await takeConversationOver(town);
	await stateEverything(town.as(town.staff.verwaltung, -0.05), answerable);
	await translateEverything(town.as(town.staff.verwaltung, -0.04), 'nrw-armut');
	writeAccess(accessFile, town.access);
	return town.access;
}

async function talkAboutFirst(town: DemoTown, points: Points): Promise<void> {
	await proposeOther(town, points, -28, -20);
	await vote(town, points, versionOne, -20, 0.8);
	await discuss(town, early, (ctx, key) => strategy.subjectOf(ctx, found(points.get(key), 'point')));
}

async function talkAboutSecond(town: DemoTown, consultationId: string, points: Points): Promise<void> {
	const about = (key: string) => found(points.get(key), 'point');
	// Before the others, so that the figures of that day hold both.
	await voteOnPaper(town, consultationId, -3.1);
	await vote(town, points, [...reworded, ...added], -3, 0.7);
	const record = await meet(town, consultationId, [about('wohnen'), about('respekt')]);
	await meetPeople(town, consultationId, record);
	await discuss(town, late, (ctx, key) => strategy.subjectOf(ctx, about(key)));
	await proposeOther(town, points, -5, 0);
}

/** Whole phases, each announced on its day. */
async function begin(town: DemoTown): Promise<string> {
	const start = demoPhases()[0]?.beginsAt ?? '';
	const plan = { ...process, phases: demoPhases() };
	const consultationId = await consultations.establish({ ...town.as(null, 0), now: start }, plan);
	for (const day of [-120, PEERS_UNTIL, -75, -40, -12, -2])
		await consultations.announcePhases(town.as(null, day + 0.1));
	return consultationId;
}

/** Whom the ministry would expect, who came so far, and everything as open data. */
async function publishFigures(town: DemoTown, consultationId: string): Promise<void> {
	const source = 'Ziel des Verfahrens (erfunden für die Vorführung)';
	await votes.refer(town.as(town.staff.redaktion, -1), consultationId, {
		percents: { affected: 60, practice: 25, research: 15 },
		source
	});
	await votes.publishParticipation(town.as(null, -1));
	await data.publishEdition(town.as(null, -0.1));
}

async function report(town: DemoTown, consultationId: string, which: number): Promise<void> {
	const { title, foreword, day } = found(reportTexts[which], 'report');
	const id = newId();
	await reports.begin(town.as(town.staff.redaktion, day), consultationId, { id, title, foreword });
	const reader = town.as(town.staff.freigabe2, day + 0.01);
	const draft = found(await reports.draftOf(reader, consultationId), 'draft');
	await reports.approve(reader, consultationId, (await reports.approvalState(reader, draft)).digest);
	const publisher = town.as(town.staff.freigabe1, day + 0.02);
	await reports.publish(publisher, consultationId, { id, revision: draft.revision });
}
