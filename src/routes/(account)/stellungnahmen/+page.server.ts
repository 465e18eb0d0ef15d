import { FILE_MAX, mayReadOwn, UploadForm } from '#lib/positionPapers/positionPaper.ts';
import * as papers from '#lib/positionPapers/positionPapers.server.ts';
import { PaperProblem } from '#lib/positionPapers/reading/blocks.ts';
import { actOnFile, admit, showing } from '#lib/server/http/forms/act.ts';
import { requireSignIn } from '#lib/server/http/signIn/requireSignIn.ts';
import { newId } from '#lib/server/ids.ts';
import { explain, t } from '#lib/texts/texts.ts';

export const load = async ({ locals: { ctx }, url }) => {
	admit(mayReadOwn(requireSignIn(ctx, '/stellungnahmen')));
	const { papers: rows, next } = await showing(papers.own(ctx, url.searchParams.get('vor')));
	return {
		papers: rows,
		next: next && `/stellungnahmen?vor=${encodeURIComponent(next)}`,
		// The form carries the id of what it will make: sent twice, it makes one.
		...{ blank: newId(), most: FILE_MAX / 1024 / 1024 },
		whyNot: explain(await showing(papers.mayUpload(ctx)))
	};
};

export const actions = {
	default: (event) =>
		actOnFile(
			event,
			{
				...{ schema: UploadForm, most: FILE_MAX, may: mayReadOwn(event.locals.ctx.person) },
				wrong: (problem) => (problem instanceof PaperProblem ? t.positionPapers.problems[problem.problem] : null),
				missing: t.positionPapers.upload.missing
			},
			async (ctx, { id }, { name, bytes }) => {
				await papers.upload(ctx, id, { name, bytes });
				return `/stellungnahmen/${id}`;
			}
		)
};
