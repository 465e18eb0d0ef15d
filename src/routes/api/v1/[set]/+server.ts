import { SlugName } from '#lib/data/dataset.ts';
import * as data from '#lib/data/data.server.ts';
import { answer } from '#lib/server/http/apiAnswer.ts';
import { t } from '#lib/texts/texts.ts';
import { found } from '#lib/verdict.ts';

const WHOLE = /^[1-9]\d{0,8}$/;

const parameters = { seite: (typed: string) => (WHOLE.test(typed) ? null : t.data.parameterPage) };

/** Described in `openapi.json`. */
export const GET = (event) =>
	answer(event, parameters, async (ctx, { seite = '1' }) => {
		const slug = found(SlugName.safeParse(event.params.set).data, 'dataset');
		const { edition, at, page, pages, rows } = await data.page(ctx, slug, Number(seite));
		const next = page < pages ? `${ctx.app.config.origin}/api/v1/${slug}?seite=${page + 1}` : null;
		return { body: { edition, at, page, pages, next, rows }, next };
	});
