import { randomUUID } from 'node:crypto';
import * as moderation from '#lib/moderation/moderation.server.ts';
import * as proposals from '#lib/proposals/proposals.server.ts';
import type { Ctx } from '#lib/server/ctx.ts';
import * as drafting from '#lib/strategy/drafts/drafts.server.ts';
import * as strategy from '#lib/strategy/strategy.server.ts';
import type { Who } from '../people.ts';

type As = (who: Who) => Ctx;

const CONCERNS = [
	'Der Bus fährt am Abend nicht mehr.',
	'Die Heizung kostet mehr als die Miete.',
	'Im Amt hilft mir niemand mit dem Antrag.',
	'Es gibt im Viertel keinen Arzt.',
	'Der Spielplatz ist seit einem Jahr gesperrt.'
];

async function write(
	as: As,
	consultationId: string,
	title: string,
	at: number
): Promise<{ id: string; number: number }> {
	const id = randomUUID();
	const body = `${CONCERNS[at % CONCERNS.length] ?? ''} Das geht vielen bei uns so, schon seit ${at + 2} Jahren.`;
	const form = { id, kind: 'proposal', field: 'wohnen', title, body, evidence: '' } as const;
	return { id, number: await proposals.submit(as('neighbour'), consultationId, form) };
}

/** Sixty contributions behind one point of the draft, not answered yet, and twenty more that nobody has screened. */
export async function hurry(as: As, consultationId: string): Promise<void> {
	const numbers: number[] = [];
	for (let at = 0; at < 60; at++) {
		const { id: subjectId, number } = await write(as, consultationId, `Anliegen ${at + 1}`, at);
		const subject = { kind: 'proposal', subjectId, seen: 'waiting', deed: 'publish' } as const;
		await moderation.decide(as('moderator'), { id: randomUUID(), ...subject });
		numbers.push(number);
	}
	await drafting.startDraft(as('editor'), consultationId);
	const draft = await strategy.draftOf(as('editor'), consultationId);
	if (!draft) throw new Error('there is no draft');
	const wording = { field: 'wohnen', title: 'Was im Viertel fehlt', body: 'Das Land hilft den Vierteln.' };
	const point = { id: randomUUID(), version: draft.id, revision: draft.revision, ...wording };
	await drafting.addPoint(as('editor'), { ...point, note: '', from: numbers, relation: 'summarises' });
	for (let at = 0; at < 20; at++) await write(as, consultationId, `Neu im Eingang ${at + 1}`, at);
}
