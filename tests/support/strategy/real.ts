import { existsSync, readFileSync } from 'node:fs';
import * as answers from '#lib/answers/answers.server.ts';
import type { Disposition } from '#lib/answers/answer.ts';
import * as distillation from '#lib/distillation/distillation.server.ts';
import { placesOf } from '#lib/import/places.ts';
import { readRows } from '#lib/import/row.ts';
import { readSheet } from '#lib/import/sheet.ts';
import * as publishing from '#lib/publishing/publishing.server.ts';
import * as strategy from '#lib/strategy/strategy.server.ts';
import { newId } from '#lib/server/ids.ts';
import { into, openDesk, type Desk } from './desk.ts';
import { makeEditor, type Editor } from './strategy.ts';
import { importFile } from '../imported.ts';
import type { TestApp } from '../machine/testApp.ts';

/** Real contributions of residents, not part of the project: without them there is nothing to try. */
const FOLDER = '../shared/data/contributions';
export const isThere = existsSync(FOLDER);
/** All 796 on one database; on the other one file will do, because the same verbs do the same. */
const FILES = process.env.TEST_DATABASE_URL ? ['krefeld'] : ['moers', 'krefeld'];
export const COUNT = process.env.TEST_DATABASE_URL ? 337 : 796;
const SUBJECTS = 24;
/** As many as one form may carry. */
const AT_ONCE = 200;
export const GIST = 'Das Land hilft hier mehr. Es berichtet jedes Jahr. Es fragt die Menschen.';

export interface RealWork {
	desk: Desk;
	editor: Editor;
	/** Numbers of all contributions. */
	numbers: number[];
	/** The rows as they were taken over. */
	imported: Awaited<ReturnType<typeof proposalRows>>;
	/** The bodies as they stand in the files, by title. */
	bodies: Map<string, Buffer>;
	/** Numbers of the clusters, one for each subject. */
	clusters: number[];
}

/** Without what is kept beside them of their answers. */
export async function proposalRows(testApp: TestApp) {
	const rows = await testApp.app.reader.selectFrom('proposals').selectAll().orderBy('number').execute();
	return rows.map(({ publishedAnswer: _p, currentAnswer: _c, answered: _a, ...row }) => row);
}

/** Takes them over, as the command does. */
export async function takeOverReal(): Promise<RealWork> {
	const desk = await openDesk([]);
	const { testApp } = desk;
	const bodies = new Map<string, Buffer>();
	for (const name of FILES) {
		const bytes = readFileSync(`${FOLDER}/${name}.csv`);
		const sheet = readSheet(bytes);
		const { rows } = readRows(sheet, placesOf(sheet.header));
		for (const row of rows) bodies.set(`${row.title}\n${row.text}`, Buffer.from(row.text));
		await importFile(testApp, bytes, { kind: 'experience', origin: name, attribution: 'Dialog', repeats: 'take' });
	}
	const imported = await proposalRows(testApp);
	await distillation.syncContributions(testApp.as(desk.moderator));
	const numbers = imported.map((row) => row.number ?? 0);
	return { desk, editor: await makeEditor(testApp), numbers, imported, bodies, clusters: [] };
}

/** Every seventh is cut in two concerns, the others go as a whole, as many at once as a form carries. */
export async function distilReal({ desk, numbers, clusters }: RealWork): Promise<void> {
	const { testApp } = desk;
	const ctx = testApp.as(desk.moderator);
	for (let subject = 0; subject < SUBJECTS; subject++) {
		const form = { id: newId(), title: `Anliegen ${subject + 1}` };
		const number = (await distillation.open(ctx, testApp.consultationId, form)) ?? 0;
		const marks = await desk.marks(number);
		await distillation.describe(ctx, testApp.consultationId, { ...marks, title: form.title, gist: GIST, assignee: '' });
		clusters.push(number);
	}
	const cluster = (index: number) => into(clusters[index % SUBJECTS] ?? 1);
	const inTwo = numbers.filter((one) => one % 7 === 0);
	// Verbs that wait at the same moment share a transaction.
	await Promise.all(inTwo.map((number) => desk.cut(number, [0], cluster(number))));
	const rest = (number: number) => desk.cut(number, [1, 2, 3], cluster(number + 5));
	// Whoever wrote one sentence has no second concern.
	await Promise.all(inTwo.map((number) => rest(number).catch(() => null)));
	for (let subject = 0; subject < SUBJECTS; subject++) {
		const whole = numbers.filter((one) => one % 7 !== 0 && one % SUBJECTS === subject);
		for (let from = 0; from < whole.length; from += AT_ONCE) {
			await desk.put(whole.slice(from, from + AT_ONCE), cluster(subject));
		}
	}
}

const SAID: readonly Disposition[] = ['declined', 'elsewhere'];

const TAKEN: readonly Disposition[] = ['adopted', 'partly', 'merged'];

/** Answers these contributions, fifty in one form; what stands behind a point of the draft is taken up, partly so or put together. */
export async function answerReal({ desk, editor, imported }: RealWork, numbers: readonly number[]): Promise<void> {
	const ids = imported.filter((row) => numbers.includes(row.number ?? 0)).map((row) => row.id);
	const { id } = await editor.draft();
	const behind = await strategy.sourcedIn(editor.ctx, id, ids);
	for (let from = 0; from < ids.length; from += 50) {
		const some = ids.slice(from, from + 50);
		const taken = some.every((one) => behind.has(one)) ? TAKEN[(from / 50) % 3] : null;
		const disposition = taken ?? SAID[(from / 50) % SAID.length] ?? 'declined';
		await answers.write(editor.ctx, {
			...{ proposals: some, disposition },
			...{ reason: `So steht es jetzt da (${desk.testApp.now}).`, responsible: 'Die Stadt' }
		});
	}
}

/** One publisher agrees, another publishes, with so many unanswered ones stated. */
export async function publishReal({ desk: { testApp }, editor }: RealWork, unanswered: number): Promise<number> {
	const { id } = await editor.draft();
	const [anna, berta] = [
		await testApp.person('none', { roles: ['publisher'] }),
		await testApp.person('none', { roles: ['publisher'] })
	];
	const { state: digest } = await publishing.readForApproval(testApp.as(anna), id);
	await publishing.approve(testApp.as(anna), id, digest);
	return (await publishing.publish(testApp.as(berta), id, unanswered)).number;
}
