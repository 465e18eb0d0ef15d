import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { sentenceOf } from '#lib/import/row.ts';
import { analyse } from '#lib/opinion/analysis.ts';
import { matrixOf, readExport } from '#lib/opinion/polis/polis.ts';
import { transaction } from '#lib/server/db/transaction.ts';
import { NotFound } from '#lib/verdict.ts';
import * as votes from '#lib/votes/votes.server.ts';
import { up } from '../../../migrations/20261129T0420_counts_of_conversations.ts';
import { REAL, realFiles } from '../../../tests/support/strategy/realConversation.ts';
import { makeTestApp, type TestApp } from '../../../tests/support/machine/testApp.ts';
import * as conversations from './conversations.server.ts';
import { factsOf } from './facts.ts';

const HEAD = {
	...{ origin: 'buergerrat-2022', title: 'Was soll sich ändern?', url: 'https://polis.example/abc', language: 'de' },
	attribution: 'Bürgerrat Musterstadt, CC BY 4.0'
};
const file = (...lines: string[]) => Buffer.from(lines.join('\n'));

const COMMENTS = [
	'comment-id,author-id,moderated,comment-body',
	...Array.from({ length: 9 }, (_, n) => `${n + 10},0,1,"Aussage ${n}, "" so """`),
	'30,0,-1,Das hat die Moderation dort entfernt'
];

/** Two camps; everybody is for the last statement. */
const votesOf = (person: number) =>
	Array.from({ length: 9 }, (_, n) => (n === 8 ? 1 : (person * 7 + n) % 11 === 0 ? 0 : person % 3 === n % 2 ? 1 : -1));

const tableOf = (text: string): string[][] => parse(text, { bom: true, delimiter: ';' });

/** `people` as many as are asked for. */
function table(people: number): string[] {
	const lines = Array.from({ length: people }, (_, person) => [person, '', ...votesOf(person), 1].join(','));
	return [`participant,group-id,${Array.from({ length: 9 }, (_, n) => n + 10).join(',')},30`, ...lines];
}

const made = (people: number, comments = COMMENTS) =>
	readExport({ comments: file(...comments), table: file(...table(people)), votes: null });
const takeOver = (testApp: TestApp, from = made(60)) => conversations.takeOver(testApp.as(null), HEAD, from);
const rows = (testApp: TestApp, name: 'conversationPeople' | 'conversationStatements') =>
	testApp.app.reader.selectFrom(name).selectAll().execute();

describe('a conversation that was held elsewhere', () => {
	it('is taken over with its words to the byte, drawn, and read by everybody', async () => {
		const testApp = await makeTestApp();
		expect(await takeOver(testApp)).toMatchObject({
			...{ known: false, statements: { fresh: 10, known: 0 }, people: { fresh: 60, changed: 0, known: 0 } },
			...{ votes: 600, refused: [] }
		});
		expect(await conversations.drawConversations(testApp.as(null))).toBe(1);
		const one = await conversations.byNumber(testApp.as(null), 1);
		expect(one).toMatchObject({ title: HEAD.title, statements: 9, waits: false });
		const figures = { people: 60, votes: 600, statements: 10, commenters: 1, moderatedOut: 1 };
		expect(one.figures).toEqual(figures);
		expect(one.landscape?.export).toEqual({ ...figures, pictured: 60, votesLeast: 7 });
		expect(one.landscape).toMatchObject({ people: 60, stable: true, relation: null });
		expect(one.landscape?.bridging).toEqual([{ point: 9, least: 0.8 }]);
		const { statements } = await conversations.statements(testApp.as(null), 1, 7);
		expect(statements.map(({ number, body }) => [number, body])).toEqual([
			[8, 'Aussage 7, " so "'],
			[9, 'Aussage 8, " so "']
		]);
		expect(statements[1]?.all).toMatchObject({ agree: { least: 1, most: 1 }, disagree: { least: 0, most: 0 } });
	});

	it('is a table for everybody: each statement with how many answered how, all together and in each group', async () => {
		const testApp = await makeTestApp();
		const ctx = testApp.as(null);
		await takeOver(testApp);
		const before = tableOf(await conversations.table(ctx, 1));
		expect(before).toHaveLength(1 + 9);
		expect(before[1]).toEqual([
			'1',
			'Aussage 0, " so "',
			'de',
			'Deutsch',
			'alle',
			'Alle, die abgestimmt haben',
			'',
			'',
			'',
			''
		]);
		await conversations.drawConversations(ctx);
		const [head = [], ...lines] = tableOf(await conversations.table(ctx, 1));
		expect(head.slice(4)).toEqual(['gruppe', 'gruppe_label', 'antworten', 'zustimmung', 'weiss_nicht', 'ablehnung']);
		const groups = (await conversations.byNumber(ctx, 1)).landscape?.groups.length ?? 0;
		expect(groups).toBeGreaterThan(1);
		expect(lines).toHaveLength(9 * (1 + groups));
		for (let statement = 0; statement < 9; statement++) {
			const [all = [], ...each] = lines
				.slice(statement * (1 + groups), (statement + 1) * (1 + groups))
				.map((cells) => cells.slice(6).map(Number));
			// As the votes were made; whoever is in a group is counted in it once.
			const votes = Array.from({ length: 60 }, (_, person) => votesOf(person)[statement]);
			const having = (vote: number) => votes.filter((one) => one === vote).length;
			expect(all).toEqual([60, having(1), having(0), having(-1)]);
			expect(all.map((_, column) => each.reduce((sum, cells) => sum + (cells[column] ?? 0), 0))).toEqual(all);
		}
		expect(lines.flat().join()).not.toContain('Moderation dort');
		await expect(conversations.table(ctx, 2)).rejects.toThrow(NotFound);
	});

	it('that was drawn before answers were counted is drawn anew at once', async () => {
		const testApp = await makeTestApp();
		const ctx = testApp.as(null);
		await takeOver(testApp);
		await conversations.drawConversations(ctx);
		const { content } = await conversations.frozenText(ctx, 1);
		const landscape = content.replace(/,"counted":\{"all":\{[^}]*\},"groups":\[[^\]]*\]\}/g, '');
		await transaction(ctx, async ({ db }) => {
			await db.updateTable('conversations').set({ landscape }).execute();
			await up(db);
		});
		const counts = async () => tableOf(await conversations.table(ctx, 1)).map((cells) => cells[6]);
		expect(await counts()).not.toContain('60');
		expect(await conversations.drawConversations(testApp.as(null))).toBe(1);
		expect(await counts()).toContain('60');
	});

	it('counts everybody who voted, and says who of them is in the picture', async () => {
		const testApp = await makeTestApp();
		const few = Array.from({ length: 20 }, (_, n) => `${100 + n},,${n < 15 ? 1 : ''},,,,,,,,-1,`);
		const lines = [...table(60), ...few];
		await takeOver(testApp, readExport({ comments: file(...COMMENTS), table: file(...lines), votes: null }));
		await conversations.drawConversations(testApp.as(null));
		const one = await conversations.byNumber(testApp.as(null), 1);
		expect(one.figures).toMatchObject({ people: 80, votes: 635 });
		expect(one.landscape?.export).toMatchObject({ people: 80, pictured: 60, votesLeast: 7 });
		// All together means all: 60 of 80 agree with the last one.
		expect(one.landscape?.points.at(-1)?.all?.agree).toEqual({ least: 0.75, most: 0.75 });
		expect(factsOf(one)).toContainEqual({
			term: 'Davon im Bild',
			text: '60: wer zu mindestens 7 Aussagen abgestimmt hat'
		});
	});

	it('taken over before its figures were kept says so, and has them when it is taken over again', async () => {
		const testApp = await makeTestApp();
		await takeOver(testApp);
		await transaction(testApp.as(null), ({ db }) => db.updateTable('conversations').set({ figures: null }).execute());
		const told = async () => factsOf(await conversations.byNumber(testApp.as(null), 1)).map(({ text }) => text);
		expect(await told()).toContain('Bei der Übernahme wurden die Zahlen des Exports nicht aufgehoben.');
		await takeOver(testApp);
		expect(await told()).toContain('60 Menschen');
	});

	it('keeps votes on statements that have no words, shows none of these, and takes words that come later', async () => {
		const testApp = await makeTestApp();
		const without = COMMENTS.filter((line) => !line.startsWith('18,'));
		await takeOver(testApp, made(60, without));
		await conversations.drawConversations(testApp.as(null));
		const one = await conversations.byNumber(testApp.as(null), 1);
		expect(one).toMatchObject({ statements: 8, figures: { statements: 10, votes: 600 } });
		expect(one.landscape?.points).toHaveLength(8);
		expect((await takeOver(testApp)).refused).toEqual([]);
		const { statements } = await conversations.statements(testApp.as(null), 1, 0);
		expect(statements.map(({ body }) => body)).toContain('Aussage 8, " so "');
	});

	it('shows nothing of what the moderation there took out, and nothing about a single person', async () => {
		const testApp = await makeTestApp();
		await takeOver(testApp);
		await conversations.drawConversations(testApp.as(null));
		const { content } = await conversations.frozenText(testApp.as(null), 1);
		expect(content).not.toContain('Moderation dort');
		const shares = [...content.matchAll(/"(?:agree|disagree|pass)":([\d.]+)/g)].map(([, share]) => Number(share));
		expect(shares.every((share) => Math.abs(share * 10 - Math.round(share * 10)) < 1e-9)).toBe(true);
	});

	it('taken over again, or by two at once, is there once; a dry run writes nothing and says the same', async () => {
		const testApp = await makeTestApp();
		const dry = await conversations.plan(testApp.as(null), HEAD.origin, made(60));
		expect(await rows(testApp, 'conversationPeople')).toEqual([]);
		const both = await Promise.all([takeOver(testApp), takeOver(testApp)]);
		expect(both.reduce((sum, { people }) => sum + people.fresh, 0)).toBe(60);
		expect(dry).toMatchObject({ statements: { fresh: 10 }, people: { fresh: 60 }, votes: 600, refused: [] });
		expect(await rows(testApp, 'conversationPeople')).toHaveLength(60);
		expect(await rows(testApp, 'conversationStatements')).toHaveLength(10);
		expect((await conversations.list(testApp.as(null), null)).conversations).toHaveLength(1);
		expect(await takeOver(testApp)).toMatchObject({ people: { fresh: 0, changed: 0, known: 60 } });
	});

	it('that went on is brought up to date, but never under other words, and drawn anew after a day', async () => {
		const testApp = await makeTestApp();
		await takeOver(testApp, made(59));
		await conversations.drawConversations(testApp.as(null));
		testApp.at('2027-05-10T13:00:00.000Z');
		const reworded = [...COMMENTS.slice(0, 9), '18,0,-1,Ganz anders', ...COMMENTS.slice(10)];
		const taken = await takeOver(testApp, made(60, reworded));
		expect(taken).toMatchObject({ known: true, people: { fresh: 1, changed: 0, known: 59 } });
		expect(taken.refused.map((one) => [one.file, one.line, sentenceOf(one)])).toEqual([
			['comments.csv', 10, 'Diese Aussage ist mit einem anderen Wortlaut schon da. Der bleibt.']
		]);
		expect((await conversations.statements(testApp.as(null), 1, 0)).statements).toHaveLength(8);
		expect(await conversations.drawConversations(testApp.as(null))).toBe(0);
		testApp.at('2027-05-11T13:00:00.000Z');
		expect(await conversations.drawConversations(testApp.as(null))).toBe(1);
		expect(await conversations.drawConversations(testApp.as(null))).toBe(0);
	});

	it('of fewer than twenty people has no picture', async () => {
		const testApp = await makeTestApp();
		await takeOver(testApp, made(19));
		await conversations.drawConversations(testApp.as(null));
		expect(await conversations.byNumber(testApp.as(null), 1)).toMatchObject({ landscape: null, waits: false });
		await expect(conversations.frozenText(testApp.as(null), 1)).rejects.toBeInstanceOf(NotFound);
	});

	it('never counts among our own results', async () => {
		const testApp = await makeTestApp();
		await takeOver(testApp);
		await votes.publishParticipation(testApp.as(null));
		for (const table of ['ballots', 'ballotBoxes', 'tallies', 'persons', 'proposals', 'landscapes'] as const) {
			expect(await testApp.app.reader.selectFrom(table).selectAll().execute()).toEqual([]);
		}
	});

	it('can be taken away again, wholly', async () => {
		const testApp = await makeTestApp();
		await takeOver(testApp);
		await conversations.remove(testApp.as(null), HEAD.origin);
		expect([await rows(testApp, 'conversationPeople'), await rows(testApp, 'conversationStatements')]).toEqual([
			[],
			[]
		]);
		await expect(conversations.byNumber(testApp.as(null), 1)).rejects.toBeInstanceOf(NotFound);
		await expect(conversations.remove(testApp.as(null), HEAD.origin)).rejects.toBeInstanceOf(NotFound);
	});

	it.each([NaN, 0, -1, 1.5, 2 ** 40, 7])('is not found as number %d', async (number) => {
		const testApp = await makeTestApp();
		await expect(conversations.byNumber(testApp.as(null), number)).rejects.toBeInstanceOf(NotFound);
		expect((await conversations.list(testApp.as(null), number)).conversations).toEqual([]);
	});
});

describe('a real conversation', () => {
	it.each([
		[REAL.brexit, 50, 'stable'],
		[REAL.bowlingGreen, 371, 'none']
	])(
		'%s comes in whole, without a complaint, and says whether there are groups',
		{ timeout: 240_000 },
		async (...real) => {
			const [name, count, verdict] = real;
			const testApp = await makeTestApp();
			const from = readExport(realFiles(name));
			const taken = await takeOver(testApp, from);
			expect(taken.refused).toEqual([]);
			expect(taken.statements.fresh).toBe(count);
			await conversations.drawConversations(testApp.as(null));
			const { landscape } = await conversations.byNumber(testApp.as(null), 1);
			const { verdict: alone, seed } = analyse(matrixOf(readExport(realFiles(name))));
			expect([landscape?.verdict, landscape?.seed]).toEqual([verdict, seed]);
			expect(alone).toBe(verdict);
			expect(await takeOver(testApp, from)).toMatchObject({ people: { fresh: 0, changed: 0 } });
		}
	);
});
