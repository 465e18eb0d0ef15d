import { error, redirect } from '@sveltejs/kit';
import { sectionsOfMany, workAreasOf } from '#lib/people/staff/workAreas.ts';
import { isStaff } from '#lib/people/person.ts';
import * as readiness from '#lib/readiness/readiness.server.ts';
import { reasonSentence, t } from '#lib/texts/texts.ts';

/** For the pages. What may be done is decided again by every verb: actions run without this. */
export const load = async ({ locals, url }) => {
	const { ctx } = locals;
	if (!ctx.person && locals.sent) error(401, t.account.lost);
	if (!ctx.person) redirect(303, `/anmelden/team?weiter=${encodeURIComponent(url.pathname + url.search)}`);
	if (!isStaff(ctx.person)) error(403, reasonSentence('roleMissing', {}));
	const desks = workAreasOf(ctx.person);
	return { desks, sections: sectionsOfMany(desks), settingUp: await readiness.isSettingUp(ctx) };
};
