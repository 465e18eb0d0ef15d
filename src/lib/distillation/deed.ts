import { z } from 'zod';

/** What can be done at the desk. Each has a sentence in the log. */
export const DEEDS = [
	'opened',
	'put',
	'cut',
	'uncut',
	'takenOut',
	'marked',
	'described',
	'merged',
	'split',
	'led',
	'assigned',
	'setAside',
	'remarked',
	'undone'
] as const;
export type DeedKind = (typeof DEEDS)[number];
export const DeedName = z.enum(DEEDS);

/** Numbers for the sentence, never words of people: the log is not blackened when a contribution is. */
export const DeedDetails = z.record(z.string(), z.union([z.string(), z.number()]));
export type Details = z.output<typeof DeedDetails>;

export interface LoggedDeed {
	id: string;
	kind: DeedKind;
	by: string;
	/** Whether the one who asks did it. */
	mine: boolean;
	at: string;
	details: Details;
	undone: boolean;
	/** It can be tried to take it back; whether something was built on it is seen then. */
	undoable: boolean;
}

/** Where a page of the log ended. */
export const LogPlace = {
	write: (place: { at: string; id: string }): string => `${place.at}~${place.id}`,
	read(text: string | null): { at: string; id: string } | null {
		const match = /^(\d{4}-\d\d-\d\dT[\d:.]+Z)~([0-9a-f-]{36})$/.exec(text ?? '');
		return match?.[1] && match[2] ? { at: match[1], id: match[2] } : null;
	}
};
