import { withQuery } from '#lib/address.ts';
import type * as distillation from '#lib/distillation/distillation.server.ts';
import { excerpt } from '#lib/texts/excerpt.ts';

const EXCERPT = 240;

/** One contribution, as both pages list it. */
export function rowOf(
	{ docket, places, body, german, ...rest }: distillation.WorkItem,
	search: string,
	names: Map<string, string>
) {
	const { number, revision, kind, group, publishedAt, assigneeId, aside } = docket;
	return {
		...{ number, kind, group, publishedAt, aside, ...rest },
		seen: `${number}.${revision}`,
		excerpt: excerpt(body, EXCERPT),
		german: german && excerpt(`${german.title}. ${german.body}`, EXCERPT),
		assignee: assigneeId && (names.get(assigneeId) ?? null),
		places: places.map(({ cluster, title, segmentId }) => ({ cluster, title, passage: segmentId !== null })),
		href: withQuery(`/werkstatt/verteilen/${number}`, search)
	};
}
