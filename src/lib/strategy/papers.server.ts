import { makeCtx, type Ctx } from '../server/ctx.ts';
import type { Paper } from '../server/http/paper.ts';
import * as prints from '../server/print/prints.server.ts';
import { found, Refused } from '../verdict.ts';
import * as assemble from './assemble.server.ts';
import * as store from './store.server.ts';
import { versionPaper } from './versionPaper.server.ts';

/** Published versions as files. */

export async function paper(ctx: Ctx, number: number, format: prints.Format): Promise<Paper> {
	const row = found(await store.headByNumber(ctx.db, number), 'version');
	const digest = found(row.publishedAt && row.digest, 'version');
	return prints.paper(ctx, digest, format, {
		name: `fassung-${number}`,
		document: async () => versionPaper(await assemble.whole(ctx, row), ctx.house.config.origin)
	});
}

/** A chore: makes what has not been made yet, so that nobody waits and every link can say how large its file is. */
export async function printNew(ctx: Ctx): Promise<void> {
	for (const { number, digest } of await store.publishedHeads(ctx.db, null)) {
		const ready = new Set((await prints.made(ctx, digest ?? '')).map((one) => one.format));
		for (const format of prints.FORMATS.filter((one) => !ready.has(one))) {
			await paper(makeCtx(ctx.house, ctx.via), number, format).catch((problem: unknown) => {
				// Without a press there are still Word files; and a busy one is asked again.
				if (!(problem instanceof Refused)) throw problem;
			});
		}
	}
}
