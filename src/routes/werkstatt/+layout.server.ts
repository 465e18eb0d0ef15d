import { error, redirect } from '@sveltejs/kit';
import { desksOf } from '#lib/people/desks.ts';
import { isStaff } from '#lib/people/person.ts';
import { reasonSentence, t } from '#lib/texts/texts.ts';

/** Texts somebody has written, not choices and marks. */
const longOnes = (typed: Readonly<Record<string, string | string[]>>) =>
	Object.values(typed)
		.flat()
		.filter((text) => text.length > 40 && /\s/.test(text));

/** For the pages. What may be done is decided again by every verb: actions run without this. */
export const load = ({ locals, url }) => {
	const { ctx } = locals;
	if (!ctx.person && locals.typed) error(401, { message: t.account.lost, typed: longOnes(locals.typed) });
	if (!ctx.person) redirect(303, `/anmelden/team?weiter=${encodeURIComponent(url.pathname + url.search)}`);
	if (!isStaff(ctx.person)) error(403, reasonSentence('roleMissing', {}));
	return { desks: desksOf(ctx.person) };
};
