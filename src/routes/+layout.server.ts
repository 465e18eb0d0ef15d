import { pageAddress } from '#lib/address.ts';
import * as calls from '#lib/calls/calls.server.ts';
import * as closure from '#lib/closure/closure.server.ts';
import { appearanceOf } from '#lib/profile/look/appearance.ts';
import * as news from '#lib/news/news.server.ts';
import * as priorities from '#lib/priorities/priorities.server.ts';
import { currentProfile } from '#lib/profile/current.ts';
import * as profiles from '#lib/profile/profile.server.ts';
import { isStaff } from '#lib/people/person.ts';
import { justDone } from '#lib/server/http/address/redirectTarget.ts';
import { clock } from '#lib/texts/dates.ts';
import { isUnchecked } from '#lib/wording/translations.server.ts';
import { doneSentence } from '#lib/texts/texts.ts';

/** Where to sign in and come back from. */
function lostAt(url: URL, lost: boolean, kept: boolean) {
	if (!lost) return null;
	const way = url.pathname.startsWith('/werkstatt') ? '/anmelden/team' : '/anmelden';
	return { kept, href: `${way}?weiter=${encodeURIComponent(pageAddress(url))}` };
}

const waiting = ({ putting }: App.Locals) => !!putting?.browser?.mark && putting.browser.parked;

export const load = async ({ locals, url }) => {
	const { person, app } = locals.ctx;
	const { refused, refilled, putting } = locals;
	const { number } = await profiles.state(locals.ctx);
	return {
		/** A form came from somebody who had been signed in: `kept`, it is there again after signing in. */
		lost: lostAt(url, person === null && refused !== undefined && !!putting?.browser?.mark, refused?.kept ?? false),
		/** What was typed then stands in the form again. */
		refilled: refilled ? { at: clock(refilled), empty: `${url.pathname}?leer` } : null,
		/** Signing in brings back what was typed. */
		waits: person === null && url.pathname.startsWith('/anmelden') && url.searchParams.has('weiter') && waiting(locals),
		demo: app.config.demo,
		/** What the menu leads to. */
		rooms: { priorities: await priorities.isAsked(locals.ctx), calls: await calls.belongInMenu(locals.ctx) },
		/** A machine has made this translation, and nobody has checked it. */
		unchecked: isUnchecked(locals.ctx.locale),
		look: appearanceOf(currentProfile().look, number),
		origin: app.config.origin,
		/** Since when nobody writes any more: forms say so in their place. */
		closed: await closure.since(locals.ctx),
		/** What has just been done, said once after the redirect (`?ok=…`), for a minute or two. */
		done: doneSentence(justDone(url.searchParams.get('ok'), locals.ctx.now)),
		visitor: person && {
			pseudonym: person.pseudonym,
			organisation: person.organisation,
			staff: isStaff(person),
			/** How much they have not been told yet. */
			news: await news.count(locals.ctx),
			/** When whoever does nothing is signed out, e.g. 14:05. */
			until: clock(locals.sessionUntil ?? locals.ctx.now)
		}
	};
};
