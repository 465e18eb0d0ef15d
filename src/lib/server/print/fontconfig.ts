import { resolve } from 'node:path';
import { isMainThread } from 'node:worker_threads';

const OWN = 'src/lib/server/print/fonts/fonts.conf';

/**
 * Typst adds whatever fonts the machine has to those it is given, so that the same paper differed from machine to machine.
 * It asks fontconfig's settings for them: with ours it finds our own. Only the main thread can change what native code
 * reads of the environment; threads have a copy.
 */
export function useOwnFonts(): void {
	if (isMainThread) process.env.FONTCONFIG_FILE = resolve(OWN);
}
