import { SlugName } from '#lib/data/dataset.ts';
import * as data from '#lib/data/data.server.ts';
import { showing } from '#lib/server/http/forms/act.ts';
import { found } from '#lib/verdict.ts';

export const load = async ({ locals: { ctx }, params }) => {
	const slug = await showing((async () => found(SlugName.safeParse(params.set).data, 'dataset'))());
	const edition = await data.edition(ctx);
	const files = edition?.files.filter(({ name }) => name.startsWith(`${slug}.`)) ?? [];
	return { slug, edition: edition && { number: edition.number, at: edition.at, changedAt: edition.changedAt, files } };
};
