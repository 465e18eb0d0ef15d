import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { migrationNames } from '#lib/server/db/migrations/migrate.ts';

/** As `sha256sum` writes it, of the migrations that installations have run. */
export const FROZEN = join('tests', 'data', 'migrations.sha256');

/** The digest of every migration up to this one, in their order. */
export function frozenList(folder: string, last: string): string {
	const released = migrationNames(folder).filter((name) => name <= last);
	const digest = (name: string) =>
		createHash('sha256')
			.update(readFileSync(join(folder, `${name}.ts`)))
			.digest('hex');
	return released.map((name) => `${digest(name)}  ${name}.ts\n`).join('');
}
