import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as data from '#lib/data/data.server.ts';
import { readConfig } from '#lib/server/config.ts';
import { makeCtx } from '#lib/server/ctx.ts';
import { migrate } from '#lib/server/db/migrations/migrate.ts';
import { expectOwnSecret } from '#lib/server/db/migrations/installation.ts';
import { openLog } from '#lib/server/log.ts';
import { openApp } from '#lib/server/openApp.ts';
import { fillDemo } from '../../../src/commands/demo/demos.ts';
import { filesOf } from './edition.ts';

/** The files of the edition that the demonstration is shown with. */
export async function demoEdition(): Promise<Map<string, string>> {
	const folder = mkdtempSync(join(tmpdir(), 'teilhabe-demo-'));
	const environment = { DATABASE_URL: `file:${join(folder, 'demo.sqlite')}`, TEILHABE_DEMO: '1' };
	const app = openApp(readConfig(environment), openLog('error'));
	try {
		await migrate(app, 'migrations');
		await expectOwnSecret(app);
		await fillDemo(app, 'nrw-armut', join(folder, 'access.json'));
		const ctx = makeCtx(app, 'command');
		return (await filesOf(ctx)).set('datapackage.json', await data.description(ctx, null));
	} finally {
		await app.close();
		rmSync(folder, { recursive: true, force: true });
	}
}
