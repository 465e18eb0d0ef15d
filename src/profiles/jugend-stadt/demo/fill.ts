import * as answerDoor from '#lib/answers/answers.server.ts';
import * as comments from '#lib/comments/comments.server.ts';
import * as consultations from '#lib/consultations/consultations.server.ts';
import { startOfDay } from '#lib/consultations/phases/phases.ts';
import * as data from '#lib/data/data.server.ts';
import * as moderation from '#lib/moderation/moderation.server.ts';
import * as opinion from '#lib/opinion/opinion.server.ts';
import type { Purpose } from '#lib/people/consents/consent.ts';
import type { Person } from '#lib/people/person.ts';
import * as proposals from '#lib/proposals/proposals.server.ts';
import * as publishing from '#lib/publishing/publishing.server.ts';
import type { App } from '#lib/server/app.ts';
import { makeCtx, type Ctx } from '#lib/server/ctx.ts';
import { newId } from '#lib/server/ids.ts';
import * as strategy from '#lib/strategy/strategy.server.ts';
import { found } from '#lib/verdict.ts';
import * as votes from '#lib/votes/votes.server.ts';
import { writeAccess, type Access } from '../../../commands/demo/access.ts';
import { instant, invite, issueCards, type Crowd } from '../../../commands/demo/cast.ts';
import { stateEverything } from '../../../commands/demo/statements.ts';
import { translateEverything } from '../../../commands/demo/translations.ts';
import { answers, contributions, easy, notAsked, points, preamble, talk } from './contributions.ts';
import { answerable, batches, phases, process, staff } from './process.ts';

const consents: Purpose[] = ['evaluate', 'publish'];

interface Town {
	as(person: Person | null, day: number): Ctx;
	member(key: string): Person;
	someone(batch: string, place: number): Person;
	crowd: Crowd;
	consultationId: string;
}

/** The youth process by the same verbs as in real life: contributions, a version, talk, votes, open data. */
export async function fill(app: App, accessFile: string): Promise<Access> {
	const as = (person: Person | null, day: number) => makeCtx(app, 'command', person, new Date(instant(day)));
	const first = as(null, phases[0]?.from ?? 0);
	const { crowd, codes } = await issueCards(first, batches);
	const { members, logins } = await invite(first, staff);
	const consultationId = await begin(as);
	const someone = (batch: string, place: number) => {
		const people = crowd.get(batch) ?? [];
		return found(people[place % people.length], 'person');
	};
	const town = { as, crowd, consultationId, someone, member: (key: string) => found(members.get(key), 'member') };
	const ids = await collect(town);
	const numbers = await publishVersion(town, ids);
	await discuss(town, numbers);
	await vote(town, numbers);
	await votes.publishParticipation(as(null, -1));
	await data.publishEdition(as(null, -0.1));
	await stateEverything(as(town.member('verwaltung'), -0.05), answerable);
	await translateEverything(as(town.member('verwaltung'), -0.04), 'jugend-stadt');
	const access = { codes, staff: logins };
	writeAccess(accessFile, access);
	return access;
}

async function begin(as: Town['as']): Promise<string> {
	const whole = (day: number) => startOfDay(instant(day).slice(0, 10), 0);
	const days = phases.map(({ from, until, ...phase }) => {
		return { ...phase, beginsAt: whole(from), endsAt: whole(until) };
	});
	const id = await consultations.establish(
		{ ...as(null, 0), now: days[0]?.beginsAt ?? '' },
		{ ...process, phases: days }
	);
	for (const { from } of phases) if (from < 0) await consultations.announcePhases(as(null, from + 0.1));
	return id;
}

interface Sent {
	id: string;
	number: number;
}

async function collect(town: Town): Promise<Map<string, Sent>> {
	const sent = new Map<string, Sent>();
	for (const [place, { key, by, day, supports, ...text }] of contributions.entries()) {
		const id = newId();
		const form = { id, ...text, evidence: '', district: null, consents };
		const number = await proposals.submit(town.as(town.someone(by, place), day), town.consultationId, form);
		await publish(town, 'proposal', id, day + 0.8);
		for (let n = 1; n <= supports; n++) {
			await proposals.support(town.as(town.someone('youth', place + n), day + 1), number, true);
		}
		sent.set(key, { id, number });
	}
	return sent;
}

async function publish(town: Town, kind: 'proposal' | 'comment', subjectId: string, day: number): Promise<void> {
	const form = { id: newId(), kind, subjectId, seen: 'waiting', deed: 'publish' } as const;
	await moderation.decide(town.as(town.member('moderation'), day), form);
}

async function publishVersion(town: Town, sent: ReadonlyMap<string, Sent>): Promise<Map<string, number>> {
	const ctx = town.as(town.member('redaktion'), -19);
	await strategy.startDraft(ctx, town.consultationId);
	const marks = async () => {
		const draft = found(await strategy.draftOf(ctx, town.consultationId), 'draft');
		return { version: draft.id, revision: draft.revision };
	};
	const head = { kind: 'draft', title: 'Erster Entwurf der Jugendstrategie', preamble, easy } as const;
	await strategy.changeHead(ctx, { ...(await marks()), ...head });
	const numbers = new Map<string, number>();
	for (const { key, field, title, body, sources } of points) {
		const from = sources.map((source) => found(sent.get(source), 'contribution').number);
		const form = {
			...(await marks()),
			id: newId(),
			field,
			title,
			body,
			from,
			relation: 'summarises',
			note: ''
		} as const;
		numbers.set(key, await strategy.addPoint(ctx, form));
	}
	await strategy.waive(ctx, { ...(await marks()), check: 'understood', reason: notAsked });
	for (const [key, disposition, reason, responsible = ''] of answers) {
		const form = { proposals: [found(sent.get(key), 'contribution').id], disposition, reason, responsible };
		await answerDoor.write(ctx, form);
	}
	const { version } = await marks();
	const reader = town.as(town.member('freigabe1'), -18.5);
	const gate = await publishing.standing(reader, version);
	await publishing.approve(reader, version, (await publishing.readForApproval(reader, version)).state);
	await publishing.publish(town.as(town.member('freigabe2'), -18), version, gate.facts.lacking);
	return numbers;
}

async function discuss(town: Town, numbers: ReadonlyMap<string, number>): Promise<void> {
	for (const [place, { on, by, day, stance, body }] of talk.entries()) {
		const id = newId();
		const about = (ctx: Ctx) => strategy.subjectOf(ctx, found(numbers.get(on), 'point'));
		const form = { id, parentId: null, stance, body, consents };
		await comments.write(town.as(town.someone(by, place * 3), day), about, form);
		await publish(town, 'comment', id, day + 0.5);
	}
}

/** A fixed dice: the demonstration shows the same results wherever it runs. */
function dice(seed: number): () => number {
	let state = seed;
	return () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647;
}

async function vote(town: Town, numbers: ReadonlyMap<string, number>): Promise<void> {
	const roll = dice(19);
	const [day, sides] = [-4, ['youth', 'adults']];
	for (const { key, leaning } of points) {
		const number = found(numbers.get(key), 'point');
		for (const [side, batch] of sides.entries()) {
			for (const person of town.crowd.get(batch) ?? []) {
				if (roll() > 0.85) continue;
				const choice = roll() > 0.9 ? 'pass' : roll() < (leaning[side] ?? 0) ? 'agree' : 'disagree';
				await votes.castVote(town.as(person, day), number, choice);
			}
		}
		await votes.castVote(town.as(town.someone('ring', 0), day), number, 'agree');
	}
	await votes.publishResults(town.as(null, day));
	await opinion.drawLandscapes(town.as(null, day + 0.1));
}
