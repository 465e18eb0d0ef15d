import { error, redirect } from '@sveltejs/kit';
import { desksOf } from '#lib/people/desks.ts';
import { isStaff } from '#lib/people/person.ts';
import { reasonSentence, t } from '#lib/texts/texts.ts';

/** For the pages. What may be done is decided again by every verb: actions run without this. */
export const load = ({ locals, url }) => {
	const { ctx } = locals;
	if (!ctx.person && locals.sent) error(401, t.account.lost);
	if (!ctx.person) redirect(303, `/anmelden/team?weiter=${encodeURIComponent(url.pathname + url.search)}`);
	if (!isStaff(ctx.person)) error(403, reasonSentence('roleMissing', {}));
	return { desks: desksOf(ctx.person) };
};
