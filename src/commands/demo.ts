import { parseArgs } from 'node:util';
import { spawn } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import * as consultations from '#lib/consultations/consultations.server.ts';
import { makeCtx } from '#lib/server/ctx.ts';
import { openLog } from '#lib/server/log.ts';
import { readConfig, type Config } from '#lib/server/config.ts';
import { migrate } from '#lib/server/db/migrations/migrate.ts';
import { expectOwnSecret } from '#lib/server/db/migrations/installation.ts';
import { openApp } from '#lib/server/openApp.ts';
import { ensureBuilt } from './process/built.ts';
import { readAccess, showAccess, type Access } from './demo/access.ts';
import { DEMOS, fillDemo } from './demo/demos.ts';
import { exitWithParent } from './process/exitWithParent.ts';
import { OperatorError, reportOperatorError } from './process/reportOperatorError.ts';

const USAGE = `npm run demo
npm run demo -- --profile ${Object.keys(DEMOS).join(' | ')}`;

/** Which process is shown, and where its data is unless DATABASE_URL says so: each has a database of its own. */
function asked(): { name: string; file: string } {
	const { values } = parseArgs({ options: { profile: { type: 'string', default: 'nrw-armut' } }, strict: false });
	const name = String(values.profile);
	if (!Object.hasOwn(DEMOS, name)) throw new OperatorError(`There is no demonstration "${name}".\n\n${USAGE}`);
	return { name, file: name === 'nrw-armut' ? 'var/demo.sqlite' : `var/demo-${name}/demo.sqlite` };
}

/** `npm run demo`: builds, migrates, fills an empty database with the process of a profile once, and serves it. */
await reportOperatorError(async () => {
	const { name, file } = asked();
	const environment = {
		...process.env,
		DATABASE_URL: process.env.DATABASE_URL ?? `file:${file}`,
		TEILHABE_DEMO: '1'
	};
	const config = readConfig(environment);
	mkdirSync(dirname(file), { recursive: true });
	console.log('Building …');
	ensureBuilt();
	const access = await filled(config, environment.DATABASE_URL, name);
	const server = spawn(process.execPath, ['src/commands/start.ts'], {
		stdio: ['ignore', 'inherit', 'inherit'],
		env: { ...environment, LOG_LEVEL: process.env.LOG_LEVEL ?? 'warn' }
	});
	for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => server.kill('SIGTERM'));
	exitWithParent(() => server.kill('SIGTERM'));
	server.on('exit', (code) => process.exit(code ?? 0));
	console.log(showAccess(access, config.origin, environment.DATABASE_URL));
});

/** Each database has codes of its own: they are written down beside it. */
async function filled(config: Config, url: string, name: string): Promise<Access> {
	const folder = config.database.kind === 'sqlite' ? dirname(config.database.file) : 'var';
	const file = join(folder, 'demo-access.json');
	const app = openApp(config, openLog('warn'));
	try {
		await migrate(app, 'migrations');
		await expectOwnSecret(app);
		const isFilled = (await consultations.all(makeCtx(app, 'command'))).length > 0;
		const known = isFilled ? readAccess(file) : null;
		if (known) return known;
		if (isFilled) {
			throw new OperatorError(
				`The demonstration's data is there, but ${file} is gone. Delete what is in ${url} to start anew.`
			);
		}
		console.log('Filling the demonstration …');
		return await fillDemo(app, name, file);
	} finally {
		await app.close();
	}
}
