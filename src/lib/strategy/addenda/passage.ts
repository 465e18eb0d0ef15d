import { MEASURE_MAX, RESPONSIBLE_MAX } from '../measures/measure.ts';
import { NOTE_MAX, POINT_BODY_MAX, POINT_TITLE_MAX, REASON_MAX } from '../points/point.ts';
import { EASY_MAX, HEAD_MAX as VERSION_TITLE_MAX, PREAMBLE_MAX } from '../drafts/draft.ts';
import type { Version } from '../versions/version.ts';

/** Where words stand in a published version. */
const HEAD_PARTS = ['title', 'easy', 'preamble'] as const;
const POINT_PARTS = ['title', 'body', 'note', 'why'] as const;
const MEASURE_PARTS = ['text', 'responsible'] as const;

export type VersionPlace =
	| { of: 'head'; part: (typeof HEAD_PARTS)[number] }
	| { of: 'point'; part: (typeof POINT_PARTS)[number]; point: number }
	/** `measure`: its place among those of the point, counted from 1. */
	| { of: 'measure'; part: (typeof MEASURE_PARTS)[number]; point: number; measure: number }
	| { of: 'drop'; part: 'reason'; point: number };

export interface VersionPassage {
	place: VersionPlace;
	text: string;
	max: number;
}

const HEAD_MAX = { title: VERSION_TITLE_MAX, easy: EASY_MAX, preamble: PREAMBLE_MAX } as const;
const POINT_MAX = { title: POINT_TITLE_MAX, body: POINT_BODY_MAX, note: NOTE_MAX, why: REASON_MAX } as const;
const MEASURES_MAX = { text: MEASURE_MAX, responsible: RESPONSIBLE_MAX } as const;

/** Every passage of a version that says something, in the order of the document. */
export function passagesOf(version: Version): VersionPassage[] {
	const head = HEAD_PARTS.map((part): VersionPassage => {
		return { place: { of: 'head', part }, text: version[part], max: HEAD_MAX[part] };
	});
	const points = version.points.flatMap(({ number: point, title, body, editorialNote, why, measures }) => {
		const texts = { title, body, note: editorialNote ?? '', why: why ?? '' };
		return [
			...POINT_PARTS.map((part): VersionPassage => {
				return { place: { of: 'point', part, point }, text: texts[part], max: POINT_MAX[part] };
			}),
			...measures.flatMap((one, index) =>
				MEASURE_PARTS.map((part): VersionPassage => {
					const place = { of: 'measure', part, point, measure: index + 1 } as const;
					return { place, text: one[part], max: MEASURES_MAX[part] };
				})
			)
		];
	});
	const drops = version.drops.map(({ number: point, reason }): VersionPassage => {
		return { place: { of: 'drop', part: 'reason', point }, text: reason, max: REASON_MAX };
	});
	return [...head, ...points, ...drops].filter(({ text }) => text !== '');
}
