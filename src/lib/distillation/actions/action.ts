import { z } from 'zod';
import { cursor, id, instant } from '../../cursor.ts';

/** What can be done at the desk. Each has a sentence in the log. */
export const ACTIONS = [
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
export type ActionKind = (typeof ACTIONS)[number];
export const ActionName = z.enum(ACTIONS);

/** Numbers for the sentence, never words of people: the log is not blackened when a contribution is. */
export const ActionDetails = z.record(z.string(), z.union([z.string(), z.number()]));
export type Details = z.output<typeof ActionDetails>;

export interface LoggedAction {
	id: string;
	kind: ActionKind;
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
export const LogPlace = cursor({ at: instant, id });
