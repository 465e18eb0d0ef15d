import type { Person } from '../people/person.ts';
import type { Locale } from '../texts/locales/locale.ts';
import type { Instant } from '../time.ts';
import { Refused } from '../verdict.ts';
import type { Db, App } from './app.ts';

/** Who asks, when, by which way (page, worker, command), with which database. The first parameter of everything below `routes/`. */
export interface Ctx {
	/** Outside `transaction`: reading only. Inside: the transaction. */
	db: Db;
	app: App;
	person: Person | null;
	now: Instant;
	via: 'web' | 'worker' | 'command' | 'test';
	/** Verbs of the journal recorded in this transaction so far; `transaction` reads it after the commit. */
	recorded: string[];
	/** In which language is answered. Missing: German. */
	locale?: Locale;
	/** Who is answered: whoever works here, in the words that are said to the team. Missing: whoever takes part. */
	audience?: 'team';
	/** What is done may be done in a closed process, too; see `lib/afterClosing.ts`. */
	evenWhenClosed?: boolean;
}

export function makeCtx(app: App, via: Ctx['via'], person: Person | null = null, now = new Date()): Ctx {
	return { db: app.reader, app: app, person, now: now.toISOString(), via, recorded: [] };
}

/** Who asks, for what makes no sense without anybody: writing in one's own name, reading one's own. Refused: signInFirst. */
export function signedIn({ person }: Ctx): Person {
	if (!person) throw new Refused('signInFirst');
	return person;
}
