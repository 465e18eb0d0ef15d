import { isRecord } from './versionDigest.ts';

/** The first place where two values differ, e.g. `points[3].sources[0].note`, or null. */
function difference(one: unknown, other: unknown, path = ''): string | null {
	if (Array.isArray(one) && Array.isArray(other)) {
		return firstOf(Math.max(one.length, other.length), (i) => difference(one[i], other[i], `${path}[${i}]`));
	}
	if (isRecord(one) && isRecord(other)) {
		const keys = [...new Set([...Object.keys(one), ...Object.keys(other)])];
		return firstOf(keys.length, (i) => {
			const key = keys[i] ?? '';
			return difference(one[key], other[key], path === '' ? key : `${path}.${key}`);
		});
	}
	return Object.is(one, other) ? null : path;
}

/** The same of a sealed text and what the rows say now; what people read comes before the rows it lies in. */
export function tamperedWith(sealed: unknown, now: unknown): string | null {
	return difference(legible(sealed), legible(now)) ?? difference(sealed, now);
}

const legible = (value: unknown) => (isRecord(value) ? { ...value, rows: null } : value);

function firstOf(length: number, at: (index: number) => string | null): string | null {
	for (let index = 0; index < length; index++) {
		const found = at(index);
		if (found !== null) return found;
	}
	return null;
}
