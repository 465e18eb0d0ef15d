import { isStaff } from '#lib/people/person.ts';
import { clock } from '#lib/texts/de/dates.ts';
import { doneSentence } from '#lib/texts/texts.ts';

export const load = ({ locals, url }) => {
	const { person, house } = locals.ctx;
	return {
		demo: house.config.demo,
		/** What has just been done, said once after the redirect (`?ok=…`). */
		done: doneSentence(url.searchParams.get('ok')),
		visitor: person && {
			pseudonym: person.pseudonym,
			organisation: person.organisation,
			staff: isStaff(person),
			/** When whoever does nothing is signed out, e.g. 14:05. */
			until: clock(locals.sessionUntil ?? locals.ctx.now)
		}
	};
};
