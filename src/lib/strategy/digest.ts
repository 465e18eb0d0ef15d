import { createHash } from 'node:crypto';

/**
 * Shape 2 may say more of a point than shape 1: what is optional below, and only where there is something to say. A
 * version keeps the shape it was sealed with, so that its digest stays true.
 */
export const SHAPES = [1, 2] as const;
export type Shape = (typeof SHAPES)[number];
export const SHAPE_NOW: Shape = 2;

/**
 * What a version freezes. Its digest is the SHA-256 (hexadecimal) of this as canonical JSON: UTF-8, no white space,
 * keys of every object in the order of their code units, numbers whole, strings escaped as `JSON.stringify` does
 * (the subset of RFC 8785 that these values need). Points stand in the order of the document, sources in the order of
 * the contributions' numbers, drops in the order of the points' numbers. `previous` is the digest of the version
 * before, so that a change in any version shows in every later one. Whoever downloads the text can recompute it:
 * `sha256sum fassung-1.json`.
 */
export interface FrozenVersion {
	shape: Shape;
	consultation: string;
	number: number;
	kind: string;
	title: string;
	preamble: string;
	publishedAt: string;
	points: FrozenPoint[];
	/** `into`: numbers of the points that took it in. */
	drops: { point: number; reason: string; into?: number[] }[];
	/** `VersionNumbers`, as they were on the day of publication. */
	numbers: unknown;
	/** The version in short, in easy words. */
	easy?: string;
	/** `Waived` and `Understood` (understood.ts), where there is something to say. */
	waived?: unknown;
	understood?: unknown;
	previous: string | null;
}

export interface FrozenPoint {
	number: number;
	position: number;
	field: string;
	title: string;
	body: string;
	note: string | null;
	sources: { proposal: number; relation: string; note: string | null }[];
	/** Amendments taken over, in the order of their numbers. */
	amendments?: { amendment: number; outcome: string }[];
	measures?: { text: string; responsible: string; competence: string }[];
	/** Points it came out of (split) or took in (merge), in the order of their numbers. */
	from?: { point: number; kind: string }[];
	/** Why it changed. */
	why?: string;
}

function isRecord(value: unknown): value is Record<string, unknown> {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Sorted by code units, not by locale: the same everywhere, for ever. */
function ordered(value: unknown): unknown {
	if (Array.isArray(value)) return value.map(ordered);
	if (!isRecord(value)) return value;
	const keys = Object.keys(value).sort((a, b) => (a < b ? -1 : 1));
	return Object.fromEntries(keys.map((key) => [key, ordered(value[key])]));
}

export function canonical(value: unknown): string {
	return JSON.stringify(ordered(value));
}

export function digestOf(text: string): string {
	return createHash('sha256').update(text, 'utf8').digest('hex');
}

/** The first place where two values differ, e.g. `points[3].sources[0].note`, or null. */
export function difference(one: unknown, other: unknown, path = ''): string | null {
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

function firstOf(length: number, at: (index: number) => string | null): string | null {
	for (let index = 0; index < length; index++) {
		const found = at(index);
		if (found !== null) return found;
	}
	return null;
}

/** The shape that a frozen text says of itself; what says nothing readable is compared with today's. */
export function shapeOf(frozen: unknown): Shape {
	const said = isRecord(frozen) ? frozen.shape : null;
	return SHAPES.find((shape) => shape === said) ?? SHAPE_NOW;
}

/** The same text, or null where it is no JSON: somebody may have written anything into the table. */
export function readJson(text: string | null): unknown {
	try {
		return text === null ? null : JSON.parse(text);
	} catch {
		return text;
	}
}
