import { spawn } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { openLog } from '#lib/server/log.ts';
import { readConfig } from '#lib/server/config.ts';
import { migrate } from '#lib/server/db/migrate.ts';
import { openHouse } from '#lib/server/house.ts';
import { ensureBuilt } from './built.ts';
import { readAccess, showAccess } from './demo/access.ts';
import { fill } from './demo/fill.ts';

/** `npm run demo`: builds, migrates, fills an empty database with the demo process once, and serves it. */
const environment = {
	...process.env,
	DATABASE_URL: process.env.DATABASE_URL ?? 'file:var/demo.sqlite',
	TEILHABE_DEMO: '1'
};
mkdirSync('var', { recursive: true });
const config = readConfig(environment);
console.log('Building …');
ensureBuilt();
const house = openHouse(config, openLog('warn'));
await migrate(house.writer, 'migrations');
const access = readAccess('var/demo-access.json') ?? (await fill(house, 'var/demo-access.json'));
await house.close();

const server = spawn(process.execPath, ['src/commands/start.ts'], {
	stdio: ['ignore', 'inherit', 'inherit'],
	env: { ...environment, LOG_LEVEL: process.env.LOG_LEVEL ?? 'warn' }
});
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => server.kill('SIGTERM'));
server.on('exit', (code) => process.exit(code ?? 0));
console.log(showAccess(access, config.origin));
