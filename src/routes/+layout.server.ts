import { isStaff } from '#lib/people/person.ts';
import { doneSentence, t } from '#lib/texts/texts.ts';

export const load = ({ locals, url }) => {
	const { person, house } = locals.ctx;
	return {
		demo: house.config.demo,
		/** What has just been done, said once after the redirect (`?ok=…`). */
		done: doneSentence(url.searchParams.get('ok')),
		visitor: person && {
			pseudonym: person.pseudonym,
			groupName: t.people.groups[person.group],
			organisation: person.organisation,
			staff: isStaff(person)
		}
	};
};
