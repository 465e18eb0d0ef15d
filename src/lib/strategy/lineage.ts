import { z } from 'zod';
import { words } from '../form.ts';
import { draftMarks } from './draft.ts';
import { POINT_BODY_MOST, POINT_TITLE_MOST, REASON_MOST } from './point.ts';

/** `split`: the point came out of another. `merge`: it took another in. */
export const LINEAGES = ['split', 'merge'] as const;
export type LineageKind = (typeof LINEAGES)[number];
export const LineageName = z.enum(LINEAGES);

/** In one version: this point and the one it comes from. */
export interface Lineage {
	pointId: string;
	fromId: string;
	kind: LineageKind;
}

const title = words(POINT_TITLE_MOST);
const body = words(POINT_BODY_MOST);

/** What stays in the point, and what becomes one of its own. `id`: of the new one. */
export const SplitForm = z.object({
	...draftMarks,
	id: z.uuid('wrong'),
	stayTitle: title,
	stayBody: body,
	newTitle: title,
	newBody: body
});
export type SplitInput = z.output<typeof SplitForm>;

/** `into`: the number of the point that takes this one in. */
export const MergeForm = z.object({
	...draftMarks,
	into: z.coerce.number('choose').int('choose').min(1, 'choose').max(999_999_999, 'choose'),
	mergeReason: words(REASON_MOST)
});
export type MergeInput = z.output<typeof MergeForm>;
