import { spawn } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import * as consultations from '#lib/consultations/consultations.server.ts';
import { makeCtx } from '#lib/server/ctx.ts';
import { openLog } from '#lib/server/log.ts';
import { readConfig } from '#lib/server/config.ts';
import { migrate } from '#lib/server/db/migrate.ts';
import { expectOwnSecret } from '#lib/server/db/installation.ts';
import { openHouse } from '#lib/server/house.ts';
import { ensureBuilt } from './built.ts';
import { readAccess, showAccess } from './demo/access.ts';
import { fill } from './demo/fill.ts';
import { whenLeftBehind } from './left-behind.ts';

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
await migrate(house, 'migrations');
await expectOwnSecret(house);
const ACCESS = 'var/demo-access.json';
const isFilled = (await consultations.all(makeCtx(house, 'command'))).length > 0;
const known = isFilled ? readAccess(ACCESS) : null;
if (isFilled && !known) {
	console.error(`The demonstration's data is there, but ${ACCESS} is gone. Delete var/demo.sqlite* to start anew.`);
	process.exit(1);
}
if (!known) console.log('Filling the demonstration …');
const access = known ?? (await fill(house, ACCESS));
await house.close();

const server = spawn(process.execPath, ['src/commands/start.ts'], {
	stdio: ['ignore', 'inherit', 'inherit'],
	env: { ...environment, LOG_LEVEL: process.env.LOG_LEVEL ?? 'warn' }
});
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => server.kill('SIGTERM'));
whenLeftBehind(() => server.kill('SIGTERM'));
server.on('exit', (code) => process.exit(code ?? 0));
console.log(showAccess(access, config.origin));
