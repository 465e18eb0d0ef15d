import { readdirSync } from 'node:fs';
import { expect, it } from 'vitest';
import { isOpen } from './cors.ts';

/** Every file, feed and interface there is, as an address. */
const endpoints = readdirSync('src/routes', { recursive: true, encoding: 'utf8' })
	.filter((path) => path.endsWith('+server.ts'))
	.map((path) => {
		const plain = path.replace(/\/?\+server\.ts$/, '').replace('[file]', 'fassung.csv');
		const segments = plain.split('/').filter((one) => !one.startsWith('('));
		return { path, address: `/${segments.join('/').replace(/\[[^\]]+\]/g, '1')}` };
	});

/** Pages and redirects to pages: no files. */
const NO_FILES = [
	'/daten/pruefen.html',
	'/verfahren',
	'/fassungen',
	'/punkte',
	'/kalender',
	'/healthz',
	'/readyz',
	'/schnell-weg',
	// A feed of one's own: its address is a secret.
	'/nachrichten/1/neues.atom'
];

it('other websites may read every public file, feed and interface, and nothing behind sign-in', () => {
	const told = endpoints.filter(({ address }) => !NO_FILES.includes(address));
	expect(told.length).toBeGreaterThan(15);
	for (const { path, address } of told) {
		const open = path.startsWith('(public)/') || path.startsWith('api/');
		expect(isOpen(address), `${path} as ${address}`).toBe(open);
	}
});

it('nothing behind sign-in is open because of how its address ends', () => {
	const own = ['werkstatt', ...readdirSync('src/routes/(account)')].filter((name) => !/[.+]/.test(name));
	expect(own.length).toBeGreaterThan(15);
	// Withdrawing one's own contribution stands beside the public ones.
	const opened = own.filter((name) => name !== 'beitraege' && isOpen(`/${name}/1/datei.pdf`));
	expect(opened).toEqual([]);
});

it.each([
	'/',
	'/beitraege',
	'/meine',
	'/meine-daten/meine-daten.json',
	'/werkstatt/erfassen/papier-bogen.pdf',
	'/werkstatt/erfassen/bewertungs-bogen.pdf',
	'/nachrichten/geheim/neues.atom',
	'/werkstatt/erfassen/vorrang-bogen.pdf',
	'/apis',
	'/beitraege/',
	'/meine-daten/meine-daten.json/'
])('%s is for nobody else', (path) => expect(isOpen(path)).toBe(false));
it.each([
	'/api/v1',
	'/api/v1/beitraege',
	'/api/nichts',
	'/daten/1/beitraege.csv',
	'/daten/9/nichts.json',
	'/profil/logo.svg',
	'/profil/teilen.png',
	'/treffen/termin/x/termin.ics',
	'/chronik.atom',
	'/chronik.atom/',
	'/daten/1/beitraege.csv//',
	'/api/v1/beitraege/'
])('%s is for everybody, also when it goes wrong', (path) => expect(isOpen(path)).toBe(true));
