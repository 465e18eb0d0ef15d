import { byCodeUnits, canonical, digestOf, isRecord } from '../../canonical.ts';

export { canonical, digestOf, isRecord };

/**
 * Shape 2 may say more of a point than shape 1: what is optional below, and only where there is something to say. Shape 3
 * also holds what went out with the version (answers, decisions about amendments), and vouches for the rows themselves.
 * Shape 4 vouches for the name and the place that the field of a point had, too. A version keeps the shape it was sealed with, so that its digest stays true.
 */
const SHAPES = [1, 2, 3, 4] as const;
export type Shape = (typeof SHAPES)[number];
export const SHAPE_NOW: Shape = 4;

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
	/** `Waived` and `Understood` (comprehension.ts), where there is something to say. */
	waived?: unknown;
	understood?: unknown;
	/** `Represented` (represented.ts), since it is asked. */
	represented?: unknown;
	/** `BoardStatement` (boardStatement.ts), where there was a board. */
	board?: unknown;
	/** `Omitted` (omitted.ts), since it is asked. */
	omitted?: unknown;
	/** Shape 3: what contributions were answered, in the order of their numbers. */
	answers?: FrozenAnswer[];
	/** Shape 3: what became of amendments, in the order of their numbers. */
	decisions?: FrozenDecision[];
	/** Shape 3: by table, `digestOfRows` of everything the version froze, whether anybody reads it or not. */
	rows?: Record<string, string>;
	previous: string | null;
}

/**
 * `words`: SHA-256 of the canonical JSON of `{ reason, responsible }`. Not the words: when a contribution has to be
 * hidden, its answer goes with it, and the digest still has to hold.
 */
interface FrozenAnswer {
	contribution: number;
	disposition: string;
	words: string;
}

/** `words`: likewise of `{ reason }`. */
interface FrozenDecision {
	amendment: number;
	outcome: string;
	words: string;
}

/** What a room after this one sent out with a version. */
export interface Answered {
	answers: FrozenAnswer[];
	/** `digestOfRows` of its rows. */
	rows: string;
}

/** What digests have to be: of the text a version was sealed with, and of the one addenda have made of it. */
export interface Expected {
	first: string;
	/** null: no addendum has touched it. */
	now: string | null;
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

/** Every column as it lies in the table, so that a single byte shows; in an order that no database has a say in. */
export function digestOfRows(rows: readonly object[]): string {
	return digestOf(rows.map(canonical).sort(byCodeUnits).join('\n'));
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
