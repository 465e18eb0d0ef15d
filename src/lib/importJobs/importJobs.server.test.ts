import { existsSync, readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import * as imports from '../import/import.server.ts';
import { planImport } from '../import/plan.ts';
import * as moderation from '../moderation/moderation.server.ts';
import { normalText } from '../normalText.ts';
import { ListQuery } from '../proposals/proposal.ts';
import * as proposals from '../proposals/proposals.server.ts';
import { transaction } from '../server/db/transaction.ts';
import { newId } from '../server/ids.ts';
import { DAY, later, MINUTE } from '../time.ts';
import { importFile, workOff } from '../../../tests/support/imported.ts';
import { makeTestApp, type TestApp } from '../../../tests/support/machine/testApp.ts';
import { Choices, ChoicesForm } from './importJob.ts';
import * as importJobs from './importJobs.server.ts';

const table = (count: number, more: (at: number) => string = (at) => `Titel ${at};Text ${at}`) =>
	['id;titel;text', ...Array.from({ length: count }, (_, at) => `A${at};${more(at)}`)].join('\n');

const kept = (testApp: TestApp) =>
	testApp.app.reader
		.selectFrom('proposals')
		.select(['number', 'originId', 'title', 'body', 'originUrl', 'originOn', 'authorName', 'authorGroup', 'kind'])
		.orderBy('number')
		.execute();

const listed = async (testApp: TestApp, q?: string) =>
	(await proposals.list(testApp.as(null), testApp.consultationId, ListQuery.parse(q ? { q } : {}))).proposals;

async function desk() {
	const testApp = await makeTestApp();
	const admin = testApp.as(await testApp.person('none', { roles: ['admin'] }));
	const upload = async (file: string | Uint8Array, name = 'ideen.csv') => {
		const id = newId();
		await importJobs.upload(admin, id, { name, bytes: typeof file === 'string' ? Buffer.from(file) : file });
		return id;
	};
	const job = (id: string) => importJobs.byId(admin, id);
	return { testApp, admin, upload, job };
}

const verbs = async (testApp: TestApp, id: string) =>
	(await testApp.app.reader.selectFrom('journal').select('verb').where('subjectId', '=', id).execute())
		.map(({ verb }) => verb)
		.sort();
const files = async (testApp: TestApp) =>
	(await testApp.app.reader.selectFrom('importFiles').select('jobId').execute()).map(({ jobId }) => jobId);

describe('an import', () => {
	it('is looked at, tried without writing anything, done, and everything is there at one moment', async () => {
		const { testApp, admin, upload, job } = await desk();
		const id = await upload(table(450));
		expect(await job(id)).toMatchObject({ status: 'reading', preview: null });
		await workOff(testApp);
		expect(await job(id)).toMatchObject({ status: 'ready', preview: { fresh: 450, known: 0, refusedCount: 0 } });
		expect(await kept(testApp)).toEqual([]);
		await importJobs.start(admin, id);
		const worker = importJobs.makeImportWorker();
		const seen: number[] = [];
		do seen.push((await listed(testApp)).length);
		while (await worker.step(testApp.as(null)));
		expect(new Set(seen)).toEqual(new Set([0, 20]));
		expect(await job(id)).toMatchObject({ status: 'done', outcome: { taken: 450, numbers: [1, 450] }, preview: null });
		expect((await kept(testApp)).map(({ number }) => number)).toEqual(Array.from({ length: 450 }, (_, at) => at + 1));
		expect(await files(testApp)).toEqual([]);
		expect(await listed(testApp, 'Text 317')).toHaveLength(1);
		expect(await verbs(testApp, id)).toEqual(['import.began', 'import.imported', 'import.uploaded']);
	});

	it('keeps day, author, platform, group, kind, field and link of each text', async () => {
		const { testApp, admin, upload, job } = await desk();
		const head = 'Nr;Titel;Text;Eingang;Pseudonym;Plattform;Gruppe;Art;Handlungsfeld;Link;Sprache';
		const id = await upload(
			`${head}\n7;Bänke;Zum Sitzen;03.05.2024 18:02;Weide 9;Adhocracy;Betroffene;Idee;Zugang zu Hilfen;https://a.example/7;tr`
		);
		await workOff(testApp);
		const { preview } = await job(id);
		expect(preview?.values).toEqual({ kind: ['Idee'], field: ['Zugang zu Hilfen'], group: ['Betroffene'] });
		const form = {
			'kindWord-0': 'Idee',
			'kindMeaning-0': 'example',
			'groupWord-0': 'Betroffene',
			'groupMeaning-0': 'affected'
		};
		await importJobs.choose(admin, id, ChoicesForm.parse(form));
		await workOff(testApp);
		await importJobs.start(admin, id);
		await workOff(testApp);
		const [made] = await listed(testApp);
		expect(made).toMatchObject({
			...{ title: 'Bänke', body: 'Zum Sitzen', originOn: '2024-05-03', kind: 'example', language: 'tr' },
			...{ authorName: 'Weide 9 (übernommen: Adhocracy)', authorGroup: 'affected', field: 'Zugang zu Hilfen' },
			...{ originUrl: 'https://a.example/7', publishedAt: testApp.now }
		});
	});

	it('to be screened lies with moderation, and nobody else sees it', async () => {
		const { testApp } = await desk();
		await importFile(testApp, table(3), { screened: true });
		expect(await listed(testApp)).toEqual([]);
		expect(await proposals.countWaiting(testApp.as(null))).toBe(3);
		const [first] = await proposals.waiting(testApp.as(null), 1);
		const moderator = testApp.as(await testApp.person('none', { roles: ['moderator'] }));
		const deed = { deed: 'publish', kind: 'proposal', subjectId: first?.id ?? '', id: newId() } as const;
		await moderation.decide(moderator, { ...deed, seen: 'waiting' });
		expect(await listed(testApp)).toHaveLength(1);
	});

	it('leaves out what is there by its id or its words, and says of each row why', async () => {
		const { testApp, upload, job } = await desk();
		await importFile(testApp, table(3), { origin: 'ideen' });
		const id = await upload(
			'id;titel;text\nA0;Titel 0;Text 0\nB1;TITEL 1;Text  1!\nB2;Neu;Ganz neu\nB3;Neu;ganz neu\n;Ohne;x\nB4;Anders;y',
			'ideen.csv'
		);
		await workOff(testApp);
		const { preview } = await job(id);
		expect(preview).toMatchObject({ fresh: 2, known: 1, repeated: 2, refusedCount: 1 });
		expect(preview?.refused).toEqual([
			{ line: 3, problem: 'there' },
			{ line: 5, problem: 'repeated' },
			{ line: 6, problem: 'idMissing' }
		]);
	});

	it('shows hints on personal data, rows as they will look, and values that mean something', async () => {
		const { testApp, upload, job } = await desk();
		const id = await upload('id;titel;text\n1;Miete;Rufen Sie mich an: 0171/1234567\n2;Bänke;x');
		await workOff(testApp);
		expect((await job(id)).preview).toMatchObject({
			hints: { count: 1, found: [{ line: 2, kind: 'phone', passage: '0171/1234567' }] },
			samples: [{ title: 'Bänke', authorName: 'Übernommen: ideen', field: 'Wohnen' }, { title: 'Miete' }]
		});
	});

	it('of which it was said wrongly how to read it says so, and shows the file all the same', async () => {
		const { testApp, admin, upload, job } = await desk();
		const id = await upload(table(3));
		await workOff(testApp);
		await importJobs.choose(admin, id, Choices.parse({ headerLine: 99 }));
		await workOff(testApp);
		const { preview } = await job(id);
		expect(preview).toMatchObject({
			problem: 'In Zeile 99 beginnt keine Zeile der Tabelle.',
			names: ['id', 'titel', 'text']
		});
		await expect(importJobs.start(admin, id)).rejects.toMatchObject({ reason: 'importUnread' });
	});
});

describe('an import that does not come to its end', () => {
	it('because the worker is killed half-way leaves nothing, says so, and can begin again', async () => {
		const { testApp, admin, upload, job } = await desk();
		const id = await upload(table(900));
		await workOff(testApp);
		await importJobs.start(admin, id);
		const killed = importJobs.makeImportWorker();
		for (let steps = 0; steps < 3; steps++) await killed.step(testApp.as(null));
		expect((await job(id)).through).toBe(400);
		await workOff(testApp);
		expect((await job(id)).status).toBe('running');
		testApp.at(later(testApp.now, 3 * MINUTE));
		await workOff(testApp);
		expect(await job(id)).toMatchObject({ status: 'failed', outcome: { failure: 'interrupted' } });
		expect(await kept(testApp)).toEqual([]);
		// The dead one was only slow: it writes nothing any more.
		await killed.step(testApp.as(null));
		expect(await kept(testApp)).toEqual([]);
		const late = { ...admin, now: testApp.now };
		await importJobs.choose(late, id, Choices.parse({}));
		await workOff(testApp);
		await importJobs.start(late, id);
		await workOff(testApp);
		expect(await kept(testApp)).toHaveLength(900);
	});

	it('because somebody cancels it leaves nothing, neither rows nor file', async () => {
		const { testApp, admin, upload, job } = await desk();
		const id = await upload(table(900));
		await workOff(testApp);
		await importJobs.start(admin, id);
		const worker = importJobs.makeImportWorker();
		for (let steps = 0; steps < 3; steps++) await worker.step(testApp.as(null));
		await importJobs.cancel(admin, id);
		await importJobs.cancel(admin, id);
		await workOff(testApp, worker);
		expect([await kept(testApp), await files(testApp)]).toEqual([[], []]);
		expect(await job(id)).toMatchObject({ status: 'cancelled', preview: null });
		expect(await verbs(testApp, id)).toEqual(['import.began', 'import.cancelled', 'import.uploaded']);
		await expect(importJobs.start(admin, id)).rejects.toMatchObject({ reason: 'importBegun' });
	});

	it('because its worker died while search was learning goes on where it was', async () => {
		const { testApp } = await desk();
		const to = { consultationId: testApp.consultationId, choices: Choices.parse({}) };
		await importJobs.enqueue(testApp.as(null), to, { name: 'a.csv', bytes: Buffer.from(table(500)) });
		const killed = importJobs.makeImportWorker();
		for (let steps = 0; steps < 6; steps++) await killed.step(testApp.as(null));
		expect(await listed(testApp)).toHaveLength(20);
		testApp.at(later(testApp.now, 3 * MINUTE));
		await workOff(testApp);
		expect(await listed(testApp, 'Text 499')).toHaveLength(1);
	});

	it('is forgotten after a day, with its file', async () => {
		const { testApp, upload, job } = await desk();
		const id = await upload(table(2));
		await workOff(testApp);
		await importJobs.dropLeft(testApp.as(null));
		expect((await job(id)).status).toBe('ready');
		testApp.at(later(testApp.now, DAY + MINUTE));
		await importJobs.dropLeft(testApp.as(null));
		expect(await job(id)).toMatchObject({ status: 'expired', preview: null });
		expect(await files(testApp)).toEqual([]);
	});
});

describe('two imports at once', () => {
	it('of the same file, by two workers, bring each contribution once', async () => {
		const { testApp } = await desk();
		const to = { consultationId: testApp.consultationId, choices: Choices.parse({ origin: 'ideen' }) };
		const file = { name: 'ideen.csv', bytes: Buffer.from(table(450)) };
		for (let times = 0; times < 2; times++) await importJobs.enqueue(testApp.as(null), to, file);
		await Promise.all([workOff(testApp), workOff(testApp)]);
		await workOff(testApp);
		const taken = await testApp.app.reader
			.selectFrom('importJobs')
			.select(['status', 'total'])
			.orderBy('total')
			.execute();
		expect(taken).toEqual([
			{ status: 'done', total: 0 },
			{ status: 'done', total: 450 }
		]);
		expect(await kept(testApp)).toHaveLength(450);
	});

	it('of two cities whose files have the same name and ids are all there, and each is known again', async () => {
		const { testApp } = await desk();
		const other = table(4, (at) => `Stadt B ${at};Anders ${at}`);
		for (const file of [table(3), other, table(5), other]) {
			const to = { consultationId: testApp.consultationId, choices: Choices.parse({}) };
			await importJobs.enqueue(testApp.as(null), to, { name: 'proposals.csv', bytes: Buffer.from(file) });
			await workOff(testApp);
		}
		const jobs = await testApp.app.reader.selectFrom('importJobs').select(['origin', 'total']).orderBy('id').execute();
		expect(jobs).toEqual([
			{ origin: 'proposals', total: 3 },
			{ origin: 'proposals (2)', total: 4 },
			{ origin: 'proposals', total: 2 },
			{ origin: 'proposals (2)', total: 0 }
		]);
	});
});

describe('taking an import back', () => {
	it('takes all of it away at one moment, forgets the words, and the file can come in again', async () => {
		const { testApp, admin, job } = await desk();
		const id = await importFile(testApp, table(450), { origin: 'ideen' });
		await importJobs.takeBack(admin, id);
		expect(await listed(testApp)).toEqual([]);
		await importJobs.takeBack(admin, id);
		await workOff(testApp);
		expect((await job(id)).status).toBe('takenBack');
		expect((await kept(testApp)).every(({ title, body, originId }) => title + body + (originId ?? '') === '')).toBe(
			true
		);
		const words = await testApp.app.reader.selectFrom('proposalTexts').select('rowid').execute();
		expect(words).toEqual([]);
		expect(await verbs(testApp, id)).toEqual(['import.began', 'import.imported', 'import.retracted']);
		await importFile(testApp, table(450), { origin: 'ideen' });
		expect(await listed(testApp, 'Text 449')).toMatchObject([{ number: 900 }]);
	});

	it.each([
		['supported', (testApp: TestApp) => support(testApp)],
		['commented', (testApp: TestApp) => comment(testApp)]
	])('is refused once one of them is %s, and names it', async (_, build) => {
		const { testApp, admin, job } = await desk();
		const id = await importFile(testApp, table(30));
		await build(testApp);
		const facts = { count: '1', numbers: '17' };
		await expect(importJobs.takeBack(admin, id)).rejects.toMatchObject({ reason: 'importBuiltOn', facts });
		expect((await job(id)).status).toBe('done');
		expect(await listed(testApp)).toHaveLength(20);
	});

	it('forgets what stood in the file where it was HTML', async () => {
		const { testApp, admin } = await desk();
		const id = await importFile(testApp, 'id;titel;text\n1;Eins;<p>Frau <b>Meier</b></p>\n2;Zwei;<p>Zwei</p>');
		const ids = (await testApp.app.reader.selectFrom('proposals').select('id').orderBy('number').execute()).map(
			(one) => one.id
		);
		const asked = (place: number) => proposals.importedOriginal(testApp.as(null), ids[place] ?? '');
		expect(await asked(0)).toEqual({ title: 'Eins', body: '<p>Frau <b>Meier</b></p>' });
		const blackened = { deed: 'redact', title: 'Eins', body: 'Frau [geschwärzt]', evidence: null } as const;
		await transaction(testApp.as(null), (ctx) => proposals.screened(ctx, ids[0] ?? '', blackened));
		expect(await asked(0)).toBeNull();
		await importJobs.takeBack(admin, id);
		await workOff(testApp);
		expect(await asked(1)).toBeNull();
	});
});

const support = async (testApp: TestApp) => proposals.support(testApp.as(await testApp.person()), 17, true);
async function comment(testApp: TestApp): Promise<void> {
	const proposal = await proposals.byNumber(testApp.as(null), 17);
	// What moderation does when a comment becomes public.
	await transaction(testApp.as(null), (ctx) => proposals.countComment(ctx, proposal.id, 1));
}

describe('the list', () => {
	it('has every import once, also those of the same moment', async () => {
		const { admin, upload } = await desk();
		const made: string[] = [];
		for (let count = 0; count < 65; count++) made.push(await upload('id;titel;text'));
		const seen: string[] = [];
		for (let next: string | null = null, pages = 0; pages < 3; pages++) {
			const page: Awaited<ReturnType<typeof importJobs.list>> = await importJobs.list(admin, next);
			seen.push(...page.jobs.map(({ id }) => id));
			next = page.next;
		}
		expect(seen.toSorted()).toEqual(made.toSorted());
	});
});

describe('who may', () => {
	it.each(['helper', 'moderator', 'editor', 'publisher'] as const)('is not somebody with the role %s', async (role) => {
		const { testApp, upload } = await desk();
		const id = await upload(table(1));
		const ctx = testApp.as(await testApp.person('none', { roles: [role] }));
		for (const ask of [
			() => importJobs.upload(ctx, newId(), { name: 'a.csv', bytes: Buffer.from('a') }),
			() => importJobs.byId(ctx, id),
			() => importJobs.start(ctx, id),
			() => importJobs.cancel(ctx, id),
			() => importJobs.takeBack(ctx, id),
			() => importJobs.choose(ctx, id, Choices.parse({})),
			() => importJobs.list(ctx, null)
		])
			await expect(ask()).rejects.toMatchObject({ reason: 'roleMissing' });
	});
});

const ordered = (row: Readonly<Record<string, unknown>>) => JSON.stringify(Object.entries(row).sort());
const REAL = '../shared/data/contributions';

// Real contributions of residents, not part of the project: without them there is nothing to try.
describe.skipIf(!existsSync(REAL))('real contributions (skipped where ../shared/data is absent)', () => {
	it.each([
		['moers', 459],
		['krefeld', 337]
	])('of %s come in whole and unchanged: %i', async (name, count) => {
		const { testApp } = await desk();
		const bytes = readFileSync(`${REAL}/${name}.csv`);
		const plan = planImport(bytes, { ...Choices.parse({}), firstLanguage: 'de' });
		expect(plan.refused).toEqual([]);
		await importFile(testApp, bytes, { origin: name, repeats: 'take' });
		expect(await imports.news(testApp.as(null), name, plan.rows)).toEqual([]);
		const Original = z.array(z.record(z.string(), z.string()));
		const asForms = (text = '') => normalText(text).trim();
		const originals = Original.parse(parse(bytes, { columns: true })).map(({ title, text, ...rest }) => ({
			...rest,
			title: asForms(title).replace(/\s+/g, ' '),
			text: asForms(text)
		}));
		const taken = (await kept(testApp)).map(({ originId, title, body, originUrl }) => ({
			...{ id: originId, url: originUrl, title, text: body }
		}));
		expect(taken).toHaveLength(count);
		expect(new Set(taken.map(ordered))).toEqual(new Set(originals.map(ordered)));
	});
});
