/** Reading of JSON that anybody may have written: what is not there is null, and nothing throws. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [name: string]: Json };
export type JsonObject = { readonly [name: string]: Json };

export function isObject(value: Json | undefined): value is JsonObject {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export const list = (value: Json | undefined): readonly Json[] => (Array.isArray(value) ? value : []);
export const objects = (value: Json | undefined): JsonObject[] => list(value).filter(isObject);
export const object = (value: Json | undefined): JsonObject => (isObject(value) ? value : {});
export const text = (value: Json | undefined): string => (typeof value === 'string' ? value : '');
export const number = (value: Json | undefined): number | null => (typeof value === 'number' ? value : null);

export function parse(source: string): Json | undefined {
	try {
		const value: Json = JSON.parse(source);
		return value;
	} catch {
		return undefined;
	}
}

/** Canonical JSON: no white space, the keys of each object in the order of their code units. */
export function canonical(value: Json): string {
	if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
	if (!isObject(value)) return JSON.stringify(value);
	const entries = Object.keys(value)
		.sort()
		.map((key) => `${JSON.stringify(key)}:${canonical(value[key] ?? null)}`);
	return `{${entries.join(',')}}`;
}

/** SHA-256 in hexadecimal. */
export async function sha256(content: string | Uint8Array<ArrayBuffer>): Promise<string> {
	const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
	const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
	return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

const GERMAN_DAY = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Berlin', dateStyle: 'short' });

/** The day in Germany at a moment; empty: it is none. */
export function germanDay(instant: string): string {
	const at = Date.parse(instant);
	return Number.isNaN(at) ? '' : GERMAN_DAY.format(at);
}
