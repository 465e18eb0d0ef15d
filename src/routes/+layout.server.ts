import * as closure from '#lib/closure/closure.server.ts';
import { isStaff } from '#lib/people/person.ts';
import { justDone } from '#lib/server/http/onward.ts';
import { pageOf } from '#lib/server/http/unsent.server.ts';
import { clock } from '#lib/texts/de/dates.ts';
import { doneSentence } from '#lib/texts/texts.ts';

/** Where to sign in and come back from. */
function lostAt(url: URL, lost: boolean, kept: boolean) {
	if (!lost) return null;
	const way = url.pathname.startsWith('/werkstatt') ? '/anmelden/team' : '/anmelden';
	return { kept, href: `${way}?weiter=${encodeURIComponent(pageOf(url))}` };
}

const waiting = ({ putting }: App.Locals) => !!putting?.browser?.mark && putting.browser.parked;

export const load = async ({ locals, url }) => {
	const { person, house } = locals.ctx;
	const { refused, refilled, putting } = locals;
	return {
		/** A form came from somebody who had been signed in: `kept`, it is there again after signing in. */
		lost: lostAt(url, person === null && refused !== undefined && !!putting?.browser?.mark, refused?.kept ?? false),
		/** What was typed then stands in the form again. */
		refilled: refilled ? { at: clock(refilled), empty: `${url.pathname}?leer` } : null,
		/** Signing in brings back what was typed. */
		waits: person === null && url.pathname.startsWith('/anmelden') && url.searchParams.has('weiter') && waiting(locals),
		demo: house.config.demo,
		/** Since when nobody writes any more: forms say so in their place. */
		closed: await closure.since(locals.ctx),
		/** What has just been done, said once after the redirect (`?ok=…`), for a minute or two. */
		done: doneSentence(justDone(url.searchParams.get('ok'), locals.ctx.now)),
		visitor: person && {
			pseudonym: person.pseudonym,
			organisation: person.organisation,
			staff: isStaff(person),
			/** When whoever does nothing is signed out, e.g. 14:05. */
			until: clock(locals.sessionUntil ?? locals.ctx.now)
		}
	};
};
