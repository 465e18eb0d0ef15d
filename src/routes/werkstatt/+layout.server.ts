import { error, redirect } from '@sveltejs/kit';
import { desksOf } from '#lib/people/desks.ts';
import { isStaff } from '#lib/people/person.ts';
import { reasonSentence } from '#lib/texts/texts.ts';

/** For the pages. What may be done is decided again by every verb: actions run without this. */
export const load = ({ locals: { ctx }, url }) => {
	if (!ctx.person) redirect(303, `/anmelden/team?weiter=${encodeURIComponent(url.pathname + url.search)}`);
	if (!isStaff(ctx.person)) error(403, reasonSentence('roleMissing', {}));
	return { desks: desksOf(ctx.person) };
};
