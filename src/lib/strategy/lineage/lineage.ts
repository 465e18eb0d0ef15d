import { z } from 'zod';
import { words } from '../../form.ts';
import { draftMarks } from '../drafts/draftMarks.ts';
import { POINT_BODY_MAX, POINT_TITLE_MAX, REASON_MAX, type LineageKind } from '../points/point.ts';

/** In one version: this point and the one it comes from. */
export interface Lineage {
	pointId: string;
	fromId: string;
	kind: LineageKind;
}

const title = words(POINT_TITLE_MAX);
const body = words(POINT_BODY_MAX);

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
	mergeReason: words(REASON_MAX)
});
export type MergeInput = z.output<typeof MergeForm>;
