import * as board from '#lib/board/board.server.ts';
import type { Person } from '#lib/people/person.ts';
import * as strategy from '#lib/strategy/strategy.server.ts';
import { found } from '#lib/verdict.ts';
import type { DemoTown } from './town.ts';

/** Whoever tries the demonstration with a card of this group is one of them. */
const MEMBERS = 7;

const agreement = 'Zum ersten Mal steht da, was wir selbst gesagt haben. Das Wohnen zuerst ist richtig.';
const dissent =
	'Beim Geld steht nur, dass das Land sich beim Bund einsetzt. Das hören wir seit Jahren. Ich hätte gern gelesen, was das Land selbst zahlt und ab wann.';

const members = (town: DemoTown): readonly Person[] => town.crowd.affected.slice(0, MEMBERS);

/** People are invited by links, and join with their own cards. */
export async function gatherBoard(town: DemoTown, day: number): Promise<void> {
	const admin = town.as(town.staff.verwaltung, day);
	await board.setQuorum(admin, { quorum: 5 });
	for (const person of members(town)) {
		const { address } = await board.invite(admin);
		await board.join(town.as(person, day + 0.1), address.split('/').at(-1) ?? '');
	}
}

/** The board reads the second version before it goes out: most agree, one dissents, one says nothing. */
export async function askBoard(town: DemoTown, consultationId: string, day: number): Promise<void> {
	await openRound(town, consultationId, day);
	for (const [place, person] of members(town).entries()) {
		if (place === 0) continue;
		await say(town, person, day + 0.2, place === MEMBERS - 1 ? 'dissent' : 'agree', place);
	}
}

/** The next draft lies before them; only two have answered yet. */
export async function askBoardAgain(town: DemoTown, consultationId: string, day: number): Promise<void> {
	await openRound(town, consultationId, day);
	for (const [place, person] of members(town).entries())
		if (place === 1 || place === 2) await say(town, person, day + 0.01, 'agree', place);
}

async function openRound(town: DemoTown, consultationId: string, day: number): Promise<void> {
	const ctx = town.as(town.staff.freigabe1, day);
	await board.openRound(ctx, found(await strategy.draftOf(ctx, consultationId), 'draft').id);
}

async function say(
	town: DemoTown,
	person: Person,
	day: number,
	choice: 'agree' | 'dissent',
	place: number
): Promise<void> {
	const ctx = town.as(person, day);
	const { versionId: version, words } = found(await board.asked(ctx), 'draft').asked;
	const reason = choice === 'dissent' ? dissent : place === 1 ? agreement : '';
	await board.say(ctx, { version, words, choice, reason });
}
