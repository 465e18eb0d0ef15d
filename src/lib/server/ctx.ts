import type { Person } from '../people/person.ts';
import { Refused } from '../verdict.ts';
import type { Db, House } from './house.ts';

/** An instant as ISO-8601 UTC text with milliseconds, e.g. `2027-01-31T12:00:00.000Z`. Sorts as text. */
export type Instant = string;

/** Who asks, when, by which door, with which database. The first parameter of everything below `routes/`. */
export interface Ctx {
	/** Outside `together`: reading only. Inside: the transaction. */
	db: Db;
	house: House;
	person: Person | null;
	now: Instant;
	via: 'web' | 'worker' | 'command' | 'test';
	/** Verbs of the journal recorded in this transaction so far; `together` reads it after the commit. */
	recorded: string[];
	/** What is done may be done in a closed process, too; see `afterClosing.ts`. */
	evenWhenClosed?: boolean;
}

export function makeCtx(house: House, via: Ctx['via'], person: Person | null = null, now = new Date()): Ctx {
	return { db: house.reader, house, person, now: now.toISOString(), via, recorded: [] };
}

/** Who asks, for what makes no sense without anybody: writing in one's own name, reading one's own. Refused: signInFirst. */
export function signedIn({ person }: Ctx): Person {
	if (!person) throw new Refused('signInFirst');
	return person;
}
