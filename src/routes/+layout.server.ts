import { isStaff } from '#lib/people/person.ts';
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
			staff: isStaff(person)
		}
	};
};
