import type { Ctx } from '../server/ctx.ts';
import type { SentFile } from '../server/http/sendFile.ts';
import * as prints from '../server/print/storedPapers.server.ts';
import { reportPaper } from './reportPaper.server.ts';
import { byNumber, frozenText } from './reports.server.ts';

/**
 * Reports as files. What has changed since the report before is part of it: both are frozen. `added`: what addenda have
 * added to it.
 */
export async function paper(
	ctx: Ctx,
	number: number,
	format: prints.Format,
	added: prints.Added = { key: null, blocks: [] }
): Promise<SentFile> {
	const { digest } = await frozenText(ctx, number);
	return prints.paper(ctx, added.key ?? digest, format, {
		name: `bericht-${number}`,
		document: async () => {
			const document = reportPaper(await byNumber(ctx, number), ctx.app.config.origin);
			return { ...document, blocks: [...document.blocks, ...added.blocks] };
		}
	});
}
