import { SpokenName, type Spoken } from '../people/language.ts';
import type { Ctx } from '../server/ctx.ts';
import { publishedBy } from './byAuthors.store.server.ts';

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
