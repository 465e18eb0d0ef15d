import { canonical, digestOf } from '../canonical.ts';
import type { Ctx } from '../server/ctx.ts';
import type { SentFile } from '../server/http/sendFile.ts';
import * as prints from '../server/print/storedPapers.server.ts';
import * as strategy from '../strategy/strategy.server.ts';
import { approvalState } from './approving.server.ts';
import { callPaper } from './callPaper.server.ts';
import { byNumber } from './calls.server.ts';
import type { Call } from './reading.server.ts';

/** Calls have no digest of their own: a file is kept under one of everything it shows. */
export function keyOf(call: Call): string {
	return digestOf(canonical({ kind: 'call', number: call.number, state: approvalState(call).digest }));
}

/** A published call as a file. `added`: what addenda have added to it. */
export async function paper(
	ctx: Ctx,
	number: number,
	format: prints.Format,
	added: prints.Added = { key: null, blocks: [] }
): Promise<SentFile> {
	const call = await byNumber(ctx, number);
	return prints.paper(ctx, added.key ?? keyOf(call), format, {
		name: `aufruf-${number}`,
		document: async () => {
			const { points } = await strategy.version(ctx, call.versionNumber);
			const document = callPaper(call, points, ctx.app.config.origin);
			return { ...document, blocks: [...document.blocks, ...added.blocks] };
		}
	});
}
