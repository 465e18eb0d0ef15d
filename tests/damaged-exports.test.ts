import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sentenceOf } from '#lib/import/row.ts';
import { readExport } from '#lib/opinion/polis/polis.ts';
import { fill, t } from '#lib/texts/texts.ts';
import { CHILD_ENVIRONMENT } from './support/machine/environment.ts';
import { makeTestApp, type TestApp } from './support/machine/testApp.ts';

const root = mkdtempSync(join(tmpdir(), 'teilhabe-damaged-'));
afterAll(() => rmSync(root, { recursive: true }));

const HEAD = 'comment-id,author-id,moderated,comment-body';
const COMMENTS = [HEAD, '0,1,1,Eins', '1,1,0,Zwei', '2,2,-1,Weg', '3,2,1,Vier'].join('\n');
const people = (count: number) =>
	Array.from({ length: count }, (_, n) => `${n},${n % 2 ? 1 : -1},1,0,${n % 2 ? -1 : 1}`);
const TABLE = ['participant,0,1,2,3', ...people(12)].join('\n');
const votesOf = (lines: readonly string[]) => ['timestamp,comment-id,voter-id,vote', ...lines].join('\n');

type Files = Partial<Record<'comments.csv' | 'participants-votes.csv' | 'votes.csv', string>>;
const both = (table: string, comments = COMMENTS): Files => ({
	'comments.csv': comments,
	'participants-votes.csv': table
});

/** What is damaged, and what is said of it. `taken`: whether anything can be read all the same. */
type Case = readonly [what: string, files: Files, taken: boolean, ...sentences: string[]];
const CASES: readonly Case[] = [
	[
		'without the column moderated',
		both(TABLE, COMMENTS.replaceAll(/^([^,]*,[^,]*),[^,]*/gm, '$1')),
		true,
		'In comments.csv fehlt die Spalte moderated. Darum gilt keine Aussage als von der Moderation entfernt.'
	],
	[
		'without the column comment-id',
		both(TABLE, COMMENTS.replace('comment-id', 'nummer')),
		false,
		'In comments.csv fehlt eine dieser Spalten: comment-id'
	],
	[
		'without the column of people',
		both(TABLE.replace('participant', 'wer')),
		false,
		'In participants-votes.csv fehlt eine dieser Spalten: participant'
	],
	[
		'cut off within a line of votes',
		both(`${TABLE}\n99,1,-`),
		true,
		'participants-votes.csv, Zeile 14: Die Zeile hat weniger Zellen als die Tabelle Spalten.'
	],
	[
		'cut off within a statement',
		both(TABLE, `${COMMENTS}\n4,1,1,"Fünf und`),
		true,
		'comments.csv, Zeile 6: Die Zeile ist keine lesbare Tabellenzeile.'
	],
	[
		'cut off within single votes',
		{ 'comments.csv': COMMENTS, 'votes.csv': `${votesOf(['1,0,1,1', '1,1,1,-1'])}\n1,3` },
		true,
		'votes.csv, Zeile 4: Die Zeile ist abgeschnitten. Diese Stimme zählt nicht.',
		'Die Datei participants-votes.csv fehlt. Die Stimmen kommen aus votes.csv.'
	],
	[
		'with votes on statements nobody knows',
		both(TABLE.replace('participant,0,1,2,3', 'participant,0,1,2,77')),
		true,
		'Stimmen gibt es auch zu Aussagen, die nicht in comments.csv stehen: 1.'
	],
	[
		'with a person in two lines',
		both(`${TABLE}\n3,-1,,,`),
		true,
		'participants-votes.csv, Zeile 14: Diese Person steht schon weiter oben in der Datei.'
	],
	[
		'with a statement in two lines',
		both(TABLE, `${COMMENTS}\n1,9,-1,Noch einmal`),
		true,
		'comments.csv, Zeile 6: Diese Kennung steht schon weiter oben in der Datei.'
	],
	[
		'with a statement that has no words',
		both(TABLE, `${COMMENTS.replace('Zwei', '')}`),
		true,
		'comments.csv, Zeile 3: Der Text fehlt.'
	],
	[
		'with somebody who is nobody, and a vote that is none',
		both(`${TABLE}\n,1,1,1,1\n77,ja,1,1,1`),
		true,
		'participants-votes.csv, Zeile 14: Wer abgestimmt hat, fehlt.',
		'participants-votes.csv, Zeile 15: Eine Stimme ist weder 1 noch 0 noch -1.'
	],
	['in which nobody voted', both('participant,0,1\n1,,\n2,,'), false, 'niemand abgestimmt'],
	['with an empty table', both('participant,0,1'), false, 'niemand abgestimmt'],
	['without votes', { 'comments.csv': COMMENTS }, false, 'Es fehlt participants-votes.csv oder votes.csv.'],
	[
		'in which agreement and disagreement are the wrong way round',
		both(
			TABLE,
			['comment-id,agrees,disagrees,moderated,comment-body', '0,6,6,1,Eins', '1,0,12,0,Zwei', '3,6,6,1,Vier'].join('\n')
		),
		true,
		'Vielleicht bedeutet -1 in diesen Stimmen Zustimmung.'
	]
];

const named = ([what, files, taken, ...sentences]: Case) => ({ what, files, taken, sentences });

let testApp: TestApp;
beforeAll(async () => {
	testApp = await makeTestApp();
});

function run(command: string, ...args: string[]) {
	const { database, secret } = testApp.app.config;
	const url = database.kind === 'sqlite' ? `file:${database.file}` : database.url;
	const env = { ...CHILD_ENVIRONMENT, DATABASE_URL: url, TEILHABE_SECRET: secret ?? '' };
	const { status, stdout, stderr } = spawnSync(process.execPath, [`src/commands/${command}.ts`, ...args], {
		...{ encoding: 'utf8', env }
	});
	return { status, said: `${stdout}${stderr}` };
}

/** Everything that is said of the files, and nothing that is said of what was found in them. */
const aboutFiles = (said: string) =>
	said
		.split('\n')
		.filter((line) => /\.csv|niemand abgestimmt/.test(line))
		.sort();

describe('a damaged export', () => {
	it.each(CASES.map(named))('$what is read, or not, and what is wrong is said', ({ files, taken, sentences }) => {
		const bytes = (name: keyof Files) => (files[name] === undefined ? null : Buffer.from(files[name]));
		const given = {
			comments: bytes('comments.csv'),
			table: bytes('participants-votes.csv'),
			votes: bytes('votes.csv')
		};
		if (!taken) return expect(() => readExport(given)).toThrow(sentences[0]);
		const { refused, notes } = readExport(given);
		const told = refused.map((line) => fill(t.imports.lineOf, { ...line, problem: sentenceOf(line) }));
		for (const sentence of sentences) expect([...told, ...notes].join('\n')).toContain(sentence);
	});

	// Each door is a process of its own: all of them with LONG=1, else some.
	it.each((process.env.LONG === '1' ? CASES : CASES.slice(0, 4)).map(named))(
		'$what is told of in the same words by both commands',
		{ timeout: 240_000 },
		({ what, files, taken, sentences }) => {
			const folder = join(root, what.replaceAll(/\W+/g, '-'));
			mkdirSync(folder);
			for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
			const analysed = run('opinion', folder);
			const imported = run('import', 'polis', folder, '--attribution', 'CC BY', '--title', 'Damals', '--dry-run');
			for (const sentence of sentences) expect(analysed.said).toContain(sentence);
			expect(aboutFiles(imported.said)).toEqual(aboutFiles(analysed.said));
			expect([analysed.status === 0, /People: \d+ to import/.test(imported.said)]).toEqual([taken, taken]);
		}
	);
});
