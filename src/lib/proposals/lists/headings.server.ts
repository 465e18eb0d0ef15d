import { SpokenName, type Spoken } from '../../people/details/language.ts';
import { AuthorGroupName, type AuthorGroup } from '../../people/person.ts';
import type { Ctx } from '../../server/ctx.ts';
import * as store from './store.server.ts';
import { stateOf } from '../proposal.ts';
import { publishedBy } from './store.server.ts';

/** What a reference to a contribution shows. */
export interface Heading {
	id: string;
	number: number;
	/** Empty when it is not public (any more). */
	title: string;
	/** Of the title. */
	language: Spoken;
	group: AuthorGroup | null;
	published: boolean;
}

function heading(row: Awaited<ReturnType<typeof store.headingsById>>[number]): Heading {
	const published = stateOf(row) === 'published';
	return {
		id: row.id,
		number: row.number ?? 0,
		title: published ? row.title : '',
		language: SpokenName.parse(row.language),
		group: published ? AuthorGroupName.nullable().parse(row.authorGroup) : null,
		published
	};
}

/** Headings of these contributions, hidden ones without their words. */
export async function headings(ctx: Ctx, ids: readonly string[]): Promise<Heading[]> {
	return (await store.headingsById(ctx.db, ids)).map(heading);
}

/** Published contributions of this consultation by their numbers; others are left out. */
export async function byNumbers(ctx: Ctx, consultationId: string, numbers: readonly number[]): Promise<Heading[]> {
	const rows = await store.headingsByNumber(ctx.db, consultationId, numbers);
	return rows.map(heading).filter((one) => one.published);
}

/** What everybody can read, the newest first: for whoever asks for addresses and nothing else. */
export async function newestPublic(ctx: Ctx, consultationId: string, most: number) {
	const rows = await store.newestPublic(ctx.db, consultationId, most);
	return rows.map(({ number, publishedAt }) => ({ number: number ?? 0, publishedAt: publishedAt ?? '' }));
}

/** `author`: says only which ones belong together. Whoever calls must not show it. */
export interface Authored {
	id: string;
	number: number;
	title: string;
	language: Spoken;
	author: string;
}

/** What these people wrote that everybody can read, by number. */
export async function ofAuthors(ctx: Ctx, authorIds: readonly string[]): Promise<Authored[]> {
	const rows = await publishedBy(ctx.db, authorIds);
	return rows.map(({ id, number, title, language, authorId }) => ({
		...{ id, title, number: number ?? 0, author: authorId ?? '' },
		language: SpokenName.parse(language)
	}));
}
