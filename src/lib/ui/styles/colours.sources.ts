import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { compile, compileString, Logger } from 'sass';
import { sha256 } from '../../sha256.ts';

/** What the generator and its test both need to know about the sheets involved. */
const here = fileURLToPath(new URL('.', import.meta.url));
const options = {
	loadPaths: [fileURLToPath(new URL('../../../../node_modules', import.meta.url))],
	logger: Logger.silent
};

export const coloursFile = `${here}colours.css`;

/** KERN's colour tokens as shipped: palette, light and dark theme, and the contextual names components use. */
export function kernColours(): string {
	const core = '@kern-ux/native/src/scss/core';
	return compileString(`@use '${core}/tokens'; @use '${core}/layers';`, options).css;
}

/** Our whole sheet, compiled. */
export function ourSheet(): string {
	return compile(`${here}app.scss`, options).css;
}

/** Colour tokens a sheet reads, sorted. */
export function tokensRead(css: string): string[] {
	return [...new Set([...css.matchAll(/var\(\s*(--kern-color-[\w-]+)/g)].map(([, token = '']) => token))].sort();
}

/** Colour tokens a sheet defines. */
export function tokensDefined(css: string): Set<string> {
	return new Set([...css.matchAll(/(--kern-color-[\w-]+)\s*:/g)].map(([, token = '']) => token));
}

/** Tokens that components read and KERN defines, but our resolved sheet does not know: they would be invisible. */
export function uncovered(read: string[], kern: string, resolved: string): string[] {
	const known = tokensDefined(kern);
	const covered = tokensDefined(resolved);
	return read.filter((token) => known.has(token) && !covered.has(token));
}

/** Changes when KERN changes a colour, so that the test can ask for a new run of the generator. */
export function fingerprint(kern: string): string {
	return sha256(kern).slice(0, 16);
}

export function readColours(): string {
	return readFileSync(coloursFile, 'utf8');
}
