import type { IncomingMessage } from 'node:http';
import type { Person } from '#lib/people/person.ts';
import type { Ctx } from '#lib/server/ctx.ts';
import type { DatabaseError } from '#lib/server/db/databaseErrors.ts';
import type { Current } from '#lib/verdict.ts';
import type { ParkedFormFacts } from '#lib/server/http/forms/restoreForm.server.ts';

declare global {
	namespace App {
		interface Locals {
			ctx: Ctx;
			/** The session id from the cookie, when there is one that counts. */
			sessionId: string | null;
			/** Until when the session lasts when nothing more is done. */
			sessionUntil: string | null;
			/** Whoever has given the right password and not yet the second factor. `ctx.person` is null meanwhile. */
			pending: Person | null;
			requestId: string;
			/** What kept the database from answering this request, once it did. */
			trouble?: DatabaseError | null;
			/** Puts aside what was typed into a form that is not taken: nobody types an hour's work twice. */
			putting?: ParkedFormFacts;
			/** What the form of this request said. */
			sent?: Readonly<Record<string, string | string[]>>;
			/** The form of this request was not taken, and why, where that can be said. */
			refused?: { why: string | null; kept: boolean; current: Current | null };
			/** The page speaks of a process, and there is none yet. */
			soon?: true;
			/** The page shows again what was typed then. */
			refilled?: string;
		}
		interface Platform {
			/** The request as node:http gave it; absent in the development server. */
			req?: IncomingMessage;
		}
		interface Error {
			message: string;
			/** To be named when somebody asks for help; stands in the log, too. */
			requestId?: string;
			/** There is no process yet: the page says what will be there, and nothing is wrong. */
			soon?: true;
		}
	}
}

export {};
