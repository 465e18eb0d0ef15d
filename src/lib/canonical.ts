import { sha256 } from './sha256.ts';

export function isRecord(value: unknown): value is Record<string, unknown> {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Not by locale: the same everywhere, for ever. */
export const byCodeUnits = (a: string, b: string) => (a < b ? -1 : 1);

function ordered(value: unknown): unknown {
	if (Array.isArray(value)) return value.map(ordered);
	if (!isRecord(value)) return value;
	const keys = Object.keys(value).sort(byCodeUnits);
	return Object.fromEntries(keys.map((key) => [key, ordered(value[key])]));
}

/** JSON that is the same text for the same value: no white space, keys of every object in the order of their code units. */
export function canonical(value: unknown): string {
	return JSON.stringify(ordered(value));
}

/** SHA-256 of the text, hexadecimal. */
export function digestOf(text: string): string {
	return sha256(text);
}
