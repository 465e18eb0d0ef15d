import type { Ctx } from '../../server/ctx.ts';
import type { SentFile } from '../../server/http/sendFile.ts';
import type { Document } from '../../server/print/document.ts';
import * as prints from '../../server/print/storedPapers.server.ts';
import { found } from '../../verdict.ts';
import * as assemble from '../versions/assembleVersion.server.ts';
import * as store from '../versions/store.server.ts';
import { versionPaper } from './versionPaper.server.ts';

/** Published versions as files. */

/** As a paper in the language of whoever reads; what is sealed and kept is the German one. */
export async function document(ctx: Ctx, number: number): Promise<Document> {
	const row = found(await store.headByNumber(ctx.db, number), 'version');
	found(row.publishedAt, 'version');
	return versionPaper(await assemble.whole(ctx, row), ctx.app.config.origin);
}

/** `added`: what addenda have added to it. */
export async function paper(
	ctx: Ctx,
	number: number,
	format: prints.Format,
	added: prints.Added = { key: null, blocks: [] }
): Promise<SentFile> {
	const row = found(await store.headByNumber(ctx.db, number), 'version');
	const digest = found(row.publishedAt && row.digest, 'version');
	return prints.paper(ctx, added.key ?? digest, format, {
		name: `fassung-${number}`,
		document: async () => {
			const document = versionPaper(await assemble.whole(ctx, row), ctx.app.config.origin);
			return { ...document, blocks: [...document.blocks, ...added.blocks] };
		}
	});
}
