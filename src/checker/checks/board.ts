import { rowsOf, type Edition } from '../edition.ts';
import { Findings, type Finding } from '../finding.ts';
import { list, number, object, text, type Json, type JsonObject } from '../values.ts';
import type { Document } from './documents.ts';

/**
 * What the board of affected people said of a version: whether its sums come to the number of its members, whether every
 * dissent has its reason, and whether the tables say what is sealed. Who said what is in no file.
 */
export function checkBoard(edition: Edition, documents: readonly Document[]): Finding[] {
	const found = new Findings('Beirat');
	let sealed = 0;
	const asked = new Set<number>();
	for (const { number: which, content } of documents.filter(({ kind }) => kind === 'version')) {
		const board = object(content.board);
		if (number(board.members) === null) continue;
		sealed++;
		asked.add(which);
		checkSums(`Fassung ${which}`, board, found);
		checkTables(edition, which, board, found);
	}
	for (const table of ['beirat', 'beiratsgruende'])
		for (const row of rowsOf(edition, table))
			if (!asked.has(number(row.fassung) ?? 0))
				found.wrong(`${table}: Bei Fassung ${String(row.fassung)} ist dazu nichts versiegelt.`);
	if (sealed > 0)
		found.open(
			'Wer im Beirat was gesagt hat, steht in keiner Datei. Ob die Meinungen richtig gezählt sind, lässt sich hier nicht prüfen.',
			sealed
		);
	return found.done('{count} Angaben darüber, was der Beirat sagt, sind neu gerechnet und stimmen.');
}

const texts = (value: Json | undefined) => list(value).map((one) => text(one));

function checkSums(name: string, board: JsonObject, found: Findings): void {
	const sum = (key: string) => number(board[key]) ?? 0;
	const [members, agreed, dissented, silent] = [sum('members'), sum('agreed'), sum('dissented'), sum('silent')];
	found.expect(
		agreed + dissented + silent === members,
		() => `${name}: ${agreed}, ${dissented} und ${silent} Meinungen im Beirat sind nicht ${members} Mitglieder.`
	);
	const dissents = texts(board.dissents);
	found.expect(
		dissents.length === dissented && dissents.every((reason) => reason !== ''),
		() => `${name}: ${dissented} Mitglieder widersprechen, Gründe gibt es ${dissents.length}.`
	);
	found.expect(
		texts(board.agreements).length <= agreed,
		() => `${name}: Es gibt mehr Gründe für die Zustimmung als Mitglieder, die zustimmen.`
	);
	found.expect(
		board.asked === true || agreed + dissented === 0,
		() => `${name}: Der Beirat wurde nicht gefragt und hat doch geantwortet.`
	);
}

function checkTables(edition: Edition, which: number, board: JsonObject, found: Findings): void {
	const rows = (table: string) => rowsOf(edition, table).filter((row) => row.fassung === which);
	const same = (table: string, told: readonly unknown[], expected: readonly unknown[]) =>
		found.expect(
			JSON.stringify(told) === JSON.stringify(expected),
			() => `${table}: Bei Fassung ${which} steht nicht, was versiegelt ist.`
		);
	const spoke = (number(board.agreed) ?? 0) + (number(board.dissented) ?? 0);
	same(
		'beirat',
		rows('beirat').map((row) => [
			...[row.gefragt, row.mitglieder, row.beschlussfaehig_ab],
			...[row.zugestimmt, row.widersprochen, row.ohne_antwort, row.beschlussfaehig]
		]),
		[
			[
				...[board.asked, board.members, board.quorum],
				...[board.agreed, board.dissented, board.silent, spoke >= (number(board.quorum) ?? 0)]
			]
		]
	);
	same(
		'beiratsgruende',
		rows('beiratsgruende').map((row) => [row.meinung, row.grund]),
		[
			...texts(board.dissents).map((reason) => ['dissent', reason]),
			...texts(board.agreements).map((reason) => ['agree', reason])
		]
	);
}
