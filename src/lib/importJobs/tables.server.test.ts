import { describe, expect, it } from 'vitest';
import { newId } from '../server/ids.ts';
import { importFile, workOff } from '../../../tests/support/imported.ts';
import { makeTestApp } from '../../../tests/support/machine/testApp.ts';
import { openDocument } from '../../../tests/support/files/openDocument.ts';
import { workbook } from '../../../tests/support/files/workbook.ts';
import * as importJobs from './importJobs.server.ts';

const umlauts = 'id;titel;text\n1;Müll für Öfen;Größe und Übermaß, Straße „hier“';
const quoted = 'id;titel;text\n1;"Kita" zuerst;x\n2;Zwei;b\n3;Drei;"offen\n4;Vier;d\n5;Fünf;e';

/** Real kinds of tables, none changed by hand: what the browser makes of them with nothing chosen. */
const KINDS: readonly [string, string | Uint8Array, { title: string }[]][] = [
	['a column without numbers', 'Betreff;Stellungnahme\nEins;Erster', [{ title: 'Eins' }]],
	['no headings', 'Nr;Stellungnahme\n1;Mehr Bänke im Park', [{ title: 'Mehr Bänke im Park' }]],
	['one column alone', 'Stellungnahme\nMehr Bänke im Park', [{ title: 'Mehr Bänke im Park' }]],
	['rows above', 'Auswertung;;\nStand: heute;;\n;;\nNr;Titel;Beitrag\n1;Eins;Erster', [{ title: 'Eins' }]],
	['stars and hints', 'Nr.;Titel\u00a0*;Beschreibung (max. 500 Zeichen)\n1;Eins;Erster', [{ title: 'Eins' }]],
	['pipes', 'id|titel|text\n1|Eins|Erster, mit Komma', [{ title: 'Eins' }]],
	['decomposed letters', 'Nr;Überschrift;Beitrag\n1;Müll;x'.normalize('NFD'), [{ title: 'Müll' }]],
	['lines that end in CR alone', 'id;titel;text\r1;Eins;a\r2;Zwei;b', [{ title: 'Eins' }, { title: 'Zwei' }]],
	['HTML', 'id;titel;text\n1;"Miete &amp; Heizung";<p>a</p>', [{ title: 'Miete & Heizung' }]],
	['UTF-16 without a mark', Buffer.from(umlauts, 'utf16le'), [{ title: 'Müll für Öfen' }]],
	['an old Windows', Buffer.from('id;titel;text\n1;Müll für Öfen;Straße', 'latin1'), [{ title: 'Müll für Öfen' }]],
	['wrong quotation marks', quoted, ['Zwei', 'Vier', 'Fünf'].map((title) => ({ title }))],
	[
		'Decidim',
		'id;title/fr;body/fr;state;url\n7;Plus de bancs;Il faut.;;https://a.example/7',
		[{ title: 'Plus de bancs' }]
	],
	['Qualtrics', qualtrics(), [{ title: 'Mehr Busse am Abend, bitte.' }]],
	['words nobody knows', 'A1;B2;C3\nx;Mehr Bänke im ganzen Park;y', [{ title: 'Mehr Bänke im ganzen Park' }]],
	[
		'Excel',
		workbook([['Titel oben'], [], ['Lfd. Nr.', 'Anliegen'], ['1', 'Mehr Bänke im Park']]),
		[{ title: 'Mehr Bänke im Park' }]
	],
	[
		'LibreOffice',
		openDocument([['Titel oben'], [], ['Lfd. Nr.', 'Anliegen'], ['1', 'Mehr Bänke im Park'], ['2', 'Mehr Müll-Eimer']]),
		[{ title: 'Mehr Bänke im Park' }, { title: 'Mehr Müll-Eimer' }]
	]
];

function qualtrics(): string {
	const ids = ['StartDate', 'Status', 'ResponseId', 'RecordedDate', 'UserLanguage', 'Q1'];
	const questions = [
		'Start Date',
		'Response Type',
		'Response ID',
		'Recorded Date',
		'User Language',
		'Was fehlt Ihnen?'
	];
	const imported = ids.map((id) => `"{""ImportId"":""${id}""}"`);
	const rows = [
		['2024-05-03 10:00:00', 'Survey Preview', 'R_0', '2024-05-03 10:01:00', 'DE', 'Nur ein Test, bitte.'],
		['2024-05-03 11:00:00', 'IP Address', 'R_1', '2024-05-03 11:01:00', 'DE', '"Mehr Busse am Abend, bitte."']
	];
	return [ids, questions, imported, ...rows].map((cells) => cells.join(',')).join('\n');
}

const titles = async (testApp: Awaited<ReturnType<typeof makeTestApp>>) =>
	testApp.app.reader.selectFrom('proposals').select('title').orderBy('number').execute();

describe('real kinds of tables come in without being changed by hand', () => {
	it.each(KINDS)(
		'%s: looked at in the browser, and taken by the same verbs as a command',
		async (_, file, expected) => {
			const testApp = await makeTestApp();
			const admin = testApp.as(await testApp.person('none', { roles: ['admin'] }));
			const id = newId();
			await importJobs.upload(admin, id, { name: 'tabelle.csv', bytes: Buffer.from(file) });
			await workOff(testApp);
			expect((await importJobs.byId(admin, id)).status).toBe('ready');
			expect((await importJobs.byId(admin, id)).preview).toMatchObject({ fresh: expected.length, problem: null });
			await importJobs.start(admin, id);
			await workOff(testApp);
			expect(await titles(testApp)).toEqual(expected);
			const other = await makeTestApp();
			await importFile(other, Buffer.from(file));
			expect(await titles(other)).toEqual(expected);
		}
	);
});

describe('what is no table is refused with the sentence that helps', () => {
	it.each([
		['nothing', '', 'leer'],
		['a PDF that is called a table', '%PDF-1.7', 'PDF'],
		[
			'a workbook with a password',
			Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0]), Buffer.from('EncryptedPackage', 'utf16le')]),
			'Passwort'
		],
		['a picture', Buffer.from('\x89PNG\r\n', 'latin1'), 'Bild'],
		['sound', Buffer.from(Array.from({ length: 400 }, (_, at) => (at * 7) % 31)), 'keine Tabelle']
	])('%s', async (_, file, words) => {
		const testApp = await makeTestApp();
		const admin = testApp.as(await testApp.person('none', { roles: ['admin'] }));
		const upload = importJobs.upload(admin, newId(), { name: 'tabelle.xlsx', bytes: Buffer.from(file) });
		await expect(upload).rejects.toThrow(words);
		expect(await testApp.app.reader.selectFrom('importFiles').selectAll().execute()).toEqual([]);
	});

	it('a damaged workbook is told by the worker, and its file is not kept', async () => {
		const testApp = await makeTestApp();
		const admin = testApp.as(await testApp.person('none', { roles: ['admin'] }));
		const whole = workbook([
			['id', 'titel'],
			['1', 'Eins']
		]);
		const id = newId();
		await importJobs.upload(admin, id, { name: 'a.xlsx', bytes: whole.slice(0, whole.length - 30) });
		await workOff(testApp);
		expect(await importJobs.byId(admin, id)).toMatchObject({
			status: 'unreadable',
			outcome: { failure: expect.stringContaining('beschädigt') }
		});
		expect(await testApp.app.reader.selectFrom('importFiles').selectAll().execute()).toEqual([]);
	});
});
