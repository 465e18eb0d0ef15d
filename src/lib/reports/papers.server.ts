import { makeCtx, type Ctx } from '../server/ctx.ts';
import type { Paper } from '../server/http/paper.ts';
import * as prints from '../server/print/prints.server.ts';
import { Refused } from '../verdict.ts';
import { reportPaper } from './reportPaper.server.ts';
import { byNumber, frozenText, list } from './reports.server.ts';

/** Reports as PDF. What has changed since the report before is part of it: both are frozen. */
export async function paper(ctx: Ctx, number: number): Promise<Paper> {
	const { digest } = await frozenText(ctx, number);
	return prints.paper(ctx, digest, 'pdf', {
		name: `bericht-${number}`,
		document: async () => reportPaper(await byNumber(ctx, number), ctx.house.config.origin)
	});
}

/** A chore: makes what has not been made yet. */
export async function printNew(ctx: Ctx): Promise<void> {
	for (const { number } of await list(ctx)) {
		const { digest } = await frozenText(ctx, number);
		if ((await prints.made(ctx, digest)).length > 0) continue;
		await paper(makeCtx(ctx.house, ctx.via), number).catch((problem: unknown) => {
			if (!(problem instanceof Refused)) throw problem;
		});
	}
}
