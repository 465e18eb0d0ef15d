import { describe, expect, it } from 'vitest';
import { BadSheet } from '../../import/places.ts';
import { sentenceOf } from '../../import/row.ts';
import { matrixOf, readExport } from './polis.ts';
import { NoGroups, publishedGroups } from '../landscape/publishedGroups.ts';

const bytes = (text: string) => Buffer.from(text);
const COMMENTS = 'timestamp,comment-id,author-id,agrees,disagrees,moderated,comment-body\n';

function read(table: string | null, comments: string | null = null, votes: string | null = null) {
	const file = (text: string | null) => (text === null ? null : bytes(text));
	const from = readExport({ table: file(table), comments: file(comments), votes: file(votes) });
	const told = [...from.refused.map((one) => `${one.file} ${one.line}: ${sentenceOf(one)}`), ...from.notes];
	return { ...from, matrix: matrixOf(from), told };
}

/** Votes as `participant:statement=value`. */
function votesOf({ matrix }: ReturnType<typeof read>): string[] {
	return matrix.participants.flatMap((id, row) => {
		const [from, to] = [matrix.pointers[row] ?? 0, matrix.pointers[row + 1] ?? 0];
		return Array.from({ length: to - from }, (_, n) => {
			return `${id}:${matrix.statements[matrix.columns[from + n] ?? 0]}=${matrix.values[from + n]}`;
		});
	});
}

describe('a conversation exported from Polis', () => {
	it('is read with its groups, its people without votes and what was moderated out', () => {
		const one = read(
			'participant,xid,group-id,n-comments,n-votes,n-agree,n-disagree,0,1,7\n5,,1,0,2,1,1,1,-1,\n6,,,0,0,0,0,,,\n',
			`${COMMENTS}1,0,0,1,0,1,"Eins, zwei\nund ""drei"""\n1,1,0,0,1,-1,Weg\n1,9,0,0,0,0,Ohne Stimme\n`
		);
		expect(votesOf(one)).toEqual(['5:0=1', '5:1=-1']);
		expect(one.matrix.participants).toEqual(['5', '6']);
		expect(one.matrix.statements).toEqual(['0', '1', '9']);
		expect([...one.matrix.zeroed]).toEqual([0, 1, 0]);
		expect(one.statements.get('0')?.body).toBe('Eins, zwei\nund "drei"');
		expect(publishedGroups(one.matrix, one.published)).toEqual({ of: Uint8Array.from([0, 255]), labels: [1] });
	});

	it.each([
		['with other columns, in another order', 'n-votes,1,participant,extra,0\n2,1,9,x,-1\n'],
		['with a byte order mark and Windows line ends', '\uFEFFparticipant,0,1\r\n9,-1,1\r\n\r\n'],
		['with semicolons and quotation marks', '"participant";"0";"1"\n"9";"-1";"1"\n'],
		['with empty lines before the header', '\n \r\nparticipant;0;1\r\n\r\n9;-1;1\r\n'],
		['with tabulators, and a first column without a name', '\tparticipant\t0\t1\n0\t9\t-1\t1\n'],
		['with lines of nobody', 'participant,0,1\n,1,1\n9,-1,1\n,,\n'],
		['with decimal points and NaN', 'participant,0,1,2\n9,-1.0,1.0,NaN\n'],
		['in which the last line of a person counts', 'participant,0,1\n9,1,1\n9,-1,\n']
	])('is read %s', (_, table) => {
		expect(votesOf(read(table))).toEqual(['9:0=-1', '9:1=1']);
	});

	it('keeps ids that are larger than numbers can say', () => {
		const id = '123456789012345678901234567890';
		const one = read(`participant,group-id,${id}\n${id}1,0,1\n${id}0,1,0\n`);
		expect(votesOf(one)).toEqual([`${id}0:${id}=0`, `${id}1:${id}=1`]);
	});

	it.each([
		['words, without comments.csv', 'participant,n-votes,Luft,Wasser\nanna,2,1,-1\n', 'anna:Luft=1,anna:Wasser=-1'],
		['negative numbers', 'participant,-1,-2\n-7,1,-1\n', '-7:-1=1,-7:-2=-1'],
		['numbers with gaps, beside other columns', 'participant,3,age,17\n1,1,0,-1\n', '1:3=1,1:17=-1']
	])('may have ids that are %s', (_, table, expected) => {
		expect(votesOf(read(table)).join()).toBe(expected);
	});

	it('may say when a vote was cast with a date', () => {
		const votes = 'timestamp,comment-id,voter-id,vote\n2024-03-02T10:00:00Z,0,1,1\n2024-03-01T10:00:00Z,0,1,-1\n';
		expect(votesOf(read(null, null, votes))).toEqual(['1:0=1']);
	});

	it.each([
		['-1', true],
		['1', false]
	])('counts of comments.csv tell when agreement is %s: perhaps all votes are turned round is %s', (vote, turned) => {
		const lines = Array.from({ length: 12 }, (_, n) => `${n},${n < 9 ? vote : -Number(vote)}`);
		const one = read(`participant,0\n${lines.join('\n')}\n`, `${COMMENTS}1,0,0,10,3,1,Text\n`);
		expect(one.told.join(' ').includes('bedeutet -1 in diesen Stimmen Zustimmung')).toBe(turned);
	});

	it('has no published groups without the column', () => {
		const { matrix, published } = read('participant,0\n1,1\n');
		expect(() => publishedGroups(matrix, published)).toThrow(NoGroups);
	});

	it('may have single votes only: the latest counts, not the last in the file', () => {
		const one = read(null, null, 'timestamp,datetime,comment-id,voter-id,vote\n2,x,0,1,1\n1,x,0,1,-1\n1,x,3,2,0\n');
		expect(votesOf(one)).toEqual(['1:0=1', '2:3=0']);
		expect(one.told.join(' ')).toContain('votes.csv');
	});

	it('tells its figures: who voted, votes, statements, who wrote them, what was moderated out', () => {
		const table = 'participant,0,1,7\n5,1,-1,0\n6,,,\n8,1,,\n';
		const comments = `${COMMENTS}1,0,3,1,0,1,Eins\n1,1,3,0,1,-1,Weg\n1,7,4,0,0,0,Sieben\n1,9,,0,0,0,Ohne Stimme\n`;
		expect(read(table, comments).figures).toEqual({
			people: 2,
			votes: 4,
			statements: 4,
			commenters: 2,
			moderatedOut: 1
		});
		const without = 'comment-id,comment-body\n0,Eins\n1,Zwei\n7,Drei\n';
		expect(read(table, without).figures).toMatchObject({ statements: 3, commenters: null, moderatedOut: null });
	});

	it('is none without a vote, and an empty file is none', () => {
		expect(() => read(null, COMMENTS)).toThrow(BadSheet);
		expect(() => read('')).toThrow(BadSheet);
		expect(() => read('participant,0\n')).toThrow('keine einzige Stimme');
	});
});
