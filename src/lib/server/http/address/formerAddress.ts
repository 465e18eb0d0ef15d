import { withQuery } from '../../../address.ts';

/**
 * Addresses from when one installation had several processes said which one they meant: `/beitraege?verfahren=strategie`.
 * Today's say nothing of it. null: it is none of those.
 */
export function formerAddress({ pathname, searchParams }: URL): string | null {
	// An address that begins with two slashes would lead to another site.
	if (!searchParams.has('verfahren') || /^\/[/\\]/.test(pathname)) return null;
	const query = new URLSearchParams(searchParams);
	query.delete('verfahren');
	return withQuery(pathname, query);
}
