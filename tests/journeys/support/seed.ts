import { randomUUID } from 'node:crypto';
import { copyFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pino } from 'pino';
import * as amendments from '#lib/amendments/amendments.server.ts';
import * as board from '#lib/board/board.server.ts';
import * as comments from '#lib/comments/comments.server.ts';
import { ACTIONS } from '#lib/consultations/consultation.ts';
import * as consultations from '#lib/consultations/consultations.server.ts';
import * as data from '#lib/data/data.server.ts';
import * as moderation from '#lib/moderation/moderation.server.ts';
import type { Person } from '#lib/people/person.ts';
import * as proposals from '#lib/proposals/proposals.server.ts';
import { readConfig } from '#lib/server/config.ts';
import { makeCtx, type Ctx } from '#lib/server/ctx.ts';
import { migrate } from '#lib/server/db/migrations/migrate.ts';
import type { App } from '#lib/server/app.ts';
import { openApp } from '#lib/server/openApp.ts';
import * as drafting from '#lib/strategy/drafts/drafts.server.ts';
import * as strategy from '#lib/strategy/strategy.server.ts';
import * as votes from '#lib/votes/votes.server.ts';
import { CONTRIBUTIONS } from './contents.ts';
import { moveIn, type Who } from './people.ts';
import { gatherBoard, openInvitation } from './seed/seed.board.ts';
import { addend } from './seed/seed.addenda.ts';
import { fund } from './seed/seed.call.ts';
import { campaign } from './seed/seed.campaign.ts';
import { poll } from './seed/seed.crowd.ts';
import { factsOf } from './seed/seed.facts.ts';
import { SECRET } from '../../support/machine/secret.ts';
import { tryImport } from './seed/seed.import.ts';
import { talkElsewhere } from './seed/seed.conversation.ts';
import { refuse } from './seed/seed.appeal.ts';
import { firstCluster, tenMore } from './seed/seed.desk.ts';
import { hurry } from './seed/seed.rush.ts';
import { handIn } from './seed/seed.paper.ts';
import { meet } from './seed/seed.meeting.ts';
import { report } from './seed/seed.report.ts';
import { wereThere } from './seed/seed.evaluations.ts';
import { prioritise } from './seed/seed.priorities.ts';
import { announce } from './seed/seed.coming.ts';
import { scanPapers } from './seed/seed.scan.ts';
import { showDraft } from './seed/seed.preview.ts';
import { follow } from './seed/seed.subscription.ts';
import { publishVersion } from './seed/seed.version.ts';
import { beginYouth } from './seed/seed.youth.ts';
import { fillDemo } from '../../../src/commands/demo/demos.ts';

const DAY = 24 * 60 * 60 * 1000;

type As = (who: Who) => Ctx;

/**
 * Journeys begin in `town`; sweeps look at `workshop`, which is the same town with a draft of version 2 and a cluster on
 * the desks; at `desk` ten more contributions wait to be distilled;
 * at `rush` twenty wait in the inbox and sixty for an answer.
 * `youth` is another process, a youth strategy that has just begun; `youth-demo` is its demonstration, in which all has happened.
 */
export const PLACES = ['town', 'workshop', 'desk', 'rush', 'youth', 'youth-demo'] as const;
export type Place = (typeof PLACES)[number];
export const fileOf = (folder: string, place: Place) => join(folder, `${place}.sqlite`);

function openTown(folder: string, place: Place): App {
	const env = { DATABASE_URL: `file:${fileOf(folder, place)}`, TEILHABE_SECRET: SECRET, ORIGIN: 'http://127.0.0.1' };
	return openApp(readConfig(env), pino({ level: 'silent' }));
}

/** A town in the middle of the process, made by the verbs themselves: version 1 is out, everything is possible. */
export async function seed(folder: string): Promise<void> {
	const app = openTown(folder, 'town');
	await migrate(app, 'migrations');
	const { cast, persons } = await moveIn(app);
	const clock = { now: Date.now() - 20 * DAY };
	const as: As = (who) => at(app, persons[who], clock.now);
	const consultationId = await open(app, clock.now);
	const reportCode = await report(at(app, null, clock.now));
	const numbers = await contribute(as, consultationId);
	clock.now += 5 * DAY;
	await gatherBoard(as);
	await publishVersion(as, consultationId, numbers);
	clock.now += 5 * DAY;
	await prioritise(as);
	await wereThere(at(app, null, clock.now - 10 * DAY), [persons.resident.id, persons.neighbour.id]);
	await discuss(as);
	await meet(as, consultationId);
	const decisions = await refuse(as, consultationId);
	await talkElsewhere(at(app, null, clock.now));
	const itemId = await fund(as);
	const addendumId = await addend(as);
	await data.publishEdition(at(app, null, clock.now));
	const importId = await tryImport(as('admin'));
	const boardInvitation = await openInvitation(as);
	const preview = await showDraft(as('publisher'));
	const subscription = await follow(at(app, null, clock.now));
	const meetingId = await announce(as('admin'), consultationId);
	const scanId = await scanPapers(as('helper'));
	const facts = await factsOf(as, {
		cast,
		boardInvitation,
		subscription,
		preview,
		itemId,
		importId,
		scanId,
		meetingId,
		addendumId,
		consultationId,
		reportCode,
		...decisions
	});
	writeFileSync(join(folder, 'facts.json'), JSON.stringify(facts));
	await app.close();

	copyFileSync(fileOf(folder, 'town'), fileOf(folder, 'workshop'));
	const workshop = openTown(folder, 'workshop');
	await drafting.startDraft(at(workshop, persons.editor, clock.now), consultationId);
	await askBoard(at(workshop, persons.admin, clock.now), consultationId);
	await handIn((who) => at(workshop, persons[who], clock.now));
	await campaign((who) => at(workshop, persons[who], clock.now), consultationId);
	await firstCluster(at(workshop, persons.moderator, clock.now), consultationId);
	await workshop.close();

	copyFileSync(fileOf(folder, 'town'), fileOf(folder, 'desk'));
	const desk = openTown(folder, 'desk');
	await tenMore((who) => at(desk, persons[who], clock.now), consultationId);
	await desk.close();

	copyFileSync(fileOf(folder, 'town'), fileOf(folder, 'rush'));
	const rush = openTown(folder, 'rush');
	await hurry((who) => at(rush, persons[who], clock.now), consultationId);
	await rush.close();

	await seedYouth(folder);
}

async function seedYouth(folder: string): Promise<void> {
	const youth = openTown(folder, 'youth');
	await migrate(youth, 'migrations');
	writeFileSync(join(folder, 'youth.json'), JSON.stringify(await beginYouth(youth)));
	await youth.close();
	const demo = openTown(folder, 'youth-demo');
	await migrate(demo, 'migrations');
	await fillDemo(demo, 'jugend-stadt', join(folder, 'youth-access.json'));
	await demo.close();
}

/** The draft lies before the board. */
async function askBoard(ctx: Ctx, consultationId: string): Promise<void> {
	const draft = await strategy.draftOf(ctx, consultationId);
	if (draft) await board.openRound(ctx, draft.id);
}

function at(app: App, person: Person | null, millis: number): Ctx {
	return makeCtx(app, 'test', person, new Date(millis));
}

async function open(app: App, now: number): Promise<string> {
	const day = (days: number) => new Date(now + days * DAY).toISOString();
	return consultations.establish(at(app, null, now), {
		slug: 'strategie',
		title: 'Strategie gegen Armut',
		lead: 'Wir schreiben die Strategie gemeinsam.',
		questions: ['Was ist das dringendste Problem?', 'Was soll zuerst passieren?'],
		fields: [
			{ slug: 'wohnen', title: 'Wohnen', lead: 'Ein Zuhause, das man bezahlen kann.' },
			{ slug: 'zugang', title: 'Zugang zu Hilfen', lead: 'Was Menschen zusteht, soll ankommen.' }
		],
		phases: [
			{ slug: 'auftakt', title: 'Auftakt', beginsAt: day(-20), endsAt: day(-6), actions: ['prioritise'] },
			{ slug: 'draft', title: 'Entwurf', beginsAt: day(-5), endsAt: day(60), actions: ACTIONS },
			{ slug: 'final', title: 'Letzte Fassung', beginsAt: day(60), endsAt: day(90), actions: ['vote'] }
		]
	});
}

/** All are published except the last, which waits for moderation. */
async function contribute(as: As, consultationId: string): Promise<number[]> {
	const numbers: number[] = [];
	for (const [index, { who, ...text }] of CONTRIBUTIONS.entries()) {
		const form = { id: randomUUID(), evidence: '', ...text };
		numbers.push(await proposals.submit(as(who), consultationId, form));
		if (index === CONTRIBUTIONS.length - 1) continue;
		const about = { id: randomUUID(), kind: 'proposal', subjectId: form.id, seen: 'waiting' } as const;
		await moderation.decide(as('moderator'), { ...about, deed: 'publish' });
	}
	return numbers;
}

async function discuss(as: As): Promise<void> {
	const say = (body: string) => ({ id: randomUUID(), parentId: null, stance: 'note', body }) as const;
	const onProposal = say('Das kenne ich aus meinem Haus auch.');
	await comments.write(as('neighbour'), (ctx) => comments.aboutProposal(ctx, 1), onProposal);
	const onPoint = say('Der Punkt ist wichtig. Bitte sagen Sie, bis wann das passiert.');
	await comments.write(as('researcher'), (ctx) => strategy.subjectOf(ctx, 1), onPoint);
	for (const { id } of [onProposal, onPoint]) {
		const decision = { id: randomUUID(), kind: 'comment', subjectId: id, seen: 'waiting', deed: 'publish' } as const;
		await moderation.decide(as('moderator'), decision);
	}
	await proposeOther(as);
	await proposals.support(as('researcher'), 1, true);
	await poll(as('admin'));
	await votes.castVote(as('neighbour'), 1, 'agree');
	await votes.castVote(as('researcher'), 1, 'disagree');
	await votes.publishResults(as('admin'));
	await votes.publishParticipation(as('admin'));
}

/** Amendment 1: the organisation wants point 2 to be clearer. */
async function proposeOther(as: As): Promise<void> {
	const { wordingId, title, body } = await strategy.wordingNow(as('organisation'), 2);
	const words = { title, body: `${body} Sie ist an jedem Werktag offen.`, reason: 'Not wartet nicht.' };
	const form = { id: randomUUID(), wording: wordingId, ...words };
	await amendments.submit(as('organisation'), (ctx) => strategy.wordingNow(ctx, 2), form);
	const decision = { id: randomUUID(), kind: 'amendment', subjectId: form.id } as const;
	await moderation.decide(as('moderator'), { ...decision, seen: 'waiting', deed: 'publish' });
}
