import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as corrections from '#lib/corrections/corrections.server.ts';
import * as factors from '#lib/people/signIn/factors.server.ts';
import * as staff from '#lib/people/staff/staff.server.ts';
import type { Role } from '#lib/people/person.ts';
import type { App } from '#lib/server/app.ts';
import { readConfig } from '#lib/server/config.ts';
import { makeCtx } from '#lib/server/ctx.ts';
import { openApp } from '#lib/server/openApp.ts';
import { isoDay } from '#lib/texts/dates.ts';
import { LEGAL_PLACES } from '#lib/texts/pages/places.ts';
import * as votes from '#lib/votes/votes.server.ts';
import { ensureBuilt } from '../src/commands/process/built.ts';
import { Browser } from './support/forms/formTown.ts';
import { htmlForms, type HtmlForm } from './support/forms/html-forms.ts';
import { SECRET } from './support/machine/secret.ts';
import { serve, type Served } from './support/machine/served.ts';

/**
 * Another process than the one that is shipped as the first: a town's youth strategy with two groups, from the first card
 * to the end, by forms alone, as browsers without script send them.
 */
const DAY = 24 * 60 * 60 * 1000;
const day = (days: number) => isoDay(new Date(Date.now() + days * DAY).toISOString());
/** Results are told where at least ten of each group have voted. */
const EACH = 12;

let folder: string;
let server: Served;
let app: App;

/** Somebody with a browser of her own. */
class Visitor {
	readonly #browser = new Browser(app, server, () => '');

	async open(personId: string): Promise<this> {
		await this.#browser.open(personId);
		return this;
	}

	async #ask(path: string, body?: URLSearchParams) {
		const told = await this.#browser.ask(path, body, { origin: server.origin });
		return { ...told, text: told.body.toString('utf8') };
	}

	async read(path: string): Promise<string> {
		const { status, text } = await this.#ask(path);
		expect(status, path).toBe(200);
		return text;
	}

	/** Fills in the form of a page that goes to this action (where there are several, the one that holds `among`), presses its button, and returns where that leads. */
	async send(
		path: string,
		action: string,
		typed: Record<string, string | string[]> = {},
		among: Record<string, string> = {}
	): Promise<string> {
		const isMeant = ({ action: to, fields }: HtmlForm) =>
			(action === '' ? to === '' : to.startsWith(action)) &&
			Object.entries(among).every(([name, value]) =>
				fields.some((field) => field.name === name && field.value === value)
			);
		const form = htmlForms(await this.read(path)).find(isMeant);
		if (!form) throw new Error(`${path} has no form for ${action}`);
		const body = new URLSearchParams();
		for (const { name, value } of form.fields) if (value !== null && !(name in typed)) body.append(name, value);
		for (const [name, value] of Object.entries(typed)) for (const one of [value].flat()) body.append(name, one);
		const target = form.action.startsWith('?') || form.action === '' ? path.split('?')[0] + form.action : form.action;
		const { status, headers, text } = await this.#ask(target, body);
		expect(
			status,
			`${target}: ${/role="alert"[\s\S]*?<\/div>\s*<\/div>/.exec(text)?.[0]?.replace(/<[^>]*>/g, ' ') ?? ''}`
		).toBeLessThan(400);
		return headers.location ?? text;
	}
}

const anybody = () => new Visitor();

async function member(name: string, roles: readonly Role[]): Promise<Visitor> {
	const command = makeCtx(app, 'command', null, new Date(Date.now() - DAY));
	const id = await staff.put(command, {
		email: `${name}@neudorf.example`,
		name,
		password: 'ein langes Passwort',
		roles
	});
	await factors.setUpDemoFactor(command, id);
	return anybody().open(id);
}

let admin: Visitor;
let secondAdmin: Visitor;
let moderator: Visitor;
let publishers: [Visitor, Visitor];
const codes: Record<'youth' | 'adults', string[]> = { youth: [], adults: [] };
const people: Record<'youth' | 'adults', Visitor[]> = { youth: [], adults: [] };

beforeAll(async () => {
	ensureBuilt();
	folder = mkdtempSync(join(tmpdir(), 'teilhabe-youth-'));
	const config = readConfig({ DATABASE_URL: `file:${join(folder, 'new.sqlite')}`, TEILHABE_SECRET: SECRET });
	server = await serve(config, { TEILHABE_KEYS: join(folder, 'keys') });
	app = openApp(config, pino({ level: 'silent' }));
	admin = await member('a', ['admin']);
	secondAdmin = await member('b', ['admin']);
	moderator = await member('m', ['moderator', 'editor']);
	publishers = [await member('p', ['publisher']), await member('q', ['publisher'])];
}, 300_000);

afterAll(async () => {
	await server?.stop();
	await app?.close();
	rmSync(folder, { recursive: true, force: true });
});

describe('a town’s youth strategy', () => {
	it('is set up with two groups, its own words and a time for everything', async () => {
		await admin.send('/werkstatt/profil/datei', '?/shipped', { profile: 'jugend-stadt' });
		await admin.send('/werkstatt/verfahren/neu', '', {
			...{ title: 'Strategie für Neudorf', fields: 'Treffpunkte\nWege', 'phase-1-title': 'Ideen und Check' },
			...{ 'phase-1-actions': ['propose', 'comment', 'vote'], 'phase-1-from': day(-1), 'phase-1-until': day(30) }
		});
		const places = LEGAL_PLACES.map((place) => [place, 'Marktplatz 1, Neudorf'] as const);
		await admin.send('/werkstatt/angaben', '?/save', Object.fromEntries(places));
		const start = await anybody().read('/');
		for (const said of ['Strategie für Neudorf', 'Treffpunkte', '/beitragen']) expect(start).toContain(said);
	}, 60_000);

	it('gives cards to both groups, and people come in with them', async () => {
		for (const group of ['youth', 'adults'] as const) {
			const order = {
				label: `Treff ${group}`,
				group,
				organisation: '',
				language: 'de',
				size: String(EACH),
				days: '100'
			};
			const sheet = await admin.send('/werkstatt/karten', '?/issue', order);
			codes[group] = [...new Set(sheet.match(/\b[A-Z0-9]{4}(?:-[A-Z0-9]{4}){3}\b/g))];
			expect(codes[group]).toHaveLength(EACH);
			for (const code of codes[group]) {
				const visitor = anybody();
				await visitor.send('/anmelden', '', { code });
				people[group].push(visitor);
			}
		}
	}, 60_000);

	it('is written to by both groups', async () => {
		const texts = [
			['youth', 'Ein Raum für uns', 'Wir brauchen einen Raum, der auch am Abend offen ist.'],
			['youth', 'Busse am Abend', 'Nach acht Uhr fährt kein Bus mehr. Wer kein Auto hat, bleibt zu Hause.'],
			['adults', 'Licht am Weg', 'Der Weg zum Jugendtreff ist dunkel. Eltern haben Angst um ihre Kinder.']
		] as const;
		for (const [at, [group, title, body]] of texts.entries()) {
			const number = at + 1;
			const field = at === 0 ? 'treffpunkte' : 'wege';
			const consents = ['publish', 'evaluate'];
			const author = people[group][at % 2] ?? anybody();
			const topic = await author.send('/beitragen', '?/next', { kind: 'proposal', body });
			const next = await author.send(topic, '', { field });
			const check = next.endsWith('/lesen') ? await author.send(next, '', { consents }) : next;
			await author.send(check.replace('/pruefen', '/titel'), '', { title });
			await author.send(check, '?/send');
			const waiting = /\/werkstatt\/eingang\/beitrag\/[0-9a-f-]{36}/.exec(
				await moderator.read('/werkstatt/eingang')
			)?.[0];
			await moderator.send(waiting ?? '', '?/decide', { deed: 'publish' });
			expect(await anybody().read(`/beitraege/${number}`)).toContain(title);
		}
		const who = await anybody().read('/beitraege');
		expect(who).toContain('Jugendliche');
		expect(who).not.toMatch(/Betroffene|Einrichtungen|Forschung/);
	}, 60_000);

	it('gets a first version: two points with what they come from, an answer for each, four eyes', async () => {
		await moderator.send('/werkstatt/entwurf', '?/start');
		const points = [
			['Räume, die offen sind', 'Die Stadt öffnet den Treff bis 22 Uhr.', 'treffpunkte', '1'],
			['Sicher nach Hause', 'Busse fahren bis 24 Uhr. Der Weg bekommt Licht.', 'wege', '2, 3']
		] as const;
		for (const [title, body, field, sources] of points)
			await moderator.send('/werkstatt/entwurf/punkte/neu', '?/add', { title, body, field, from: sources });
		for (const number of [1, 2, 3]) {
			const answer = {
				disposition: 'adopted',
				reason: 'Das steht so in der Strategie.',
				point: number === 1 ? '1' : '2'
			};
			await moderator.send(`/werkstatt/verbleib/${number}`, '?/save', answer);
		}
		for (const check of ['understood', 'easy'])
			await moderator.send(
				'/werkstatt/freigabe',
				'?/waive',
				{ [check]: 'Das holen wir mit der nächsten Fassung nach.' },
				{ check }
			);
		await publishers[0].send('/werkstatt/freigabe', '?/approve');
		await publishers[1].send('/werkstatt/freigabe', '?/publish');
		const version = await anybody().read('/fassungen/1');
		for (const [title] of points) expect(version).toContain(title);
		expect(await anybody().read('/beitraege/3')).toContain('Das steht so in der Strategie.');
	}, 60_000);

	it('is voted on by both groups, and says where they differ', async () => {
		for (const one of people.youth) await one.send('/punkte/1', '?/vote', { choice: 'agree' });
		for (const one of people.adults) await one.send('/punkte/1', '?/vote', { choice: 'disagree' });
		for (const one of [...people.youth, ...people.adults]) await one.send('/punkte/2', '?/vote', { choice: 'agree' });
		const phase = /\/werkstatt\/phasen\/[0-9a-f-]{36}/.exec(await admin.read('/werkstatt/phasen'))?.[0] ?? '';
		// Sooner than people were told: two have to agree.
		const change = await admin.send(phase, '?/dates', { from: day(-3), until: day(-1) });
		await publishers[0].send(change, '?/approve');
		await admin.send(change, '?/change');
		const point = await anybody().read('/punkte/1');
		expect(point).toContain('Jugendliche');
		expect(point).not.toMatch(/Betroffene|Einrichtungen|Forschung/);
		// What the worker does by itself within the hour, whenever it has done so last.
		const later = new Date(Date.now() + 2 * 3_600_000).toISOString();
		await votes.publishResults({ ...makeCtx(app, 'command'), now: later });
		const told = async () => (await anybody().read('/ergebnisse')).replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ');
		await expect.poll(told, { timeout: 20_000 }).toMatch(/Wo die Gruppen verschieden denken 1 /);
		expect(await told()).toMatch(/Was alle Gruppen teilen 1 /);
	}, 120_000);

	it('ends: two close it, nobody writes any more, everybody reads on, and what was published still verifies', async () => {
		await admin.send('/werkstatt/abschluss', '?/approve');
		await secondAdmin.send('/werkstatt/abschluss', '?/close');
		const start = await anybody().read('/');
		expect(start).toContain('beendet');
		await expect((people.youth[0] ?? anybody()).send('/beitragen', '?/next')).rejects.toThrow();
		expect(await anybody().read('/fassungen/1')).toContain('Räume, die offen sind');
		const said = await Promise.all(
			['/', '/beitraege', '/fassungen/1', '/ergebnisse', '/chronik', '/impressum'].map((path) => anybody().read(path))
		);
		expect((await corrections.verify(makeCtx(app, 'command'))).map(({ of, ok }) => [of, ok])).toEqual([
			['version', true]
		]);
		expect(said.join(' ')).not.toMatch(/Armut|Betroffene|Landtag|Ministerium|Jobcenter/);
	}, 60_000);
});
