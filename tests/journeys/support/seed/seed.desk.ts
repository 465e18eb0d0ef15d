import { randomUUID } from 'node:crypto';
import * as distillation from '#lib/distillation/distillation.server.ts';
import * as moderation from '#lib/moderation/moderation.server.ts';
import * as proposals from '#lib/proposals/proposals.server.ts';
import type { Ctx } from '#lib/server/ctx.ts';
import { MORE } from '../contents.ts';
import type { Who } from '../people.ts';

type As = (who: Who) => Ctx;

export async function firstCluster(ctx: Ctx, consultationId: string): Promise<void> {
	await distillation.syncContributions(ctx);
	const seen = [{ number: 1, revision: 1 }];
	const how = { relation: 'summarises', dissent: 'minority' } as const;
	await distillation.put(ctx, consultationId, { id: randomUUID(), seen, to: null, title: 'Mieten', ...how });
}

/** Beside those that are there: ten of the neighbour, all published. */
export async function tenMore(as: As, consultationId: string): Promise<void> {
	for (const [index, body] of MORE.entries()) {
		const form = { id: randomUUID(), kind: 'proposal', field: 'wohnen', title: `Anliegen ${index + 1}` } as const;
		await proposals.submit(as('neighbour'), consultationId, { ...form, body, evidence: '' });
		const subject = { kind: 'proposal', subjectId: form.id, seen: 'waiting', deed: 'publish' } as const;
		await moderation.decide(as('moderator'), { id: randomUUID(), ...subject });
	}
}
