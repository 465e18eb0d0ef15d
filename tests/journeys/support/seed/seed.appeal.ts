import { randomUUID } from 'node:crypto';
import * as moderation from '#lib/moderation/moderation.server.ts';
import * as proposals from '#lib/proposals/proposals.server.ts';
import type { Ctx } from '#lib/server/ctx.ts';
import type { Who } from '../people.ts';

type As = (who: Who) => Ctx;

async function blacken(as: As, consultationId: string, title: string): Promise<string> {
	const id = randomUUID();
	const body = 'Die Linie Kruse fährt nur einmal am Tag. Wer abends arbeitet, kommt nicht nach Hause.';
	const form = { id, kind: 'experience', field: 'zugang', title, body, evidence: '' } as const;
	await proposals.submit(as('neighbour'), consultationId, form);
	const about = { kind: 'proposal', subjectId: id } as const;
	const decisionId = randomUUID();
	const head = { ...about, id: decisionId, seen: 'waiting', deed: 'redact' } as const;
	await moderation.decide(as('moderator'), { ...head, passages: ['Kruse'] });
	return decisionId;
}

/** Two contributions of the neighbour, waiting still, in which a passage is blackened; against one of the decisions she has appealed. */
export async function refuse(as: As, consultationId: string): Promise<{ decisionId: string; appealId: string }> {
	const decisionId = await blacken(as, consultationId, 'Der Bus, der nicht kommt');
	const appealId = await blacken(as, consultationId, 'Der letzte Bus');
	await moderation.appeal(as('neighbour'), appealId, { body: 'Das ist der Name der Linie, kein Mensch.' });
	return { decisionId, appealId };
}
