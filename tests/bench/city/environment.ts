import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { SECRET } from '../../support/machine/secret.ts';

/** The configuration with which a generated database is opened: they all have the same phases, and each phase one key. */
export function environment(url: string) {
	const keys = join(tmpdir(), 'teilhabe-bench', `${basename(new URL(url).pathname)}.keys`);
	return { DATABASE_URL: url, TEILHABE_KEYS: keys, TEILHABE_SECRET: SECRET };
}
