import * as evaluations from '#lib/evaluations/evaluations.server.ts';

export const load = async ({ locals: { ctx } }) => ({
	open: (await evaluations.openOnes(ctx)).map(({ slug, title, closesAt, mine }) => {
		return { slug, title, closesAt, said: mine !== null };
	}),
	results: (await evaluations.published(ctx)).map(({ result, digest }) => ({ result, digest }))
});
