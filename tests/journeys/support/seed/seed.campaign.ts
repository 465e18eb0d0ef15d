import { randomUUID } from 'node:crypto';
import * as consultations from '#lib/consultations/consultations.server.ts';
import * as moderation from '#lib/moderation/moderation.server.ts';
import * as proposals from '#lib/proposals/proposals.server.ts';
import type { Ctx } from '#lib/server/ctx.ts';
import { transaction } from '#lib/server/db/transaction.ts';
import type { Who } from '../people.ts';

const LETTER = `Ich fordere: Bus und Bahn sollen für Menschen mit wenig Geld nichts kosten. Wer arm ist, kommt heute nicht zum Arzt.
Auch zum Amt kommt man nicht, und nicht zu Freundinnen und Freunden. Das Land kann das ändern.`;
const SENDERS = ['resident', 'neighbour', 'researcher', 'organisation'] as const;

/** Five people send nearly the same, one of them by a helper's hand: three are public, one of the others has a sentence of its own. */
export async function campaign(as: (who: Who) => Ctx, consultationId: string): Promise<void> {
	const form = () => ({ id: randomUUID(), kind: 'proposal', field: 'zugang', title: 'Freie Fahrt' }) as const;
	for (const [at, who] of SENDERS.entries()) {
		const sent = { ...form(), body: LETTER, evidence: '' };
		await proposals.submit(as(who), consultationId, sent);
		const subject = { kind: 'proposal', subjectId: sent.id, seen: 'waiting', deed: 'publish' } as const;
		if (at < 3) await moderation.decide(as('moderator'), { id: randomUUID(), ...subject });
	}
	await transaction(as('helper'), async (ctx) => {
		const own = { ...form(), body: `${LETTER} Mein Bus fährt nur zweimal am Tag.` };
		const speaker = { name: 'Jemand', group: 'affected' } as const;
		await proposals.recordOnBehalf(ctx, await consultations.current(ctx), own, speaker);
	});
	await proposals.recogniseCampaigns(as('admin'));
}
