import type { IncomingMessage } from 'node:http';
import type { Person } from '#lib/people/person.ts';
import type { Ctx } from '#lib/server/ctx.ts';
import type { Trouble } from '#lib/server/db/trouble.ts';

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
			trouble?: Trouble | null;
			/** What a form said that came without a session: nobody types an hour's work twice. */
			typed?: Readonly<Record<string, string | string[]>>;
		}
		interface Platform {
			/** The request as node:http gave it; absent in the development server. */
			req?: IncomingMessage;
		}
		interface Error {
			message: string;
			/** To be named when somebody asks for help; stands in the log, too. */
			requestId?: string;
			/** Texts that were not saved, to be copied. */
			typed?: string[];
		}
	}
}

export {};
