import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * In the folder for temporary files: what Node has compiled for one program serves all, which is half of what starting one costs. It is
 * written when a program ends by itself, not when it is killed.
 */
export const COMPILED = 'teilhabe-compiled';

/** All that a program started by a test finds in its environment, besides its own settings: nothing of the tester's. */
export const CHILD_ENVIRONMENT = {
	PATH: process.env.PATH ?? '',
	TMPDIR: tmpdir(),
	NODE_COMPILE_CACHE: join(tmpdir(), COMPILED)
};
