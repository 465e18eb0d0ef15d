import { randomUUID } from 'node:crypto';
import { copyFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pino } from 'pino';
import * as amendments from '#lib/amendments/amendments.server.ts';
import * as comments from '#lib/comments/comments.server.ts';
import { ACTIONS } from '#lib/consultations/consultation.ts';
import * as consultations from '#lib/consultations/consultations.server.ts';
import * as data from '#lib/data/data.server.ts';
import * as moderation from '#lib/moderation/moderation.server.ts';
import type { Person } from '#lib/people/person.ts';
import * as proposals from '#lib/proposals/proposals.server.ts';
import { readConfig } from '#lib/server/config.ts';
import { makeCtx, type Ctx } from '#lib/server/ctx.ts';
import { migrate } from '#lib/server/db/migrate.ts';
import { openHouse, type House } from '#lib/server/house.ts';
import * as drafting from '#lib/strategy/drafting.server.ts';
import * as strategy from '#lib/strategy/strategy.server.ts';
import * as votes from '#lib/votes/votes.server.ts';
import { CONTRIBUTIONS } from './contents.ts';
import { moveIn, type Who } from './people.ts';
import { fund } from './seed.call.ts';
import { poll } from './seed.crowd.ts';
import { factsOf } from './seed.facts.ts';
import { talkElsewhere } from './seed.conversation.ts';
import { refuse } from './seed.appeal.ts';
import { firstCluster, tenMore } from './seed.desk.ts';
import { meet } from './seed.meeting.ts';
import { report } from './seed.report.ts';
import { publishVersion } from './seed.version.ts';

export const SECRET = 'a secret that only the journeys know';
const DAY = 24 * 60 * 60 * 1000;

type As = (who: Who) => Ctx;

/**
 * Journeys begin in `town`; sweeps look at `workshop`, which is the same town with a draft of version 2 and a cluster on
 * the desks; at `desk` ten more contributions wait to be distilled.
 */
export type Place = 'town' | 'workshop' | 'desk';
export const fileOf = (folder: string, place: Place) => join(folder, `${place}.sqlite`);

function enterHouse(folder: string, place: Place): House {
	const env = { DATABASE_URL: `file:${fileOf(folder, place)}`, TEILHABE_SECRET: SECRET, ORIGIN: 'http://127.0.0.1' };
	return openHouse(readConfig(env), pino({ level: 'silent' }));
}

/** A town in the middle of the process, made by the verbs themselves: version 1 is out, everything is possible. */
export async function seed(folder: string): Promise<void> {
	const house = enterHouse(folder, 'town');
	await migrate(house, 'migrations');
	const { cast, persons } = await moveIn(house);
	const clock = { now: Date.now() - 20 * DAY };
	const as: As = (who) => at(house, persons[who], clock.now);
	const consultationId = await open(house, clock.now);
	const reportCode = await report(at(house, null, clock.now));
	const numbers = await contribute(as, consultationId);
	clock.now += 5 * DAY;
	await publishVersion(as, consultationId, numbers);
	clock.now += 5 * DAY;
	await discuss(as);
	await meet(as, consultationId);
	const decisions = await refuse(as, consultationId);
	await talkElsewhere(at(house, null, clock.now));
	const itemId = await fund(as);
	await data.publishEdition(at(house, null, clock.now));
	const facts = await factsOf(as, { cast, itemId, consultationId, reportCode, ...decisions });
	writeFileSync(join(folder, 'facts.json'), JSON.stringify(facts));
	await house.close();

	copyFileSync(fileOf(folder, 'town'), fileOf(folder, 'workshop'));
	const workshop = enterHouse(folder, 'workshop');
	await drafting.startDraft(at(workshop, persons.editor, clock.now), consultationId);
	await firstCluster(at(workshop, persons.moderator, clock.now), consultationId);
	await workshop.close();

	copyFileSync(fileOf(folder, 'town'), fileOf(folder, 'desk'));
	const desk = enterHouse(folder, 'desk');
	await tenMore((who) => at(desk, persons[who], clock.now), consultationId);
	await desk.close();
}

function at(house: House, person: Person | null, millis: number): Ctx {
	return makeCtx(house, 'test', person, new Date(millis));
}

async function open(house: House, now: number): Promise<string> {
	const day = (days: number) => new Date(now + days * DAY).toISOString();
	return consultations.establish(at(house, null, now), {
		slug: 'strategie',
		title: 'Strategie gegen Armut',
		lead: 'Wir schreiben die Strategie gemeinsam.',
		questions: ['Was ist das dringendste Problem?', 'Was soll zuerst passieren?'],
		position: 0,
		fields: [
			{ slug: 'wohnen', title: 'Wohnen', lead: 'Ein Zuhause, das man bezahlen kann.' },
			{ slug: 'zugang', title: 'Zugang zu Hilfen', lead: 'Was Menschen zusteht, soll ankommen.' }
		],
		phases: [
			{ kind: 'draft', beginsAt: day(-5), endsAt: day(60), actions: ACTIONS },
			{ kind: 'final', beginsAt: day(60), endsAt: day(90), actions: ['vote'] }
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
	await votes.cast(as('neighbour'), 1, 'agree');
	await votes.cast(as('researcher'), 1, 'disagree');
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
