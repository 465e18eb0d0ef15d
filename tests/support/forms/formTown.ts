import { copyFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { hash } from '#lib/server/auth/luciaAdapter.server.ts';
import * as sessions from '#lib/server/auth/sessions.server.ts';
import { readConfig } from '#lib/server/config.ts';
import { makeCtx } from '#lib/server/ctx.ts';
import { transaction } from '#lib/server/db/transaction.ts';
import type { App } from '#lib/server/app.ts';
import { openApp } from '#lib/server/openApp.ts';
import { ensureBuilt } from '../../../src/commands/process/built.ts';
import type { Who } from '../../journeys/support/people.ts';
import { fileOf, seed } from '../../journeys/support/seed.ts';
import { SECRET } from '../machine/secret.ts';
import type { Town } from '../../journeys/support/server.ts';
import { serve, type Served, type Told } from '../machine/served.ts';

/** The built application over a seeded town, for tests that send forms as browsers do. */
export interface FormTown {
	app: App;
	server: Served;
	/** As journeys know it. */
	testApp: Town;
	/** Somebody else does something meanwhile. */
	change(work: (db: App['reader']) => Promise<unknown>): Promise<void>;
	browser(): Browser;
	close(): Promise<void>;
}

export async function openFormTown(): Promise<FormTown> {
	ensureBuilt();
	const folder = mkdtempSync(join(tmpdir(), 'teilhabe-forms-'));
	await seed(folder);
	copyFileSync(fileOf(folder, 'workshop'), join(folder, 'forms.sqlite'));
	const env = { DATABASE_URL: `file:${join(folder, 'forms.sqlite')}`, TEILHABE_SECRET: SECRET };
	const config = readConfig({ ...env, ORIGIN: 'http://localhost' });
	const app = openApp(config, pino({ level: 'silent' }));
	const server = await serve(config, { LOG_LEVEL: 'info', TEILHABE_KEYS: join(folder, 'ballot-keys') });
	const facts = JSON.parse(readFileSync(join(folder, 'facts.json'), 'utf8'));
	const rows = await app.reader.selectFrom('sessions').select(['id', 'personId']).execute();
	const persons: ReadonlyMap<string, string> = new Map(rows.map(({ id, personId }) => [id, personId]));
	const testApp: Town = {
		facts,
		cast: facts.cast,
		origin: server.origin,
		command: () => '',
		type: () => ({ code: 0, said: '' }),
		close: async () => undefined
	};
	return {
		...{ app, server, testApp },
		change: (work) => transaction(makeCtx(app, 'test'), async ({ db }) => void (await work(db))),
		browser: () => new Browser(app, server, (who) => persons.get(hash(testApp.cast[who].cookie.value)) ?? ''),
		async close() {
			await server.stop();
			await app.close();
			rmSync(folder, { recursive: true, force: true });
		}
	};
}

/** Somebody's browser: it keeps its cookies. */
export class Browser {
	readonly #cookies = new Map<string, string>();
	readonly #app: App;
	readonly #server: Served;
	readonly #personOf: (who: Who) => string;

	constructor(app: App, server: Served, personOf: (who: Who) => string) {
		[this.#app, this.#server, this.#personOf] = [app, server, personOf];
	}

	async ask(path: string, form?: URLSearchParams, more: Record<string, string> = {}): Promise<Told> {
		const cookie = [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ');
		const headers = { cookie, 'content-type': 'application/x-www-form-urlencoded', ...more };
		const told = await this.#server.ask(path, { headers, ...(form ? { method: 'POST', body: form.toString() } : {}) });
		for (const one of told.headers['set-cookie'] ?? []) {
			const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(one) ?? [];
			this.#cookies.set(name, value);
		}
		return told;
	}

	/** In this person's session, without the page for it. */
	async open(personId: string): Promise<void> {
		const { name, value } = await sessions.open(this.#app, personId);
		this.#cookies.set(name, value);
	}

	/** Returns who that is. */
	async signIn(who: Who): Promise<string> {
		const personId = this.#personOf(who);
		await this.open(personId);
		return personId;
	}
}
