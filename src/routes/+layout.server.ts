import { isStaff } from '#lib/people/person.ts';
import { justDone } from '#lib/server/http/onward.ts';
import { clock } from '#lib/texts/de/dates.ts';
import { doneSentence } from '#lib/texts/texts.ts';

export const load = ({ locals, url }) => {
	const { person, house } = locals.ctx;
	return {
		demo: house.config.demo,
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
