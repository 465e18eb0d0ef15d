import { z } from 'zod';
import { OUTCOMES } from '../../amendments/amendment.ts';
import { LINEAGES, RELATIONS } from '../points/point.ts';
import { COMPETENCES } from '../measures/measure.ts';
import { BoardStatement } from '../versions/board/boardStatement.ts';
import { Understood, Waived } from '../versions/comprehension.ts';
import { Omitted } from '../versions/omitted.ts';
import { Represented } from '../versions/represented.ts';
import { KindName, VersionNumbers } from '../versions/version.ts';

const number = z.number().int().positive();

const Point = z.object({
	number,
	position: z.number().int(),
	field: z.string(),
	title: z.string(),
	body: z.string(),
	note: z.string().nullable(),
	sources: z.array(z.object({ proposal: number, relation: z.enum(RELATIONS), note: z.string().nullable() })),
	amendments: z.array(z.object({ amendment: number, outcome: z.enum(OUTCOMES) })).default([]),
	measures: z
		.array(z.object({ text: z.string(), responsible: z.string(), competence: z.enum(COMPETENCES) }))
		.default([]),
	from: z.array(z.object({ point: number, kind: z.enum(LINEAGES) })).default([]),
	why: z.string().nullable().default(null)
});
export type SealedPoint = z.output<typeof Point>;

/** The text a version was sealed with (versionDigest.ts), read again. */
export const SealedVersion = z.object({
	consultation: z.string(),
	number,
	kind: KindName,
	title: z.string(),
	preamble: z.string(),
	publishedAt: z.iso.datetime(),
	points: z.array(Point),
	drops: z.array(z.object({ point: number, reason: z.string() })),
	numbers: VersionNumbers,
	easy: z.string().default(''),
	waived: Waived.default({}),
	understood: Understood.default([]),
	represented: Represented.nullable().default(null),
	board: BoardStatement.nullable().default(null),
	omitted: Omitted.nullable().default(null)
});
export type SealedVersion = z.output<typeof SealedVersion>;
