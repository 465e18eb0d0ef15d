import { mkdtempSync, chmodSync } from 'node:fs';
import { startPostgres } from '../support/postgres.ts';
import { restartPostgres } from './restarts.ts';
import { counted } from './voters.ts';
const folder = mkdtempSync('/tmp/faults-pg-');
chmodSync(folder, 0o755);
const pg = await startPostgres(folder, { durable: true });
try {
	const r = await restartPostgres(pg, Number(process.argv[2] ?? 3));
	console.log({ ...r, said: undefined }, counted(r.statuses));
	console.log(
		r.said
			.split('\n')
			.filter((l) => !l.includes('"method"') && !l.includes('"trouble"'))
			.slice(0, 40)
			.join('\n')
	);
	console.log(
		r.said
			.split('\n')
			.filter((l) => l.includes('"trouble"'))
			.slice(0, 10)
			.join('\n')
	);
} finally {
	await pg.stop();
}
process.exit(0);
