import * as conversations from '#lib/conversations/conversations.server.ts';
import { readExport } from '#lib/opinion/polis/polis.ts';
import { Chance } from '#lib/opinion/chance.ts';
import type { DemoTown } from './town.ts';

/** How likely people of the one and of the other mind agree with it, in tenths. */
const statements: readonly (readonly [text: string, one: number, other: number])[] = [
	['Das Amt soll von selbst sagen, welche Hilfen mir zustehen.', 9, 9],
	['Wer Hilfe bekommt, soll dafür weniger Formulare ausfüllen müssen.', 9, 8],
	['In jedem Stadtteil soll es ein Büro geben, in dem jemand zuhört.', 9, 9],
	['Der Nahverkehr soll für Menschen mit wenig Geld kostenlos sein.', 9, 3],
	['Lieber mehr Busse am Abend als billigere Fahrkarten.', 3, 8],
	['Jedes Kind soll in der Schule kostenlos essen können.', 9, 4],
	['Geld für Schulsachen soll direkt an die Schulen gehen.', 2, 8],
	['Die Stadt soll selbst Wohnungen bauen.', 9, 3],
	['Wohnungen sollen vor allem private Firmen bauen.', 1, 7],
	['Wer arbeitet, soll mehr vom Lohn behalten dürfen.', 6, 9],
	['Anträge soll man auch auf Papier stellen können.', 9, 7],
	['Strom und Heizung sollen für alle einen Grundpreis haben.', 8, 3],
	['Vereine sollen mehr Geld bekommen, wenn sie Kinder kostenlos aufnehmen.', 8, 8],
	['Bürokratie ist das größte Problem.', 4, 9],
	['Man hört uns sowieso nicht zu.', 7, 3]
];
const ONE_MIND = 42;
const OTHER_MIND = 30;

/** As Polis would export it: everybody has seen about eight in ten statements. */
function exported() {
	const chance = new Chance(7);
	const comments = statements.map(([text], id) => `${id},1,"${text}"`);
	const people = Array.from({ length: ONE_MIND + OTHER_MIND }, (_, person) => {
		const votes = statements.map(([, one, other]) => {
			const likely = person < ONE_MIND ? one : other;
			if (chance.next() < 0.2) return '';
			if (chance.next() < 0.08) return 0;
			return chance.next() * 10 < likely ? 1 : -1;
		});
		return [person, ...votes].join(',');
	});
	const file = (lines: readonly string[]) => Buffer.from(lines.join('\n'));
	return readExport({
		comments: file(['comment-id,moderated,comment-body', ...comments]),
		table: file([`participant,${statements.map((_, id) => id).join(',')}`, ...people]),
		votes: null
	});
}

/** A conversation that a town had before, on another platform. */
export async function takeConversationOver(town: DemoTown): Promise<void> {
	const head = {
		...{ origin: 'demo', title: 'Was hilft gegen Armut in unserer Stadt?', url: null, language: 'de' },
		attribution: 'Stadtgespräch Musterstadt (erfunden für die Vorführung)'
	};
	await conversations.takeOver(town.as(town.staff.redaktion, -1), head, exported());
	await conversations.drawConversations(town.as(null, -0.9));
}
