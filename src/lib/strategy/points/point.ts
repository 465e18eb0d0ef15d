import { z } from 'zod';
import type { Outcome } from '../../amendments/amendment.ts';
import { words, wordsIfAny } from '../../form.ts';
import type { Spoken } from '../../people/details/language.ts';
import type { AuthorGroup } from '../../people/person.ts';
import type { Measure } from '../measures/measure.ts';
import { noWhen, type Verdict } from '../../verdict.ts';
import { draftMarks, type Marks } from '../drafts/draftMarks.ts';
import { Numbers } from './pointNumbers.ts';

/** How a contribution stands behind a point. */
export const RELATIONS = ['adopts', 'summarises', 'example', 'departs', 'objects'] as const;
export type Relation = (typeof RELATIONS)[number];
export const RelationName = z.enum(RELATIONS);

/** `split`: the point came out of another. `merge`: it took another in. */
export const LINEAGES = ['split', 'merge'] as const;
export type LineageKind = (typeof LINEAGES)[number];
export const LineageName = z.enum(LINEAGES);

/** A contribution behind a point, in one version. */
export interface Source {
	proposalId: string;
	proposalNumber: number;
	/** Empty when the contribution is no longer public. */
	title: string;
	language: Spoken;
	authorGroup: AuthorGroup | null;
	published: boolean;
	relation: Relation;
	note: string | null;
}

/** An amendment behind a point, in one version: taken over whole or in part. */
export interface AmendmentSource {
	amendmentId: string;
	number: number;
	outcome: Outcome;
	/** null: the amendment is no longer public. */
	by: { name: string; group: AuthorGroup } | null;
}

/** A point as it stands in one version. */
export interface VersionPoint {
	pointId: string;
	/** What people call it ("Punkt 12"), the same in every version. */
	number: number;
	wordingId: string;
	position: number;
	fieldId: string;
	field: string;
	title: string;
	/** Markdown. */
	body: string;
	/** Never published so far: this wording belongs to the draft and may still change. */
	own: boolean;
	editorialNote: string | null;
	sources: Source[];
	amendments: AmendmentSource[];
	/** In the order in which they were written. */
	measures: Measure[];
	/** Numbers of the points it came out of or took in, in this version. */
	from: { number: number; kind: LineageKind }[];
	/** Why it changed, in the editors' words. */
	why: string | null;
}

/** Nothing says why the point stands there. */
export function isBare(point: Pick<VersionPoint, 'sources' | 'amendments' | 'editorialNote'>): boolean {
	return point.sources.length === 0 && point.amendments.length === 0 && !point.editorialNote;
}

/** A wording of a point, with the first version it stood in. */
export interface PointWording {
	wordingId: string;
	versionNumber: number;
	/** Every version it stands in, oldest first. */
	versionNumbers: number[];
	title: string;
	/** Markdown. */
	body: string;
	field: string;
	/** null: only in the draft. */
	publishedAt: string | null;
	/** It stands in the newest published version. */
	current: boolean;
}

/** A point through all versions. */
export interface Point {
	id: string;
	number: number;
	consultationId: string;
	/** Newest first. */
	wordings: PointWording[];
	/** null: dropped, or never published so far. */
	current: PointWording | null;
	/** Where it came out of another point or took one in, and the other way round. Oldest first. */
	kin: { kind: LineageKind; number: number; fromNumber: number; versionNumber: number }[];
	/** The version that let it go, unless it stands. */
	drop: { versionNumber: number; publishedAt: string | null; reason: string } | null;
}

/** What does not stand any more is neither commented on nor reworded. */
export const isOpen = ({ drop }: Pick<Point, 'drop'>): Verdict => noWhen(drop !== null, 'pointDropped');

export const POINT_TITLE_MAX = 160;
export const POINT_BODY_MAX = 8_000;
export const NOTE_MAX = 1_000;
export const REASON_MAX = 1_000;

const wording = {
	field: z.string('choose').min(1, 'choose').max(40, 'wrong'),
	title: words(POINT_TITLE_MAX),
	body: words(POINT_BODY_MAX)
};
const relation = z.enum(RELATIONS, 'choose');
const note = wordsIfAny(NOTE_MAX);
const proposal = z.coerce.number('wrong').int('wrong').min(1, 'wrong').max(999_999_999, 'wrong');

/** A new point, with the contributions it is distilled from. `id` is the id it will have: sent twice, it is one. */
export const PointForm = z.object({
	...draftMarks,
	id: z.uuid('wrong'),
	...wording,
	from: Numbers,
	relation: relation.default('summarises'),
	note
});
export type PointInput = Omit<z.output<typeof PointForm>, 'note'> & { note?: string };

/** `why`: for the list of changes; missing where nothing was published yet. */
const why = z.string().trim().max(REASON_MAX, 'tooLong').optional();
export const RewordForm = z.object({ ...draftMarks, ...wording, why });
export type RewordInput = z.output<typeof RewordForm>;

/** `to`: the place within its field, counted from 1. Naming the place makes sending twice harmless. */
export type MoveInput = Marks & { to: number };

export const DropForm = z.object({ ...draftMarks, reason: words(REASON_MAX) });
export type DropInput = z.output<typeof DropForm>;

export const SourcesForm = z.object({
	...draftMarks,
	from: Numbers.pipe(z.array(z.number()).min(1, 'sourcesMissing')),
	relation,
	note
});
export type SourcesInput = z.output<typeof SourcesForm>;

export const SourceForm = z.object({ ...draftMarks, proposal });
export type SourceInput = z.output<typeof SourceForm>;

export const NoteForm = z.object({ ...draftMarks, editorialNote: note });
export type NoteInput = z.output<typeof NoteForm>;

/** A contribution's place: the newest version in which it stands behind that point, and since which one. */
export interface PointPlace {
	pointNumber: number;
	pointTitle: string;
	versionNumber: number;
	since: number;
	relation: Relation;
}
