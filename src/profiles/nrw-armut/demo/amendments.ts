import * as amendmentDoor from '#lib/amendments/amendments.server.ts';
import * as moderation from '#lib/moderation/moderation.server.ts';
import type { Ctx } from '#lib/server/ctx.ts';
import { newId } from '#lib/server/ids.ts';
import * as strategy from '#lib/strategy/strategy.server.ts';
import { found } from '#lib/verdict.ts';
import { someone } from './collecting.ts';
import type { BatchKey } from './process.ts';
import type { DemoTown, Points } from './town.ts';

interface DemoAmendment {
	/** Key of the point. */
	on: string;
	by: BatchKey;
	day: number;
	/** What is written instead of what. */
	instead: readonly (readonly [old: string, young: string])[];
	reason: string;
	supports: number;
	/** What becomes of it with the second version. */
	outcome?: { outcome: 'adopted' | 'partly' | 'declined'; reason: string };
}

const amendments: readonly DemoAmendment[] = [
	{
		on: 'rat',
		by: 'verband',
		day: -25,
		instead: [
			[
				'Er berät das Ministerium regelmäßig.',
				'Er trifft sich sechsmal im Jahr mit dem Ministerium. Das Ministerium antwortet auf jede Empfehlung schriftlich.'
			]
		],
		reason: '„Regelmäßig“ ist zu wenig. Ohne feste Termine und ohne Antwort wird der Rat nicht ernst genommen.',
		supports: 14,
		outcome: {
			outcome: 'partly',
			reason:
				'Die schriftliche Antwort steht jetzt im Punkt. Sechs Treffen im Jahr sind noch nicht bezahlt, vier schon.'
		}
	},
	{
		on: 'app',
		by: 'affected',
		day: -24,
		instead: [['Das Land entwickelt eine App', 'Das Land druckt ein Heft und entwickelt eine Seite im Internet']],
		reason: 'Viele von uns haben kein neues Handy. Ein Heft liegt im Treff und geht nicht kaputt.',
		supports: 9,
		outcome: {
			outcome: 'declined',
			reason: 'Der ganze Punkt fällt weg. Das Heft steht jetzt bei den Lotsinnen und Lotsen.'
		}
	},
	{
		on: 'briefe',
		by: 'institut',
		day: -23,
		instead: [['eine Telefonnummer', 'eine kostenlose Telefonnummer']],
		reason: 'Anrufe kosten mit vielen Karten Geld. Unsere Befragung zeigt: Daran scheitert der Rückruf.',
		supports: 6
	},
	{
		on: 'lotsen',
		by: 'verband',
		day: -4,
		instead: [
			[
				'Ohne Termin, auf Wunsch mit Sprachmittlung.',
				'Ohne Termin, an fünf Tagen in der Woche, auf Wunsch mit Sprachmittlung.'
			]
		],
		reason: 'Menschen in Not können nicht bis zum nächsten Sprechtag warten.',
		supports: 7
	},
	{
		on: 'lotsen',
		by: 'stadt',
		day: -3.5,
		instead: [['Ohne Termin, auf Wunsch mit Sprachmittlung.', 'Ohne Termin. Sprachmittlung bezahlt das Land.']],
		reason: 'Die Kommunen können die Sprachmittlung nicht allein bezahlen.',
		supports: 3
	}
];

const READ_AFTER = 0.5;

/** What is proposed between these days. */
export async function proposeOther(town: DemoTown, points: Points, from: number, until: number): Promise<void> {
	const sent = amendments.filter(({ day }) => day >= from && day < until);
	for (const [place, { on, by, day, instead, reason, supports }] of sent.entries()) {
		const ctx = town.as(someone(town, by, place + 9), day);
		const point = found(points.get(on), 'point');
		const { wordingId, title, body } = await strategy.wordingNow(ctx, point);
		const changed = instead.reduce((text, [old, young]) => text.replace(old, young), body);
		const form = { id: newId(), wording: wordingId, title, body: changed, reason };
		const number = await amendmentDoor.submit(ctx, (ctx) => strategy.wordingNow(ctx, point), form);
		await moderation.decide(town.as(town.staff.moderation, day + READ_AFTER), {
			...{ id: newId(), kind: 'amendment', subjectId: form.id },
			...{ seen: 'waiting', deed: 'publish' }
		});
		for (const person of [...town.crowd.affected, ...town.crowd.practice].slice(12, 12 + supports)) {
			await amendmentDoor.support(town.as(person, day + READ_AFTER + 0.1), number, true);
		}
	}
}

/** Decides what is decided with the second version; the words are in the draft already. */
export async function decideOther(ctx: Ctx, consultationId: string, points: Points): Promise<void> {
	const open = await amendmentDoor.open(ctx, { consultationId });
	for (const { on, outcome, reason } of amendments.flatMap(({ on, outcome }) =>
		outcome ? [{ on, ...outcome }] : []
	)) {
		const draft = found(await strategy.draftOf(ctx, consultationId), 'draft');
		const point = draft.points.find((one) => one.number === points.get(on));
		const { id } = await strategy.pointByNumber(ctx, found(points.get(on), 'point'));
		const { number } = found(
			open.find((one) => one.pointId === id),
			'amendment'
		);
		const form = { version: draft.id, revision: draft.revision, outcome, reason };
		const words = { title: point?.title ?? '', body: point?.body ?? '' };
		await strategy.decideAmendment(ctx, number, { ...form, ...words });
	}
}
