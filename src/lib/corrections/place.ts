import { CALL_TITLE_MAX, INTRO_MAX, ITEM_BODY_MAX, ITEM_TITLE_MAX } from '../calls/call.ts';
import type { CallPlace } from '../calls/addenda.server.ts';
import type { Call } from '../calls/calls.server.ts';
import { FOREWORD_MAX, REPORT_TITLE_MAX } from '../reports/report.ts';
import { passagesOf, type VersionPlace } from '../strategy/addenda/passage.ts';
import type { Version } from '../strategy/versions/version.ts';

/** Where words stand in something published, and how many there may be. */
export type Place = VersionPlace | CallPlace | { of: 'report'; part: 'title' | 'foreword' };

export interface Passage {
	place: Place;
	text: string;
	max: number;
}

/** `point.12.title`: frozen in addenda, in addresses, and in open data. */
export function placeKey(place: Place): string {
	if (place.of === 'measure') return ['measure', place.point, place.measure, place.part].join('.');
	if (place.of === 'point' || place.of === 'drop') return [place.of, place.point, place.part].join('.');
	if (place.of === 'item') return ['item', place.item, place.part].join('.');
	return place.part;
}

/** The number of the point that a place belongs to; null: to none. */
export function pointOf(key: string): number | null {
	const [of, number] = key.split('.');
	return of === 'point' || of === 'measure' || of === 'drop' ? Number(number) : null;
}

export const ofVersion = (version: Version): Passage[] => passagesOf(version);

export function ofCall({ title, intro, items }: Pick<Call, 'title' | 'intro' | 'items'>): Passage[] {
	const head: Passage[] = [
		{ place: { of: 'call', part: 'title' }, text: title, max: CALL_TITLE_MAX },
		{ place: { of: 'call', part: 'intro' }, text: intro, max: INTRO_MAX }
	];
	const parts = items.flatMap((one, index): Passage[] => [
		{ place: { of: 'item', part: 'title', item: index + 1 }, text: one.title, max: ITEM_TITLE_MAX },
		{ place: { of: 'item', part: 'body', item: index + 1 }, text: one.body, max: ITEM_BODY_MAX }
	]);
	return [...head, ...parts];
}

export function ofReport({ title, foreword }: { title: string; foreword: string }): Passage[] {
	const all: Passage[] = [
		{ place: { of: 'report', part: 'title' }, text: title, max: REPORT_TITLE_MAX },
		{ place: { of: 'report', part: 'foreword' }, text: foreword, max: FOREWORD_MAX }
	];
	return all.filter(({ text }) => text !== '');
}
