import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { BadSheet } from '#lib/import/places.ts';
import { JobThread } from '#lib/server/jobThread.server.ts';
import { transaction } from '#lib/server/db/transaction.ts';
import { newId } from '#lib/server/ids.ts';
import { openApp } from '#lib/server/openApp.ts';
import { DAY, later } from '#lib/time.ts';
import { workOff } from '../../../../tests/support/imported.ts';
import { makeTestApp, type TestApp } from '../../../../tests/support/machine/testApp.ts';
import * as importJobs from '../importJobs.server.ts';
import { ConversationForm } from './conversationImport.ts';
import { readExportApart } from './readExportApart.server.ts';

const isSqlite = !process.env.TEST_DATABASE_URL;
const STATEMENTS = [0, 1, 2, 3, 4, 5];
const comments = ['comment-id,moderated,comment-body', ...STATEMENTS.map((id) => `${id},1,Satz ${id}`)].join('\n');
const votesOf = (people: number, turn = 0) =>
	[
		`participant,${STATEMENTS.join(',')}`,
		...Array.from({ length: people }, (_, person) =>
			[person, ...STATEMENTS.map((id) => ((person + id + turn) % 3) - 1)].join(',')
		)
	].join('\n');
const summary = 'topic,Was tun?\nurl,https://polis.example/1';
const single = 'timestamp,datetime,comment-id,voter-id,vote\n1,x,0,7,1\n2,x,1,7,-1\n3,x,0,8,1';

type Files = Readonly<Record<string, string>>;
const whole = (people = 30, turn = 0): Files => ({
	'comments.csv': comments,
	'participants-votes.csv': votesOf(people, turn),
	'summary.csv': summary
});
const asFiles = (files: Files) =>
	Object.entries(files).map(([name, text]) => ({ name, bytes: new Uint8Array(Buffer.from(text)) }));
const asArchive = (files: Files, folder = '') => [
	{
		name: 'gespraech.zip',
		bytes: zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [folder + name, strToU8(text)])))
	}
];

async function desk() {
	const testApp = await makeTestApp();
	const admin = testApp.as(await testApp.person('none', { roles: ['admin'] }));
	const upload = async (files: ReturnType<typeof asFiles>, said: Record<string, string> = {}) => {
		const form = ConversationForm.parse({ id: newId(), attribution: 'Stadt Neudorf, CC BY 4.0', ...said });
		await importJobs.uploadConversation(admin, form, files);
		return form.id;
	};
	const look = async (files: ReturnType<typeof asFiles>, said: Record<string, string> = {}) => {
		const id = await upload(files, said);
		await workOff(testApp);
		return importJobs.byId(admin, id);
	};
	const take = async (id: string) => {
		await importJobs.start(admin, id);
		await workOff(testApp);
		return importJobs.byId(admin, id);
	};
	return { testApp, admin, upload, look, take };
}

const rows = ({ app }: TestApp) =>
	app.reader.selectFrom('conversations').select(['number', 'title', 'url', 'language', 'importedAt']).execute();
const votes = async ({ app }: TestApp) =>
	(await app.reader.selectFrom('conversationPeople').select('votes').orderBy('originId').execute()).map(
		(row) => row.votes
	);
const files = async ({ app }: TestApp) => (await app.reader.selectFrom('importFiles').select('jobId').execute()).length;

describe('a conversation from Polis', () => {
	it.each([
		['as its files', asFiles(whole())],
		['as one archive', asArchive(whole())],
		['as an archive with a folder in it', asArchive({ ...whole(), 'liesmich.txt': 'x' }, 'r4abc/r4abc-')]
	])('%s is looked at without writing anything, taken over, and seen when it is whole', async (_, sent) => {
		const { testApp, look, take } = await desk();
		const job = await look(sent);
		expect(job).toMatchObject({ status: 'ready', preview: null });
		expect(job.conversation).toMatchObject({
			...{ title: 'Was tun?', url: 'https://polis.example/1', origin: 'Was tun?', known: false, refusedCount: 0 },
			...{ statements: { fresh: 6, known: 0 }, people: { fresh: 30, changed: 0, known: 0 } }
		});
		expect(await rows(testApp)).toEqual([]);
		const done = await take(job.id);
		expect(done).toMatchObject({ status: 'done', outcome: { taken: 6, conversation: { number: 1 } } });
		expect(await rows(testApp)).toEqual([
			{ number: 1, title: 'Was tun?', url: 'https://polis.example/1', language: 'de', importedAt: testApp.now }
		]);
		expect(await votes(testApp)).toHaveLength(30);
		expect(await files(testApp)).toBe(0);
	});

	it('is called as somebody says, in the language they say', async () => {
		const { testApp, look, take } = await desk();
		const said = { title: 'Stadtgespräch', url: 'https://neudorf.example', statementLanguage: 'en', origin: 'n1' };
		const job = await look(asFiles(whole()), said);
		expect(job).toMatchObject({ name: 'Stadtgespräch', conversation: { title: 'Stadtgespräch', origin: 'n1' } });
		await take(job.id);
		expect(await rows(testApp)).toMatchObject([{ title: 'Stadtgespräch', language: 'en' }]);
	});

	it('has its votes from votes.csv where there is no table, and says so; lines that are wrong are named', async () => {
		const { look } = await desk();
		const job = await look(asFiles({ 'comments.csv': `${comments}\n,1,Ohne`, 'votes.csv': single }));
		expect(job.conversation).toMatchObject({
			people: { fresh: 2 },
			refusedCount: 1,
			refused: [{ file: 'comments.csv', line: 8 }],
			notes: [expect.stringContaining('participants-votes.csv fehlt')]
		});
	});

	it('uploaded again brings what is new or different only, and can then not be taken back with this import', async () => {
		const { testApp, admin, look, take } = await desk();
		await take((await look(asFiles(whole()))).id);
		const before = await votes(testApp);
		const again = await look(asFiles(whole(31, 1)));
		expect(again.conversation).toMatchObject({
			known: true,
			statements: { fresh: 0, known: 6 },
			people: { fresh: 1, changed: 30, known: 0 }
		});
		expect(await votes(testApp)).toEqual(before);
		await take(again.id);
		expect(await votes(testApp)).toHaveLength(31);
		await expect(importJobs.takeBack(admin, again.id)).rejects.toMatchObject({ reason: 'importKnownBefore' });
	});

	it('is not taken back with the first import once something came to it later', async () => {
		const { testApp, admin, look, take } = await desk();
		const first = await look(asFiles(whole()));
		await take(first.id);
		testApp.at(later(testApp.now, 60_000));
		await take((await look(asFiles(whole(31)))).id);
		await expect(importJobs.takeBack(admin, first.id)).rejects.toMatchObject({ reason: 'importChangedSince' });
		expect(await votes(testApp)).toHaveLength(31);
	});

	it('that came with an import goes with it, whole', async () => {
		const { testApp, admin, look, take } = await desk();
		const { id } = await look(asFiles(whole()));
		await take(id);
		await importJobs.takeBack(admin, id);
		await importJobs.takeBack(admin, id);
		expect((await importJobs.byId(admin, id)).status).toBe('takenBack');
		expect(await rows(testApp)).toEqual([]);
		expect(await votes(testApp)).toEqual([]);
	});
});

describe('nothing of a conversation is there half', () => {
	it('when it is cancelled in the middle', async () => {
		const { testApp, admin, look } = await desk();
		const { id } = await look(asFiles(whole(900)));
		await importJobs.start(admin, id);
		const worker = importJobs.makeImportWorker();
		for (let step = 0; step < 3; step++) await worker.step(testApp.as(null));
		expect((await votes(testApp)).length).toBeGreaterThan(0);
		await importJobs.cancel(admin, id);
		while (await worker.step(testApp.as(null)));
		expect((await importJobs.byId(admin, id)).status).toBe('cancelled');
		expect([await rows(testApp), await votes(testApp), await files(testApp)]).toEqual([[], [], 0]);
	});

	it('when it was here before and is cancelled in the middle: it is as it was', async () => {
		const { testApp, admin, look, take } = await desk();
		await take((await look(asFiles(whole(900)))).id);
		const changed = () => testApp.app.reader.selectFrom('conversations').select('changedAt').execute();
		const before = [await votes(testApp), await changed()];
		testApp.at(later(testApp.now, 60_000));
		const { id } = await look(asFiles(whole(900, 1)));
		await importJobs.start(admin, id);
		const worker = importJobs.makeImportWorker();
		await worker.step(testApp.as(null));
		await importJobs.cancel(admin, id);
		while (await worker.step(testApp.as(null)));
		expect([await votes(testApp), await changed()]).toEqual(before);
	});

	it('when another upload of the same one is thrown away meanwhile', async () => {
		const { testApp, admin, look } = await desk();
		const [first, second] = [await look(asFiles(whole(900))), await look(asFiles(whole(900)))];
		await importJobs.start(admin, first.id);
		const worker = importJobs.makeImportWorker();
		for (let step = 0; step < 3; step++) await worker.step(testApp.as(null));
		await importJobs.cancel(admin, second.id);
		while (await worker.step(testApp.as(null)));
		expect((await importJobs.byId(admin, first.id)).status).toBe('done');
		expect(await votes(testApp)).toHaveLength(900);
	});

	it('when the process dies in the middle; afterwards it can be tried again', async () => {
		const { testApp, admin, look, take } = await desk();
		const { id } = await look(asFiles(whole(900)));
		await importJobs.start(admin, id);
		const dying = importJobs.makeImportWorker();
		for (let step = 0; step < 3; step++) await dying.step(testApp.as(null));
		testApp.at(later(testApp.now, 5 * 60_000));
		await workOff(testApp);
		const broken = await importJobs.byId(testApp.as(admin.person), id);
		expect(broken).toMatchObject({ status: 'failed', outcome: { failure: 'interrupted' } });
		expect([await rows(testApp), await votes(testApp)]).toEqual([[], []]);
		expect(await take(id)).toMatchObject({ status: 'done' });
		expect(await votes(testApp)).toHaveLength(900);
	});

	it.runIf(isSqlite)(
		'when the database is busy for long: it waits, and goes on',
		async () => {
			const { testApp, admin, look } = await desk();
			const { id } = await look(asFiles(whole(900)));
			await importJobs.start(admin, id);
			const worker = importJobs.makeImportWorker();
			await worker.step(testApp.as(null));
			const other = openApp(testApp.app.config, testApp.app.log);
			let free = (): void => undefined;
			const freed = new Promise<void>((resolve) => (free = resolve));
			let held = Promise.resolve();
			await new Promise<void>((begun) => {
				held = transaction({ ...testApp.as(null), app: other, db: other.reader }, () => (begun(), freed));
			});
			await expect(worker.step(testApp.as(null))).rejects.toThrow();
			free();
			await held;
			while (await worker.step(testApp.as(null)));
			expect((await importJobs.byId(admin, id)).status).toBe('done');
			await other.close();
		},
		30_000
	);

	it('when nobody goes on with it for a day', async () => {
		const { testApp, look } = await desk();
		await look(asFiles(whole()));
		testApp.at(later(testApp.now, 2 * DAY));
		await importJobs.dropLeft(testApp.as(null));
		expect([await rows(testApp), await files(testApp)]).toEqual([[], 0]);
	});
});

describe('files that are no export', () => {
	it.each([
		[
			'a picture',
			[{ name: 'comments.csv', bytes: new Uint8Array(Buffer.from('\x89PNG\r\n', 'latin1')) }],
			'comments.csv'
		],
		['a table of contributions', asFiles({ 'ideen.csv': 'id;titel;text' }), 'ideen.csv'],
		['an empty file', asFiles({ 'comments.csv': '' }), 'leer']
	])('are refused at once, with a sentence that names them: %s', async (_, sent, named) => {
		const { testApp, upload } = await desk();
		await expect(upload(sent)).rejects.toThrow(BadSheet);
		await expect(upload(sent)).rejects.toThrow(named);
		expect(await files(testApp)).toBe(0);
	});

	it.each([
		['without words', asFiles({ 'votes.csv': single }), 'comments.csv fehlt'],
		['without votes', asFiles({ 'comments.csv': comments }), 'participants-votes.csv oder votes.csv'],
		['an archive of something else', asArchive({ 'ideen.csv': 'id;titel' }), 'comments.csv fehlt'],
		['without a column', asFiles({ ...whole(), 'comments.csv': 'nummer,wort\n1,x' }), 'comments.csv']
	])('say what is missing, and nothing of them stays: %s', async (_, sent, sentence) => {
		const { testApp, look } = await desk();
		const job = await look(sent);
		expect(job).toMatchObject({ status: 'unreadable', outcome: { failure: expect.stringContaining(sentence) } });
		expect([await rows(testApp), await files(testApp)]).toEqual([[], 0]);
	});

	it('that keep their reader busy for ever are given up', async () => {
		const thread = new JobThread('tests/support/machine/endlessThread.ts', { job: 300 });
		await expect(readExportApart([], thread)).rejects.toMatchObject({ name: 'JobLost' });
	});

	it('are for admins only', async () => {
		const { testApp } = await desk();
		const form = ConversationForm.parse({ id: newId(), attribution: 'x' });
		const editor = testApp.as(await testApp.person('none', { roles: ['editor'] }));
		await expect(importJobs.uploadConversation(editor, form, asFiles(whole()))).rejects.toMatchObject({
			reason: 'roleMissing'
		});
	});
});

it.each([
	[{ attribution: ' ' }, 'missing'],
	[{ attribution: 'x', url: 'javascript:alert(1)' }, 'webAddressWrong'],
	[{ attribution: 'x', statementLanguage: 'Deutsch' }, 'languageCodeWrong']
])('what is typed beside the files is asked for: %j', (typed, message) => {
	const { error } = ConversationForm.safeParse({ id: newId(), ...typed });
	expect(error?.issues.map((issue) => issue.message)).toEqual([message]);
});
