import { mayEnterWorkshop } from '../people/staff/workAreas.ts';
import type { Ctx } from '../server/ctx.ts';
import { inGerman } from '../texts/current.ts';
import { currentFacts } from '../texts/locales/current.ts';
import { chapterPage } from '../texts/pages/pages.server.ts';
import { NotFound, obey } from '../verdict.ts';
import { CHAPTERS, sectionsOf } from './chapter.ts';
import { find, type Found } from './finding.ts';
import { withPictures, type PicturedChapter } from './picture.ts';

/** All chapters in the words of this process. Refused: signInFirst, roleMissing. */
export function chapters(ctx: Pick<Ctx, 'person'>): PicturedChapter[] {
	obey(mayEnterWorkshop(ctx.person));
	return CHAPTERS.map(({ slug }) => {
		const page = chapterPage(slug);
		if (!page) throw new NotFound('page');
		const { title, lead, body } = page;
		const german = currentFacts().lang !== 'de' && body === inGerman(() => chapterPage(slug))?.body;
		return withPictures({ slug, title, lead, german, sections: sectionsOf(body) });
	});
}

/** NotFound: there is no such chapter. */
export function chapter(ctx: Pick<Ctx, 'person'>, slug: string): PicturedChapter {
	const known = chapters(ctx).find((one) => one.slug === slug);
	if (!known) throw new NotFound('page');
	return known;
}

export const search = (ctx: Pick<Ctx, 'person'>, asked: string): Found[] => find(chapters(ctx), asked);
