import * as papers from '#lib/positionPapers/positionPapers.server.ts';
import { showing } from '#lib/server/http/forms/act.ts';

export const load = async ({ locals: { ctx }, url }) => {
	const { papers: rows, next } = await showing(papers.all(ctx, url.searchParams.get('vor')));
	return { papers: rows, next: next && `/werkstatt/stellungnahmen?vor=${encodeURIComponent(next)}` };
};
