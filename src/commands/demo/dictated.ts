import * as moderation from '#lib/moderation/moderation.server.ts';
import { SheetForm } from '#lib/recording/recording.ts';
import * as recording from '#lib/recording/recording.server.ts';
import { newId } from '#lib/server/ids.ts';
import { instant, type DemoTown } from './town.ts';

/** What a helper wrote down for people who do not write: invented, like everything here. */
const SAID = [
	{
		day: -24,
		channel: 'conversation',
		readBack: 'yes',
		kind: 'experience',
		field: 'wohnen',
		title: 'Ohne Adresse kein Konto, ohne Konto keine Wohnung',
		body: 'Ich lebe seit einem Jahr auf der Straße. Für eine Wohnung brauche ich ein Konto. Für das Konto brauche ich eine Adresse. Wer bricht diesen Kreis?'
	},
	{
		day: -23,
		channel: 'paper',
		kind: 'proposal',
		field: 'zugang',
		title: 'Ein Schalter, an dem alles geht',
		body: 'Ich bin 71 und laufe von Amt zu Amt. Es soll einen Schalter geben, an dem ich alles abgeben kann. Die Ämter sollen die Papiere dann unter sich verteilen.'
	},
	{
		day: -1,
		channel: 'telephone',
		readBack: 'yes',
		kind: 'experience',
		field: 'mobilitaet',
		title: 'Der letzte Bus fährt um sechs',
		body: 'Ich putze abends in der Stadt. Wenn ich fertig bin, fährt kein Bus mehr zu uns raus. Ich laufe dann eine Stunde.'
	}
] as const;

/** Two are published; the one of yesterday still waits. */
export async function writeDown(town: DemoTown, consultationId: string): Promise<void> {
	for (const { day, ...said } of SAID) {
		const head = { date: instant(day).slice(0, 10), place: 'Tagestreff Sonnenplatz (Demo)', group: 'affected' };
		const form = SheetForm.parse({ id: newId(), consent: 'yes', ...head, ...said });
		await recording.putDown(town.as(town.staff.helferin, day), consultationId, form);
		if (day > -20) continue;
		const decision = { id: newId(), kind: 'proposal', subjectId: form.id, seen: 'waiting', deed: 'publish' } as const;
		await moderation.decide(town.as(town.staff.moderation, day + 0.8), decision);
	}
}
