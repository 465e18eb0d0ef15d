import { describe, expect, it } from 'vitest';
import { BadSheet } from '../../import/places.ts';
import { sentenceOf } from '../../import/row.ts';
import { readExport } from './polis.ts';

const file = (text: string) => Buffer.from(text);
const COMMENTS = 'timestamp,comment-id,author-id,agrees,disagrees,moderated,comment-body\n';
const GOOD = `${COMMENTS}1,0,0,1,0,1,Eins\n1,1,0,0,1,-1,Weg\n`;

function read(comments: string | null, table: string | null, votes: string | null = null) {
	const bytes = (text: string | null) => (text === null ? null : file(text));
	const { statements, people, refused } = readExport({
		comments: bytes(comments),
		table: bytes(table),
		votes: bytes(votes)
	});
	return {
		statements: [...statements.values()].map(({ id, body, takenOut }) => [id, body, takenOut]),
		people: [...people].map(([person, votes]) => [person, Object.fromEntries(votes)]),
		told: refused.map((one) => `${one.file} ${one.line}: ${sentenceOf(one)}`)
	};
}

describe('an export of Polis', () => {
	it('is read with words untouched, what was taken out, and people who did not vote', () => {
		const words = ' Er sagte ""Nein"",\r\ndann 🙂. ';
		expect(
			read(`${COMMENTS}1,0,0,1,0,0,"${words}"\n1,1,0,0,1,-1,Weg\n`, 'participant,xid,0,1\n5,,1,-1\n6,,,\n')
		).toEqual({
			statements: [
				['0', words.replaceAll('""', '"'), false],
				['1', 'Weg', true]
			],
			people: [
				['5', { 0: 1, 1: -1 }],
				['6', {}]
			],
			told: []
		});
	});

	it('may have single votes only: the latest counts, not the last in the file', () => {
		const { people, told } = read(GOOD, null, 'timestamp,comment-id,voter-id,vote\n2,0,1,1\n1,0,1,-1\n1,1,3,0\n');
		expect(people).toEqual([
			['1', { 0: 1 }],
			['3', { 1: 0 }]
		]);
		expect(told).toEqual([]);
	});

	it('loses only the lines that are wrong, and says of each which one and why', () => {
		const comments = `${COMMENTS}1,0,0,1,0,1,"Eins\nund zwei"\n1,,0,0,1,1,Ohne Kennung\n1,2,0,0,1,1,\n1,0,0,0,0,0,Noch einmal\n`;
		const { statements, people, told } = read(comments, 'participant,0,9\n5,1,1\n,1,1\n6,ja,1\n');
		// What has votes but no words stays, without words.
		expect(statements).toEqual([
			['0', 'Eins\nund zwei', false],
			['2', '', false],
			['9', '', false]
		]);
		expect(people).toEqual([
			['5', { 0: 1, 9: 1 }],
			['6', { 9: 1 }]
		]);
		expect(told).toEqual([
			'comments.csv 4: Die Kennung fehlt.',
			'comments.csv 5: Der Text fehlt.',
			'comments.csv 6: Diese Kennung steht schon weiter oben in der Datei.',
			'participants-votes.csv 3: Wer abgestimmt hat, fehlt.',
			expect.stringContaining('participants-votes.csv 4: Eine Stimme ist weder 1 noch 0 noch -1.')
		]);
	});

	it('says the same of single votes', () => {
		const { people, told } = read(GOOD, null, 'comment-id,voter-id,vote\n0,,1\n7,1,1\n0,1,2\n0,2,1\n');
		expect(people).toEqual([
			['1', { 7: 1 }],
			['2', { 0: 1 }]
		]);
		expect(told).toEqual([
			'votes.csv 2: Wer abgestimmt hat, fehlt.',
			expect.stringContaining('votes.csv 4: Eine Stimme ist weder')
		]);
	});

	it.each([
		[GOOD, null, 'Es fehlt participants-votes.csv'],
		['a,b\n1,2\n', 'participant,0\n', 'fehlt eine dieser Spalten: comment-id'],
		[GOOD, 'participant,0\n5,\n', 'niemand abgestimmt'],
		[GOOD, 'a,0\n1,1\n', 'participants-votes.csv fehlt eine dieser Spalten: participant']
	])('is none from %j and %j', (comments, table, sentence) => {
		expect(() => read(comments, table)).toThrow(BadSheet);
		expect(() => read(comments, table)).toThrow(sentence);
	});
});
