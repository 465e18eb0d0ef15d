import { randomUUID } from 'node:crypto';
import type { Ctx } from '#lib/server/ctx.ts';
import * as tickets from '#lib/tickets/tickets.server.ts';

const MINUTE = 60_000;

/** Somebody reported a barrier when the process began, and nobody has answered. Returns the code for the answer. */
export async function report(ctx: Ctx): Promise<string> {
	const sent = { ...ctx, now: new Date(Date.parse(ctx.now) + MINUTE).toISOString() };
	const { code } = await tickets.file(sent, 'barrier', {
		...{ id: randomUUID(), opened: tickets.opening(ctx), website: '', page: '/strategie' },
		...{ body: 'Ich komme mit der Tastatur nicht zum dritten Punkt.', way: 'telephone', contact: '0211 123' }
	});
	return code ?? '';
}
