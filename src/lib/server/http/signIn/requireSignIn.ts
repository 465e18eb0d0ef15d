import { redirect } from '@sveltejs/kit';
import type { Person } from '../../../people/person.ts';
import type { Ctx } from '../../ctx.ts';

/** Who looks at a page of one's own. Whoever is not known signs in first and comes back to `path`. */
export function requireSignIn({ person }: Ctx, path: string): Person {
	if (!person) redirect(303, `/anmelden?weiter=${encodeURIComponent(path)}`);
	return person;
}
