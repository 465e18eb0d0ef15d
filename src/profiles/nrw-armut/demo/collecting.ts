import * as comments from '#lib/comments/comments.server.ts';
import type { Subject } from '#lib/comments/comment.ts';
import * as moderation from '#lib/moderation/moderation.server.ts';
import type { Kind } from '#lib/moderation/screening.ts';
import type { Purpose } from '#lib/people/consents/consent.ts';
import type { Spoken } from '#lib/people/details/language.ts';
import type { Person } from '#lib/people/person.ts';
import * as proposals from '#lib/proposals/proposals.server.ts';
import { SummaryForm } from '#lib/proposals/summaries/summary.ts';
import type { Ctx } from '#lib/server/ctx.ts';
import { newId } from '#lib/server/ids.ts';
import { found } from '#lib/verdict.ts';
import { contributions, waiting, type DemoContribution } from './contributions.ts';
import { foreign, homeOf, type Foreign } from './languages.ts';
import { PEERS_UNTIL, type BatchKey } from './process.ts';
import { comments as talk, type DemoComment } from './talk.ts';
import type { DemoTown } from './town.ts';

/** How long moderation takes in the demonstration, in days. */
const READ_AFTER = 0.8;

export interface Collected {
	/** By the key the demo texts use. */
	numbers: ReadonlyMap<string, number>;
	ids: ReadonlyMap<string, string>;
}

export function someone(town: DemoTown, group: BatchKey, place: number): Person {
	const crowd = town.crowd[group];
	return found(crowd[place % crowd.length], 'person');
}

/** What everybody in the demonstration has allowed: that their words are read and published. */
const consents: Purpose[] = ['evaluate', 'publish'];

async function publish(town: DemoTown, kind: Kind, subjectId: string, day: number): Promise<void> {
	const ctx = town.as(town.staff.moderation, Math.min(day + READ_AFTER, 0));
	await moderation.decide(ctx, { id: newId(), kind, subjectId, seen: 'waiting', deed: 'publish' });
}

/** Contributions are written, read by moderation, supported; the last ones still wait. */
export async function collect(town: DemoTown, consultationId: string): Promise<Collected> {
	const numbers = new Map<string, number>();
	const ids = new Map<string, string>();
	const all: readonly (DemoContribution & Partial<Foreign>)[] = inOrder([...contributions, ...foreign]);
	const amongPeers = all.filter(({ day }) => day < PEERS_UNTIL).length;
	for (const [place, { key, by, day, supports: _, german, evidence = '', ...text }] of all.entries()) {
		if (place === amongPeers) await openPeers(town);
		const id = newId();
		const ctx = town.as(someone(town, by, place), day);
		const district = homeOf(place % town.crowd[by].length);
		numbers.set(key, await proposals.submit(ctx, consultationId, { id, ...text, evidence, district, consents }));
		ids.set(key, id);
		await publish(town, 'proposal', id, day);
		if (german) await sayInGerman(town, id, { ...german, language: text.language ?? 'other' }, day + READ_AFTER);
	}
	// Only what everybody reads is supported.
	for (const [place, { key, by, day, supports }] of all.entries())
		await support(town, numbers.get(key) ?? 0, { by, place, supports, day: Math.max(day, PEERS_UNTIL) });
	for (const [place, { by, day, ...text }] of waiting.entries()) {
		const ctx = town.as(someone(town, by, place + 20), day);
		await proposals.submit(ctx, consultationId, { id: newId(), ...text, evidence: '', consents });
	}
	await onlyToRead(town, consultationId);
	return { numbers, ids };
}

/** The first phase is over: what one group wrote among itself is everybody's. */
async function openPeers(town: DemoTown): Promise<void> {
	await proposals.openPeerPhases(town.as(null, PEERS_UNTIL + 0.1));
}

async function sayInGerman(
	town: DemoTown,
	id: string,
	said: { title: string; body: string; language: Spoken },
	day: number
): Promise<void> {
	const form = SummaryForm.parse({ id: newId(), seen: 0, ...said });
	await moderation.summarise(town.as(town.staff.moderation, Math.min(day, 0)), id, form);
}

/** Somebody who is read and counted in, and does not want to be published. */
async function onlyToRead(town: DemoTown, consultationId: string): Promise<void> {
	const title = 'Bitte nicht veröffentlichen: mein Vermieter liest mit';
	const body =
		'In unserem Haus ist seit dem Herbst die Heizung kaputt. Ich traue mich nicht, das laut zu sagen. Es soll eine Stelle geben, die das für uns meldet.';
	const form = { id: newId(), kind: 'experience', field: 'wohnen', title, body, evidence: '' } as const;
	const ctx = town.as(someone(town, 'affected', 33), -1.4);
	await proposals.submit(ctx, consultationId, { ...form, consents: ['evaluate'] });
}

function inOrder<T extends { day: number }>(things: readonly T[]): T[] {
	return [...things].sort((one, other) => one.day - other.day);
}

/** From all groups, but never from the author. */
async function support(
	town: DemoTown,
	number: number,
	about: { by: BatchKey; place: number; supports: number; day: number }
): Promise<void> {
	const author = someone(town, about.by, about.place);
	const everybody = [...town.crowd.affected, ...town.crowd.practice, ...town.crowd.research];
	const willing = everybody.filter((person) => person.id !== author.id);
	const step = 7;
	for (let i = 0; i < about.supports; i++) {
		// Once round, the next ones to them.
		const round = Math.floor((i * step) / willing.length);
		const person = found(willing[(about.place * 11 + i * step + round) % willing.length], 'person');
		await proposals.support(town.as(person, Math.min(about.day + 2, 0)), number, true);
	}
}

/** Comments with their answers, each read by moderation. */
export async function discuss(
	town: DemoTown,
	said: readonly DemoComment[],
	find: (ctx: Ctx, key: string) => Promise<Subject>
): Promise<void> {
	for (const [place, { on, by, day, stance, body, replies }] of inOrder(said).entries()) {
		const parent = newId();
		const about = (ctx: Ctx) => find(ctx, on);
		const speaker = (group: BatchKey, turn: number) => someone(town, group, place * 3 + turn + 5);
		const root = { id: parent, parentId: null, stance, body, consents };
		await comments.write(town.as(speaker(by, 0), day), about, root);
		await publish(town, 'comment', parent, day);
		for (const [turn, reply] of (replies ?? []).entries()) {
			const id = newId();
			const form = { id, parentId: parent, stance: reply.stance, body: reply.body, consents };
			await comments.write(town.as(speaker(reply.by, turn + 1), reply.day), about, form);
			await publish(town, 'comment', id, reply.day);
		}
	}
}

export async function discussContributions(town: DemoTown, { numbers }: Collected): Promise<void> {
	await discuss(town, talk, (ctx, key) => comments.aboutProposal(ctx, found(numbers.get(key), 'contribution')));
}

/** One contribution is refused with a reason and one published with a passage blackened: both can be seen. */
export async function screen(town: DemoTown, consultationId: string): Promise<void> {
	const refused = newId();
	const author = town.as(someone(town, 'affected', 40), -30);
	await proposals.submit(author, consultationId, {
		id: refused,
		kind: 'proposal',
		field: 'arbeit',
		title: 'Jobs von zu Hause (Demo)',
		body: 'Verdienen Sie 3000 Euro im Monat von zu Hause. Schreiben Sie an unsere Firma.',
		evidence: '',
		consents
	});
	const decision = newId();
	await moderation.decide(town.as(town.staff.moderation, -29.5), {
		id: decision,
		kind: 'proposal',
		subjectId: refused,
		seen: 'waiting',
		deed: 'reject',
		ground: 'advertising',
		note: ''
	});
	const why = 'Ich wollte keine Werbung machen. Ich wollte fragen, ob solche Angebote verboten werden können.';
	await moderation.appeal({ ...author, now: town.as(null, -1).now }, decision, { body: why });
}
